package io.yichuang.kiosk.material;

import com.vaadin.flow.component.AttachEvent;
import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Journey;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Fill;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.MaterialRow;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The basket: what came by itself, and the few things that somebody has to lay down. */
final class BasketScreen extends Screen {
  private static final Step STEP = new Step.Materials();

  private final Basket basket;
  private final PhotoKeys photos;
  private final DeviceBoard devices;
  private final SampleSheets samples;
  private final Clock clock;
  private final Turn turn;
  private final BasketWords words;
  private boolean filled;

  BasketScreen(
      Basket basket,
      PhotoKeys photos,
      DeviceBoard devices,
      SampleSheets samples,
      Clock clock,
      Turn turn) {
    super("materials");
    this.basket = basket;
    this.photos = photos;
    this.devices = devices;
    this.samples = samples;
    this.clock = clock;
    this.turn = turn;
    this.words = new BasketWords(this, turn, clock);
  }

  private ServiceItem item() {
    return turn.visit().item().orElseThrow();
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return Strokes.eyebrow(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String title() {
    int missing = journey().missing().size();
    int all = item().materials().size();
    return missing == 0
        ? getTranslation("material.title.complete", all)
        : getTranslation("material.title", all, missing);
  }

  private Journey journey() {
    return turn.visit().journey();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    boolean anything = !turn.visit().basket().isEmpty();
    if (filled || anything) {
      filled = true;
      return;
    }
    fetch();
  }

  /** Asks the departments; an item whose papers all came has no use for this page. */
  private void fetch() {
    filled = false;
    basket.fill(
        turn,
        () -> {
          filled = true;
          if (journey().steps().contains(STEP)) {
            refresh();
          } else {
            turn.proceed(STEP);
          }
        });
  }

  /**
   * What the page is drawn from.
   *
   * @param feeder whether it may take a paper
   * @param camera whether it may take a paper
   * @param face whether the face camera may take a photo
   * @param toLookAt where something does not seem to fit that was read after the citizen left the
   *     pages
   */
  record Drawn(boolean feeder, boolean camera, boolean face, List<MaterialRule> toLookAt) {}

  @Override
  protected Drawn watched() {
    return new Drawn(
        devices.canServe(DeviceBoard.SCANNER),
        devices.canServe(DeviceBoard.DOCUMENT_CAMERA),
        devices.canServe(DeviceBoard.FACE_CAMERA),
        toLookAt());
  }

  private List<MaterialRule> toLookAt() {
    return item().materials().stream()
        .filter(rule -> MaterialCheck.toLookAt(turn.visit().basket().get(rule.id())))
        .toList();
  }

  @Override
  protected void render() {
    int all = item().materials().size();
    int there = all - journey().missing().size();
    add(new Fill((double) there / Math.max(all, 1), getTranslation("material.there", there)));
    var rows = Sheet.list();
    boolean nowGiven = false;
    for (MaterialRule rule : item().materials()) {
      Collected collected = turn.visit().basket().get(rule.id());
      boolean todo = collected == null && filled && rule.required();
      var state =
          !todo
              ? MaterialRow.State.DONE
              : nowGiven ? MaterialRow.State.LATER : MaterialRow.State.NOW;
      nowGiven |= todo;
      var row =
          new MaterialRow(
              Icons.named(rule.icon()),
              rule.name().in(turn.language()),
              words.note(rule, collected, filled),
              words.chip(rule, collected),
              state,
              keys(rule, collected));
      row.getElement().setAttribute("data-material", rule.id());
      rows.add(row);
    }
    add(rows);
    for (MaterialRule rule : toLookAt()) {
      String name = rule.name().in(turn.language());
      add(new Hint(Light.YELLOW, getTranslation("material.look-at", name), null));
    }
  }

  private List<Action> keys(MaterialRule rule, @Nullable Collected collected) {
    var keys = new ArrayList<Action>();
    if (collected instanceof Collected.Scanned) {
      keys.add(
          new Action("review-" + rule.id(), getTranslation("material.review"), () -> look(rule)));
      return keys;
    }
    if (rule.means() == MaterialRule.Means.PHOTO && filled) {
      return photos.of(rule, collected, this::getTranslation, this::refresh);
    }
    if (collected != null || !filled) {
      return keys;
    }
    if (rule.means() == MaterialRule.Means.PROMISE) {
      keys.add(
          new Action(
                  "promise-" + rule.id(),
                  getTranslation("material.promise"),
                  () -> {
                    turn.visit().collect(rule.id(), new Collected.Promised(clock.instant()));
                    refresh();
                  })
              .binds());
      return keys;
    }
    if (rule.means() == MaterialRule.Means.SHARED) {
      keys.add(
          new Action(
                  "fetch-" + rule.id(),
                  getTranslation("material.fetch"),
                  () -> {
                    fetch();
                    refresh();
                  })
              .with(Icon.REFRESH)
              .binds());
    }
    if (!rule.scannable()) {
      return keys;
    }
    if (devices.canServe(DeviceBoard.SCANNER)) {
      keys.add(
          new Action(
                  "feed-" + rule.id(),
                  getTranslation("material.feed"),
                  () -> turn.go(new MaterialStages.Feeder(rule.id())))
              .with(Icon.SCAN));
    }
    if (devices.canServe(DeviceBoard.DOCUMENT_CAMERA)) {
      keys.add(
          new Action(
                  "photograph-" + rule.id(),
                  getTranslation("material.photograph"),
                  () -> turn.go(new MaterialStages.Camera(rule.id())))
              .with(Icon.CAMERA));
    }
    if (rule.sample() != null) {
      keys.add(
          new Action(
              "sample-" + rule.id(),
              getTranslation("material.sample"),
              () ->
                  frame()
                      .open(() -> samples.overlay(rule, turn.language(), frame()::closeOverlay))));
    }
    return keys;
  }

  @Override
  protected Actions actions() {
    int missing = journey().missing().size();
    if (!filled) {
      return Actions.none().waiting(new WaitingBar(getTranslation("material.fetching"), null));
    }
    if (missing > 0) {
      boolean devicesThere =
          devices.canServe(DeviceBoard.SCANNER) || devices.canServe(DeviceBoard.DOCUMENT_CAMERA);
      String words = devicesThere ? "material.missing" : "material.no-device";
      return Actions.quiet(
              new Action(
                  "away",
                  getTranslation("material.away"),
                  () -> turn.go(new MaterialStages.Away())))
          .waiting(new WaitingBar(getTranslation(words, missing), null));
    }
    // What does not seem to fit is on the way: the clerk would ask about it.
    return Actions.none()
        .go(
            toLookAt().stream()
                .findFirst()
                .map(
                    rule -> new Action("next", getTranslation("material.review"), () -> look(rule)))
                .orElseGet(() ->
                    new Action("next", getTranslation("material.next"), () -> turn.proceed(STEP))));
  }

  private void look(MaterialRule rule) {
    turn.go(new MaterialStages.Review(rule.id(), List.of(), ""));
  }

  @Override
  protected Runnable back() {
    return turn.back(STEP);
  }
}
