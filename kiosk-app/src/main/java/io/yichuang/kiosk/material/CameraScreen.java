package io.yichuang.kiosk.material;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import io.yichuang.device.FrameSource;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.PageWatcher;
import io.yichuang.vision.page.PageWatcher.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sheet under the document camera: words that tell how to lay it, taken by itself when it lies
 * still.
 */
final class CameraScreen extends Screen {
  private static final Step STEP = new Step.Materials();

  /** Seconds without a frame after which the page says so. */
  private static final int SILENT = 5;

  private final MaterialRule rule;
  private final int replaced;
  private final Optional<FrameSource> camera;
  private final LeftSheet left;
  private final Scans scans;
  private final MaterialCheck check;
  private final SampleSheets samples;
  private final LivePictures pictures;
  private final Turn turn;

  private final SheetWatch watch;
  private @Nullable Hint hint;
  private @Nullable LivePicture live;
  private PageWatcher.Hint lastHint = PageWatcher.Hint.NO_PAGE;
  private int width = 4;
  private int height = 3;
  private int silent;
  private boolean taking;
  private @Nullable String told;

  CameraScreen(
      MaterialRule rule,
      int replaced,
      Optional<FrameSource> camera,
      LeftSheet left,
      Scans scans,
      MaterialCheck check,
      SampleSheets samples,
      LivePictures pictures,
      Turn turn) {
    super("camera");
    this.rule = rule;
    this.replaced = replaced;
    this.camera = camera;
    this.left = left;
    this.scans = scans;
    this.check = check;
    this.samples = samples;
    this.pictures = pictures;
    this.turn = turn;
    this.watch = new SheetWatch(sight -> turn.later(() -> saw(sight)));
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return getTranslation(
        "material.camera.eyebrow",
        rule.name().in(turn.language()),
        replaced < 0 ? pages().size() + 1 : replaced + 1);
  }

  @Override
  protected String title() {
    return getTranslation("material.camera.title", rule.name().in(turn.language()));
  }

  private List<Collected.Page> pages() {
    return turn.visit().basket().get(rule.id())
            instanceof Collected.Scanned(var pages, var compared)
        ? pages
        : List.of();
  }

  @Override
  protected void render() {
    var line = new Hint(Light.YELLOW, "", null);
    hint = line;
    say();
    add(line);
    if (camera.isEmpty()) {
      return;
    }
    var picture =
        new LivePicture(
                pictures.stream(camera.get(), turn.epoch()),
                width,
                height,
                getTranslation("material.camera.live"))
            .tag(Light.GREEN, getTranslation("material.camera.live"));
    live = picture;
    add(samples.beside(picture, rule.sample(), turn.language()));
    if (!pages().isEmpty()) {
      add(taken());
    }
  }

  /** The pages so far, small. */
  private Component taken() {
    var strip = Parts.div("yc-taken", Parts.note(getTranslation("material.camera.taken")));
    for (Collected.Page page : pages()) {
      strip.add(
          new LivePicture(
              pictures.still(page.jpeg(), turn.epoch()),
              Math.round(page.widthPoints()),
              Math.round(page.heightPoints()),
              getTranslation("material.camera.taken")));
    }
    return strip;
  }

  private void say() {
    Hint line = hint;
    if (line == null) {
      return;
    }
    String words = told;
    line.say(
        words == null ? SheetHints.light(lastHint, laidAnew()) : Light.YELLOW,
        getTranslation(
            words == null ? SheetHints.words(lastHint, left.mayLie(), replaced >= 0) : words),
        SheetHints.arrow(lastHint));
  }

  @Override
  protected Actions actions() {
    if (taking) {
      return Actions.none()
          .waiting(new WaitingBar(getTranslation("material.feeder.cleaning"), null));
    }
    var shoot =
        new Action("shoot", getTranslation("material.camera.shoot"), this::shoot).with(Icon.CAMERA);
    return pages().isEmpty()
        ? Actions.quiet(
                new Action(
                    "to-basket", getTranslation("material.camera.leave"), () -> turn.step(STEP)))
            .go(shoot)
        : Actions.quiet(
                new Action(
                    "pages-done",
                    getTranslation("material.camera.done"),
                    () -> turn.go(new MaterialStages.Review(rule.id(), List.of(), ""))))
            .go(shoot);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (camera.isEmpty()) {
      told = "material.camera.none";
      refresh();
      return;
    }
    look();
    watch.start(camera.get());
  }

  private void look() {
    watch.begin(laidAnew(), pages());
  }

  /** What lies there now is not meant. */
  private boolean laidAnew() {
    return replaced >= 0 || left.mayLie();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    watch.stop();
  }

  private void saw(Sight sight) {
    silent = 0;
    boolean unsure = left.mayLie();
    left.seen(sight.hint() == PageWatcher.Hint.NO_PAGE);
    if (taking || !isAttached()) {
      return;
    }
    boolean otherWords = sight.hint() != lastHint || told != null || unsure != left.mayLie();
    lastHint = sight.hint();
    told = null;
    if (sight.width() * height != width * sight.height()) {
      // The outline lies over the picture only if both have one shape.
      width = sight.width();
      height = sight.height();
      refresh();
    } else if (otherWords) {
      say();
    }
    LivePicture picture = live;
    if (picture != null) {
      picture.outline(
          sight
              .quad()
              .map(quad ->
                  List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft()))
              .orElse(List.of())
              .stream()
              .map(point ->
                  new LivePicture.Point(point.x() / sight.width(), point.y() / sight.height()))
              .toList());
    }
    if (sight.hint() == PageWatcher.Hint.READY) {
      shoot();
    }
  }

  /** A camera that went silent is said so; its first frame takes the words back. */
  @Override
  protected void tick() {
    if (!taking && camera.isPresent() && ++silent == SILENT) {
      told = "material.camera.none";
      watch.forget();
      say();
    }
  }

  private void shoot() {
    Optional<byte[]> picture = watch.latest();
    if (taking || picture.isEmpty()) {
      return;
    }
    byte[] jpeg = picture.get();
    taking = true;
    watch.pause();
    turn.touched();
    refreshActions();
    turn.work(() -> scans.photograph(jpeg), this::took, _ -> taking = false);
  }

  private void took(Optional<Scans.Photographed> taken) {
    if (taken.isEmpty()) {
      look();
      taking = false;
      told = "material.camera.failed";
      refresh();
      return;
    }
    left.taken();
    CleanPage page = taken.get().page();
    Collected.Page fresh = Pages.of(page);
    var kept = new ArrayList<>(pages());
    boolean instead = replaced >= 0 && replaced < kept.size();
    int at = instead ? replaced : kept.size();
    if (instead) {
      kept.set(at, fresh);
    } else {
      kept.add(fresh);
    }
    check.collect(turn, rule, kept, fresh, taken.get().original());
    turn.go(new MaterialStages.Review(rule.id(), List.of(page.findings()), "", at));
  }

  @Override
  protected Runnable back() {
    return () -> turn.step(STEP);
  }
}
