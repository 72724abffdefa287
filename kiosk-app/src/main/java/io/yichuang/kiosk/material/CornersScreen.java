package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.Quad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The photo of a sheet with its four corners: what the machine saw wrong a finger puts right. */
final class CornersScreen extends Screen {
  private static final Step STEP = new Step.Materials();

  private final MaterialRule rule;
  private final int page;
  private final Original photo;
  private final int longSide;
  private final Scans scans;
  private final MaterialCheck check;
  private final LivePictures pictures;
  private final Turn turn;

  /** Empty while it is the whole photo. */
  private Optional<Quad> corners;

  private boolean moved;
  private boolean cutting;
  private boolean unreadable;
  private @Nullable Hint hint;
  private @Nullable CornersField field;

  private CornersScreen(
      MaterialRule rule,
      int page,
      Original photo,
      int longSide,
      Scans scans,
      MaterialCheck check,
      LivePictures pictures,
      Turn turn) {
    super("corners");
    this.rule = rule;
    this.page = page;
    this.photo = photo;
    this.longSide = longSide;
    this.scans = scans;
    this.check = check;
    this.pictures = pictures;
    this.turn = turn;
    this.corners = photo.used();
  }

  /** Of a page of this material; empty if it came from no photo. */
  static Optional<Screen> of(
      MaterialRule rule,
      int page,
      Scans scans,
      MaterialCheck check,
      LivePictures pictures,
      Turn turn) {
    List<Collected.Page> pages = pages(rule, turn);
    if (page >= pages.size()) {
      return Optional.empty();
    }
    return check
        .original(pages.get(page))
        .map(photo ->
            new CornersScreen(rule, page, photo, longSide(photo), scans, check, pictures, turn));
  }

  private static int longSide(Original photo) {
    try {
      return Picture.longSide(photo.frame());
    } catch (UnreadableImageException e) {
      // A page was made from it.
      throw new IllegalStateException("a photo cannot be read any more", e);
    }
  }

  private static List<Collected.Page> pages(MaterialRule rule, Turn turn) {
    return turn.visit().basket().get(rule.id()) instanceof Collected.Scanned scanned
        ? scanned.pages()
        : List.of();
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return getTranslation("material.corners.eyebrow", rule.name().in(turn.language()), page + 1);
  }

  @Override
  protected String title() {
    return getTranslation("material.corners.title");
  }

  @Override
  protected void render() {
    var line = new Hint(Light.YELLOW, "", null);
    hint = line;
    var photograph =
        new CornersField(
            pictures.still(photo.frame(), turn.epoch()),
            getTranslation("material.corners.photo"),
            Stream.of("top-left", "top-right", "bottom-right", "bottom-left")
                .map(corner -> getTranslation("material.corners." + corner))
                .toList(),
            corners,
            this::moved);
    field = photograph;
    say();
    add(line);
    // One block, so that who sits reaches the photo with its keys.
    add(
        Parts.div(
            "yc-corners",
            photograph,
            Parts.row(
                new ActionButton(
                        new Action(
                                "reset-corners",
                                getTranslation("material.corners.reset"),
                                this::reset)
                            .with(Icon.REFRESH))
                    .small())));
  }

  private Optional<Corners.Doubt> doubt() {
    return corners.flatMap(quad -> Corners.doubt(quad, longSide));
  }

  private void say() {
    Hint line = hint;
    CornersField photograph = field;
    if (line == null || photograph == null) {
      return;
    }
    Optional<Corners.Doubt> doubt = doubt();
    photograph.doubt(doubt.isPresent());
    String words =
        unreadable
            ? "material.corners.unreadable"
            : doubt
                .map(bad -> "material.corners." + bad.name().toLowerCase(Locale.ROOT))
                .orElse("material.corners.how");
    boolean well = doubt.isEmpty() && !unreadable;
    line.say(
        well ? Light.GREEN : Light.YELLOW, getTranslation(words), well ? Icon.HAND_FINGER : null);
  }

  private void moved(JsonNode data) {
    Optional<Quad> told = Corners.read(data, longSide);
    if (told.isEmpty() || cutting || !turn.current()) {
      return;
    }
    turn.touched();
    corners = told;
    moved = true;
    unreadable = false;
    say();
  }

  private void reset() {
    if (cutting) {
      return;
    }
    corners = photo.found();
    moved = !corners.equals(photo.used());
    unreadable = false;
    CornersField photograph = field;
    if (photograph != null) {
      photograph.place(corners);
    }
    say();
  }

  private void keep() {
    if (!moved) {
      leave();
      return;
    }
    if (cutting || doubt().isPresent()) {
      say();
      return;
    }
    cutting = true;
    refreshActions();
    Optional<Quad> wanted = corners;
    turn.work(() -> scans.cut(photo, wanted), this::cut, _ -> cutting = false);
  }

  private void cut(Optional<Scans.Photographed> made) {
    var kept = new ArrayList<>(pages(rule, turn));
    if (made.isEmpty() || page >= kept.size()) {
      cutting = false;
      unreadable = true;
      refresh();
      return;
    }
    Collected.Page fresh = Pages.of(made.get().page());
    kept.set(page, fresh);
    check.collect(turn, rule, kept, fresh, made.get().original());
    turn.go(new MaterialStages.Review(rule.id(), List.of(made.get().page().findings()), "", page));
  }

  private void leave() {
    turn.go(new MaterialStages.Review(rule.id(), List.of(), "", page));
  }

  @Override
  protected Actions actions() {
    if (cutting) {
      return Actions.none()
          .waiting(new WaitingBar(getTranslation("material.feeder.cleaning"), null));
    }
    return Actions.quiet(
            new Action("leave-corners", getTranslation("material.corners.leave"), this::leave))
        .go(new Action("keep-corners", getTranslation("material.corners.keep"), this::keep));
  }

  /** The corners that were moved come back after "are you still there". */
  @Override
  public boolean keepsDraft() {
    return moved;
  }

  @Override
  protected Runnable back() {
    return this::leave;
  }
}
