package io.yichuang.kiosk.identity;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.Refusal;
import io.yichuang.kiosk.identity.Recognition.CardRead;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.Tile;
import io.yichuang.kiosk.ui.Tiles;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to prove who you are, side by side and of equal size: only those that this terminal has
 * and that reach the level. The reader waits for a card from the first second; what is laid goes on
 * by itself.
 */
final class IdentifyScreen extends Screen {
  private static final String LEFT = "identity.card.left";
  private static final String BROKEN = "identity.card.broken";
  private static final String NO_WAY = "identity.no-way";
  private static final String WINDOW = "identity.window.how";

  /** One wait for a card; the page asks again while it stands. */
  private static final Duration A_WAIT = Duration.ofSeconds(30);

  private final Goal goal;
  private final Recognition recognition;
  private final FaceChecks faces;
  private final Optional<IdCardReader> reader;
  private final LeftCard leftCard;
  private final Clock clock;
  private final Turn turn;
  private Cancellation waiting = new Cancellation();
  private boolean reading;
  private @Nullable String trouble;
  private byte @Nullable [] portrait;

  /** The portrait as the card holds it; empty before, and where the way here was another. */
  private byte[] coded = new byte[0];

  private boolean portraitAsked;

  /** All ways that there are now are known. */
  private boolean settled;

  IdentifyScreen(
      Goal goal,
      Recognition recognition,
      FaceChecks faces,
      Optional<IdCardReader> reader,
      LeftCard leftCard,
      Clock clock,
      Turn turn) {
    super("identity");
    this.goal = goal;
    this.recognition = recognition;
    this.faces = faces;
    this.reader = reader;
    this.leftCard = leftCard;
    this.clock = clock;
    this.turn = turn;
  }

  @Override
  protected @Nullable Steps steps() {
    return goal.steps().get();
  }

  @Override
  protected @Nullable String eyebrow() {
    return turn.visit()
        .citizen()
        .map(who -> getTranslation("identity.card-of", Masked.name(who.name())))
        .or(() -> Optional.ofNullable(goal.eyebrow().get()))
        .orElse(null);
  }

  @Override
  protected String title() {
    return getTranslation(known() ? "identity.title.second" : "identity.title");
  }

  @Override
  protected @Nullable String sub() {
    if (!known()) {
      return getTranslation("identity.sub");
    }
    return stuck() ? null : getTranslation(byFace() ? "identity.sub.second" : "identity.sub.only");
  }

  /** The ways come and go with their devices, and a card that was left goes. */
  @Override
  protected List<Boolean> watched() {
    return List.of(recognition.hasReader(), leftCard.lies(), byFace(), recognition.hasMessages());
  }

  /** What stands in the way of the card now. */
  private @Nullable String words() {
    if (WINDOW.equals(trouble) && recognition.hasMessages()) {
      return null; // the network is back
    }
    if (stuck() && trouble == null) {
      return NO_WAY;
    }
    if (known() || reader.isEmpty()) {
      return trouble;
    }
    if (!recognition.hasReader()) {
      return BROKEN;
    }
    return leftCard.lies() ? LEFT : trouble;
  }

  /** After some tries in vain the face is no way any more: it would lead round in a circle. */
  private boolean byFace() {
    return portrait != null && recognition.hasFaceCamera() && faces.another(turn.visit());
  }

  /** Known by the card, and nothing here reaches the level: the network is down. */
  private boolean stuck() {
    return known() && settled && !byFace() && !recognition.hasMessages();
  }

  private boolean known() {
    return turn.visit().citizen().isPresent();
  }

  @Override
  protected void render() {
    String words = words();
    if (words != null) {
      add(new Hint(Light.YELLOW, getTranslation(words), null));
    }
    add(new Tiles(ways().toArray(Tile[]::new)));
    if (known() && byFace()) {
      add(FaceScreen.consentNotice(this::getTranslation));
    }
  }

