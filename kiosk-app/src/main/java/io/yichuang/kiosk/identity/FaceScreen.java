package io.yichuang.kiosk.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import io.yichuang.device.FrameSource;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import io.yichuang.vision.face.Challenge;
import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.FaceHint;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The face, after a consent of its own, with another way beside it at equal size from the first
 * second. Pictures and numbers live in memory only and are wiped when the page goes.
 */
final class FaceScreen extends Screen {
  /** Seconds without a frame after which the page says so. */
  private static final int SILENT = 5;

  /** Seconds to read that it did not match, and to stand better. */
  private static final int PAUSE = 2;

  private static final String NO_PICTURE = "identity.face.camera";

  private final Goal goal;
  private final byte[] portrait;
  private final FaceChecks faces;
  private final Optional<FrameSource> camera;
  private final LivePictures pictures;
  private final Clock clock;
  private final Turn turn;
  private final FaceWatch watch;
  private boolean agreed;
  private boolean over;

  /** Known; what others know is on its way, and no key may lead away from under it. */
  private boolean passed;

  private int silent;
  private int pause;
  private @Nullable String told;
  private FaceHint lastHint = FaceHint.NO_FACE;
  private @Nullable Challenge asked;
  private @Nullable Hint hint;

  FaceScreen(
      Goal goal,
      byte[] portrait,
      FaceChecks faces,
      DeviceBoard devices,
      LivePictures pictures,
      Clock clock,
      Turn turn) {
    super("identity-face");
    this.goal = goal;
    this.portrait = portrait;
    this.faces = faces;
    this.camera = devices.faceCamera();
    this.pictures = pictures;
    this.clock = clock;
    this.turn = turn;
    turn.visit().overwriteAtEnd(portrait);
    this.watch = new FaceWatch(seen -> turn.later(() -> saw(seen)));
    if (!faces.another(turn.visit())) {
      agreed = true;
      over("identity.face.others");
    }
  }

  /** Words from the bundles. */
  interface Words {
    String of(String key, Object... values);
  }

  /** What a citizen should know before; shown wherever the face is offered. */
  static Component consentNotice(Words words) {
    return Sheet.of(
        Parts.tip(Icon.SHIELD_CHECK, words.of("identity.face.consent.title"), null),
        promises(words));
  }

  private static Component promises(Words words) {
    var list = Parts.div("yc-consent");
    for (int i = 1; i <= 4; i++) {
      list.add(new ListRow(Light.GREEN, words.of("identity.face.consent." + i), null));
    }
    return list;
  }

  @Override
  protected @Nullable Steps steps() {
    return goal.steps().get();
  }

  @Override
  protected @Nullable String eyebrow() {
    return goal.eyebrow().get();
  }

  @Override
  protected String title() {
    return getTranslation(
        over
            ? "identity.face.over.title"
            : agreed ? "identity.face.title" : "identity.face.consent.title");
  }

  @Override
  protected void render() {
    if (!agreed) {
      add(Sheet.of(promises(this::getTranslation)));
      if (faces.challenge(looks()).isPresent()) {
        add(new Hint(Light.YELLOW, getTranslation("identity.face.consent.asked"), null));
      }
      return;
    }
    var line = new Hint(light(), hintWords(), null);
    hint = line;
    add(line);
    if (over) {
      return;
    }
    camera.ifPresent(source -> {
      var picture =
          new LivePicture(
                  pictures.stream(source, turn.epoch()),
                  640,
                  480,
                  getTranslation("identity.face.live"))
              .tag(Light.GREEN, getTranslation("identity.face.live"));
      picture.addClassName("yc-face");
      add(picture);
    });
  }

  private String hintWords() {
    String words = told;
    return getTranslation(words == null ? FaceHints.words(lastHint, asked) : words);
  }

  private Light light() {
    boolean good = lastHint == FaceHint.GOOD && told == null && asked == null;
    return passed || good ? Light.GREEN : Light.YELLOW;
  }

  @Override
  protected Actions actions() {
    if (passed) {
      return Actions.none().waiting(new WaitingBar(getTranslation("identity.looking"), null));
    }
    var otherWay = new Action("other-way", getTranslation("identity.face.other"), this::otherWay);
    if (over) {
      return Actions.none().go(otherWay);
    }
    if (agreed) {
      String waits = asked == null ? "identity.face.looking" : "identity.face.asked.waiting";
      // As at the consent: the way out is no smaller than what the machine does.
      return Actions.own(
          Parts.div(
              "yc-equal-keys",
              new ActionButton(otherWay),
              new WaitingBar(getTranslation(waits), null)));
    }
    var other = new ActionButton(otherWay);
    // Two keys of equal size: the other way is never the smaller one.
    var agree =
        new ActionButton(
            new Action("agree-face", getTranslation("identity.face.agree"), this::agree).binds());
    return Actions.own(Parts.div("yc-equal-keys", other, agree));
  }

  private void otherWay() {
    turn.go(new IdentityStages.Ways(goal));
  }

  private void agree() {
    turn.visit().consent("face", clock.instant());
    agreed = true;
    refresh();
    compare();
  }

  /** Of a citizen who has left meanwhile nothing stays. */
  private void compare() {
    Optional<Challenge> challenge = faces.challenge(looks());
    turn.work(
        () -> faces.with(portrait, challenge),
        this::begin,
        late -> late.ifPresent(FaceCheck::close));
  }

  private void begin(Optional<FaceCheck> ready) {
    if (ready.isEmpty() || camera.isEmpty()) {
      ready.ifPresent(FaceCheck::close);
      over(NO_PICTURE);
      refresh();
      return;
    }
    watch.start(camera.get(), ready.get());
  }

  private void saw(FaceWatch.Seen frame) {
    if (!watch.runs(frame.in())) {
      return;
    }
    FaceCheck.Look seen = frame.look();
    silent = 0;
    if (seen.asked() != asked) {
      asked = seen.asked();
      refreshActions();
      told = null;
      say();
    }
    if (seen.hint() != lastHint || NO_PICTURE.equals(told)) {
      lastHint = seen.hint();
      told = null;
      say();
    }
    switch (seen.verdict()) {
      case PENDING -> {
        // Some more frames.
      }
      case PASS -> {
        watch.stop();
        passed = true;
        told = "identity.face.passed";
        say();
        refreshActions();
        Citizen citizen = turn.visit().citizen().orElseThrow();
        turn.visit().recognise(citizen, Visit.Means.FACE, clock.instant());
        goal.reached().run();
      }
      case RETRY, FAIL -> again();
    }
  }

  private void say() {
    Hint line = hint;
    if (line != null) {
      line.say(light(), hintWords(), null);
    }
  }

  /** Never the word "failed": another try, and after three the other ways. */
  private void again() {
    watch.stop();
    turn.touched();
    faces.tried(turn.visit());
    if (!faces.another(turn.visit())) {
      over("identity.face.others");
      refresh();
      return;
    }
    told = "identity.face.retry";
    say();
    pause = PAUSE;
  }

  /** The camera is off; what is left is another way. */
  private void over(String words) {
    over = true;
    told = words;
  }

  /** Another try begins after a pause; a camera that went silent is said so. */
  @Override
  protected void tick() {
    if (!agreed || over || passed) {
      return;
    }
    if (pause > 0) {
      pause--;
      if (pause == 0) {
        compare();
      }
    } else if (++silent == SILENT) {
      told = NO_PICTURE;
      say();
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    watch.stop();
    agreed = false;
  }

  @Override
  protected @Nullable Runnable back() {
    return passed ? null : this::otherWay;
  }
}
