package io.yichuang.kiosk.material;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import io.yichuang.device.FrameSource;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.FaceModels;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Strokes;
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
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.PhotoDoubt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A photo for a certificate, after a consent of its own: an outline for the head, words for what to
 * change, taken by itself when all is well, by a key when somebody wants it as it is. To bring a
 * photo to the counter stands beside it from the first second.
 */
final class PhotoScreen extends Screen {
  private static final Step STEP = new Step.Materials();
  private static final String CONSENT = "photo";

  /** Seconds without a frame after which the page says so. */
  private static final int SILENT = 5;

  /** Good frames one after the other, some 1 s: nobody is taken in the middle of a movement. */
  private static final int STEADY = 5;

  /** Frames, some 6 s, after which narrow eyes do not hold anybody up any more. */
  private static final int EYES_CLOSED_FRAMES = 30;

  /** Of the live picture, as most cameras for faces have it. */
  private static final int WIDTH = 640;

  private static final int HEIGHT = 480;

  private final MaterialRule rule;
  private final List<Shot> earlier;
  private final Optional<FrameSource> camera;
  private final FaceModels faces;
  private final LivePictures pictures;
  private final Clock clock;
  private final Turn turn;
  private final PhotoWatch watch;
  private Set<PhotoDoubt> doubts = Set.of(PhotoDoubt.NO_FACE);
  private int steady;
  private int eyesClosed;
  private int silent;
  private boolean taken;
  private @Nullable String told;
  private @Nullable Hint hint;

  PhotoScreen(
      MaterialRule rule,
      List<Shot> earlier,
      Optional<FrameSource> camera,
      FaceModels faces,
      LivePictures pictures,
      Clock clock,
      Turn turn) {
    super("photo");
    this.rule = rule;
    this.earlier = earlier;
    this.camera = camera;
    this.faces = faces;
    this.pictures = pictures;
    this.clock = clock;
    this.turn = turn;
    this.watch = new PhotoWatch(seen -> turn.later(() -> saw(seen)));
  }

  private boolean agreed() {
    return turn.visit().consents().containsKey(CONSENT);
  }

  private boolean possible() {
    return camera.isPresent() && faces.available() && rule.photoRule().isPresent();
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return rule.name().in(turn.language());
  }

  @Override
  protected String title() {
    return getTranslation(agreed() ? "material.photo.title" : "material.photo.consent.title");
  }

  @Override
  protected void render() {
    if (!agreed()) {
      var list = Parts.div("yc-consent");
      for (int i = 1; i <= 4; i++) {
        list.add(new ListRow(Light.GREEN, getTranslation("material.photo.consent." + i), null));
      }
      add(Sheet.of(list));
      return;
    }
    var line = new Hint(Light.YELLOW, "", null);
    hint = line;
    say();
    add(line);
    rule.photoRule()
        .filter(wanted -> possible())
        .ifPresent(wanted -> {
          var picture =
              new LivePicture(
                      pictures.stream(camera.orElseThrow(), turn.epoch()),
                      WIDTH,
                      HEIGHT,
                      getTranslation("material.camera.live"))
                  .tag(Light.GREEN, getTranslation("material.camera.live"))
                  .outline(HeadOutline.of(wanted, (double) WIDTH / HEIGHT));
          picture.addClassName("yc-face");
          add(picture, Parts.tip(Icon.BULB, getTranslation("material.photo.tip"), null));
        });
  }

  private void say() {
    Hint line = hint;
    if (line == null) {
      return;
    }
    String words = told;
    if (words == null) {
      words = PhotoWish.told(doubts).map(PhotoWish::hint).orElse("material.photo.hint.good");
    }
    line.say(
        doubts.isEmpty() && told == null ? Light.GREEN : Light.YELLOW, getTranslation(words), null);
  }

  @Override
  protected Actions actions() {
    var window =
        new Action("photo-window", getTranslation("material.photo.window"), this::toTheWindow)
            .binds();
    if (!agreed()) {
      var agree =
          new Action("agree-photo", getTranslation("material.photo.agree"), this::agree).binds();
      // Two keys of equal size: the counter is never the smaller one.
      return Actions.own(
          Parts.div("yc-equal-keys", new ActionButton(window), new ActionButton(agree)));
    }
    if (!possible()) {
      return Actions.none().go(window);
    }
    var now =
        new Action("photo-now", getTranslation("material.photo.now"), this::now).with(Icon.CAMERA);
    return Actions.own(Parts.div("yc-equal-keys", new ActionButton(window), new ActionButton(now)));
  }

  private void toTheWindow() {
    earlier.forEach(Shot::wipe);
    turn.visit().collect(rule.id(), new Collected.Later());
    turn.step(STEP);
  }

  private void agree() {
    turn.visit().consent(CONSENT, clock.instant());
    refresh();
    open();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (agreed()) {
      open();
    }
  }

  private void open() {
    if (!possible()) {
      told = "material.photo.none";
      say();
      return;
    }
    turn.work(faces::engine, this::begin, _ -> {});
  }

  private void begin(FaceEngine engine) {
    if (!taken) {
      watch.start(camera.orElseThrow(), engine, rule.photoRule().orElseThrow());
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    watch.stop();
  }

  private void saw(Set<PhotoDoubt> seen) {
    silent = 0;
    if (taken || !isAttached()) {
      return;
    }
    if (!seen.equals(doubts) || told != null) {
      doubts = seen;
      told = null;
      say();
    }
    steady = good(seen) ? steady + 1 : 0;
    if (steady >= STEADY) {
      watch
          .take()
          .ifPresent(shot -> {
            if (good(shot.doubts())) {
              took(shot);
            } else {
              shot.wipe();
            }
          });
    }
  }

  /** Nothing is wrong, or only that narrow eyes look closed to the model, for a while. */
  private boolean good(Set<PhotoDoubt> seen) {
    if (seen.equals(Set.of(PhotoDoubt.EYES_CLOSED))) {
      return ++eyesClosed > EYES_CLOSED_FRAMES;
    }
    return seen.isEmpty();
  }

  private void now() {
    turn.touched();
    if (!taken) {
      watch.take().ifPresentOrElse(this::took, this::say);
    }
  }

  /** It lies in the basket at once, so that nothing is lost by going back. */
  private void took(Shot shot) {
    taken = true;
    watch.stop();
    turn.touched();
    turn.visit().overwriteAtEnd(shot.jpeg());
    turn.visit().collect(rule.id(), shot.as(rule.photoRule().orElseThrow()));
    var shots = new ArrayList<>(earlier);
    shots.add(shot);
    turn.go(new MaterialStages.Photos(rule.id(), List.copyOf(shots)));
  }

  /** A camera that went silent is said so; its first frame takes the words back. */
  @Override
  protected void tick() {
    if (agreed() && possible() && !taken && ++silent == SILENT) {
      told = "material.photo.none";
      steady = 0;
      watch.forget();
      say();
    }
  }

  @Override
  protected Runnable back() {
    return earlier.isEmpty()
        ? () -> turn.step(STEP)
        : () -> turn.go(new MaterialStages.Photos(rule.id(), earlier));
  }
}