  /** All ways appear at once: a tile that moves aside for another would cost a touch. */
  private List<Tile> ways() {
    var tiles = new WayTiles(this::getTranslation);
    var found = new ArrayList<Tile>();
    byte[] face = portrait;
    if (!known() && recognition.hasReader()) {
      found.add(tiles.card(() -> tell("identity.card.lay")));
    }
    if (known() && settled && face != null && byFace()) {
      found.add(
          tiles.face(faces.challenges(), () -> turn.go(new IdentityStages.ByFace(goal, face))));
    }
    if ((!known() || settled) && recognition.hasMessages()) {
      found.add(
          tiles.message(
              known() ? "identity.sms.second" : "identity.sms",
              () -> turn.go(new IdentityStages.BySms(goal))));
    }
    if (!known()) {
      goal.others().get().forEach(tile -> found.add(tile.tall()));
    } else if (settled && !recognition.hasMessages()) {
      // The face never stands alone, and where nothing is left a person is.
      found.add(tiles.window(() -> tell(WINDOW)));
    }
    return found;
  }

  @Override
  protected Actions actions() {
    var away = new Action("leave", getTranslation("identity.leave"), turn::leave);
    if (stuck()) {
      return Actions.quiet(away)
          .go(new Action("ask-again", getTranslation("identity.ask-again"), this::askAgain));
    }
    if (known()) {
      return Actions.quiet(away)
          .waiting(
              new WaitingBar(
                  getTranslation(settled ? "identity.choose" : "identity.looking"), null));
    }
    String words = recognition.hasReader() ? "identity.waiting" : "identity.choose";
    return Actions.quiet(away).waiting(new WaitingBar(getTranslation(words), null));
  }

  @Override
  protected Runnable back() {
    return goal.back();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    waiting = new Cancellation();
    reading = false;
    if (known()) {
      afterCard();
    } else {
      waitForCard();
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    waiting.cancel();
  }

  private void waitForCard() {
    if (reader.isEmpty() || !recognition.hasReader() || leftCard.lies()) {
      return;
    }
    if (BROKEN.equals(trouble)) {
      trouble = null;
      refresh();
    }
    Cancellation mine = waiting;
    IdCardReader device = reader.get();
    reading = true;
    turn.work(
        () -> recognition.card(device.read(new Call(A_WAIT, mine))),
        result -> {
          if (!mine.requested()) {
            reading = false;
            read(result);
          }
        });
  }

  /** A reader that comes back, or a card that is lifted, goes on by itself. */
  @Override
  protected void tick() {
    if (known()) {
      if (settled && !portraitAsked && recognition.hasFaceCamera()) {
        afterCard();
      }
    } else if (!reading) {
      waitForCard();
    }
  }

  private void read(CardRead result) {
    switch (result) {
      case CardRead.Known(Citizen citizen, byte[] ofCard) -> {
        coded = ofCard;
        turn.visit().overwriteAtEnd(ofCard);
        turn.touched();
        trouble = null;
        turn.visit().recognise(citizen, Visit.Means.ID_CARD, clock.instant());
        afterCard();
      }
      case CardRead.Nothing() -> waitForCard();
      case CardRead.Expired() -> again("identity.card.expired");
      case CardRead.Again(Refusal why) when why == Refusal.STILL_PRESENT && trouble != null ->
          // The same card as before: what was said of it stays, and nobody is here for it.
          waitForCard();
      case CardRead.Again(Refusal why) ->
          again("identity.card." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case CardRead.Broken(String code) -> {
        trouble = BROKEN;
        refresh();
        // The lane reconnects by itself; the tick asks again.
      }
    }
  }

  private void tell(String words) {
    turn.touched();
    trouble = words;
    refresh();
  }

  private void again(String words) {
    tell(words);
    waitForCard();
  }

  private void afterCard() {
    boolean enough =
        turn.visit().assurance().filter(level -> level.compareTo(goal.level()) >= 0).isPresent();
    if (enough) {
      goal.reached().run();
      return;
    }
    // A camera that comes later is looked for by the tick.
    settled = portraitAsked || !recognition.hasFaceCamera();
    refresh();
    if (settled) {
      return;
    }
    ask();
  }

  private void askAgain() {
    settled = false;
    refresh();
    ask();
  }

  private void ask() {
    Citizen citizen = turn.visit().citizen().orElseThrow();
    turn.work(
        () -> recognition.portrait(citizen, goal.item(), coded),
        found -> {
          portraitAsked = true;
          settled = true;
          portrait = found.orElse(null);
          refresh();
        });
  }
}
