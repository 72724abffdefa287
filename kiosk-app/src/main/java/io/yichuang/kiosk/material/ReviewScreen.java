package io.yichuang.kiosk.material;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.devices.DeviceBoard;
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
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scanned pages beside the sample: keep them, drop one, or scan again. */
final class ReviewScreen extends Screen {
  private static final Logger log = LoggerFactory.getLogger(ReviewScreen.class);
  private static final Step STEP = new Step.Materials();

  /** Findings of a page that are told: each takes some line of large type, above the picture. */
  private static final int MOST = 3;

  private final MaterialRule rule;
  private final List<Set<Finding>> findings;
  private final String told;
  private final MaterialCheck check;
  private final DeviceBoard devices;
  private final SampleSheets samples;
  private final LivePictures pictures;
  private final Turn turn;
  private final int first;
  private int shown;
  private byte @Nullable [] drawn;
  private @Nullable CheckPanel panel;
  private @Nullable LivePicture shownPage;
  private Span covered = new Span();

  ReviewScreen(
      MaterialRule rule,
      MaterialStages.Review stage,
      MaterialCheck check,
      DeviceBoard devices,
      SampleSheets samples,
      LivePictures pictures,
      Turn turn) {
    super("review");
    this.rule = rule;
    this.findings = stage.findings();
    this.told = stage.told();
    this.check = check;
    this.devices = devices;
    this.samples = samples;
    this.pictures = pictures;
    this.turn = turn;
    this.first = stage.page() < 0 ? pages().size() - findings.size() : stage.page();
    // Of a stack, the first page that somebody should look at.
    int look = 0;
    while (look < findings.size() && findings.get(look).isEmpty()) {
      look++;
    }
    int start = look < findings.size() ? first + look : first;
    this.shown = Math.clamp(start, 0, Math.max(0, pages().size() - 1));
  }

  private Collected.@Nullable Scanned scanned() {
    return turn.visit().basket().get(rule.id()) instanceof Collected.Scanned scanned
        ? scanned
        : null;
  }

  private List<Collected.Page> pages() {
    var scanned = scanned();
    return scanned == null ? List.of() : scanned.pages();
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String eyebrow() {
    return getTranslation("material.review.sub", rule.name().in(turn.language()), pages().size());
  }

  @Override
  protected String title() {
    return getTranslation("material.review.title");
  }

  @Override
  protected void render() {
    if (!told.isEmpty()) {
      add(new Hint(Light.YELLOW, getTranslation(told, rule.pagesAtMost()), null));
    }
    if (shown >= first && shown - first < findings.size()) {
      String wrong = words(findings.get(shown - first));
      if (!wrong.isEmpty()) {
        add(new Hint(Light.YELLOW, wrong, null));
      }
    }
    String others = others();
    if (!others.isEmpty()) {
      add(new Hint(Light.YELLOW, getTranslation("material.review.others", others), null));
    }
    if (pages().isEmpty()) {
      return;
    }
    Collected.Page page = pages().get(shown);
    drawn = page.jpeg();
    var compared = new CheckPanel(rule, turn.language());
    compared.show(scanned());
    panel = compared;
    add(compared);
    var picture =
        new LivePicture(
            pictures.still(page.jpeg(), turn.epoch()),
            Math.round(page.widthPoints()),
            Math.round(page.heightPoints()),
            getTranslation("material.review.page", shown + 1, pages().size()));
    picture.addClassName("yc-scanned-page");
    add(samples.beside(picture, rule.sample(), turn.language()));
    covered = Parts.note(getTranslation("material.review.covered"));
    add(covered);
    shownPage = picture;
    cover(page);
    keys(page);
  }

  /** Of a photo there is one key more: too many for one row. */
  private void keys(Collected.Page page) {
    Div row =
        Parts.row(
            small(
                new Action(
                        "previous-page",
                        getTranslation("material.review.previous"),
                        () -> show(shown - 1))
                    .onlyIf(shown > 0)),
            Parts.note(getTranslation("material.review.page", shown + 1, pages().size())),
            small(
                new Action(
                        "following-page",
                        getTranslation("material.review.following"),
                        () -> show(shown + 1))
                    .onlyIf(shown + 1 < pages().size())));
    add(row);
    if (check.original(page).isPresent()) {
      row = Parts.row();
      add(row);
    }
    row.add(
        small(
            new Action("retake-page", getTranslation("material.review.retake"), this::retake)
                .with(Icon.CAMERA)
                .onlyIf(devices.canServe(DeviceBoard.DOCUMENT_CAMERA))));
    if (check.original(page).isPresent()) {
      row.add(
          small(
              new Action("corners", getTranslation("material.review.corners"), this::corners)
                  .with(Icon.HAND_FINGER)));
    }
    row.add(
        small(
            new Action("drop-page", getTranslation("material.review.drop"), this::drop)
                .with(Icon.TRASH)));
  }

  private static ActionButton small(Action action) {
    return new ActionButton(action).small();
  }

  /** All in one box: who lays the sheet anew has to know each of them. */
  private String words(Set<Finding> found) {
    return found.stream()
        .sorted()
        .limit(MOST)
        .map(finding ->
            getTranslation(
                "material.review.finding."
                    + finding.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .collect(Collectors.joining(" "));
  }

  /** Numbers of the other pages with something to look at. */
  private String others() {
    return IntStream.range(0, findings.size())
        .filter(at -> !findings.get(at).isEmpty() && first + at != shown)
        .mapToObj(at -> Integer.toString(first + at + 1))
        .collect(Collectors.joining(getTranslation("material.review.and")));
  }

  /** What was read meanwhile; a page that lay upside down stands upright then. */
  @Override
  protected void tick() {
    CheckPanel compared = panel;
    if (compared != null) {
      compared.show(scanned());
    }
    if (shown >= pages().size()) {
      return;
    }
    Collected.Page page = pages().get(shown);
    if (!Arrays.equals(page.jpeg(), drawn)) {
      refresh();
    } else if (page.print() != null && !covered.isVisible()) {
      cover(page);
    }
  }

  /** Nobody reads a number over the citizen's shoulder. */
  private void cover(Collected.Page page) {
    LivePicture picture = shownPage;
    if (picture == null) {
      return;
    }
    List<List<LivePicture.Point>> bars = List.of();
    try {
      bars = LongNumbers.on(page, Picture.longSide(page.jpeg()));
    } catch (UnreadableImageException e) {
      // A page that was cleaned here can be read; without it there is nothing to cover.
      log.warn("a cleaned page cannot be read: {}", e.getMessage());
    }
    picture.cover(bars);
    covered.setVisible(!bars.isEmpty());
  }

  private void show(int page) {
    shown = page;
    refresh();
  }

  private void retake() {
    turn.go(new MaterialStages.Camera(rule.id(), shown));
  }

  private void corners() {
    turn.go(new MaterialStages.MoveCorners(rule.id(), shown));
  }

  private void drop() {
    var kept = new ArrayList<>(pages());
    kept.remove(shown);
    if (kept.isEmpty()) {
      again();
      return;
    }
    check.collect(turn, rule, kept, List.of());
    int next = Math.min(shown, kept.size() - 1);
    turn.go(new MaterialStages.Review(rule.id(), List.of(), "", next));
  }

  private void keep() {
    check.keep(turn, rule);
    turn.step(STEP);
  }

  private void again() {
    turn.visit().putBack(rule.id());
    turn.step(STEP);
  }

  @Override
  protected Actions actions() {
    var quiet = new ArrayList<Action>();
    quiet.add(new Action("scan-again", getTranslation("material.review.again"), this::again));
    if (devices.canServe(DeviceBoard.DOCUMENT_CAMERA) && pages().size() < rule.pagesAtMost()) {
      quiet.add(
          new Action(
              "add-page",
              getTranslation("material.review.more"),
              () -> turn.go(new MaterialStages.Camera(rule.id()))));
    }
    return Actions.quiet(quiet.toArray(Action[]::new))
        .go(
            new Action("keep-pages", getTranslation("material.review.keep"), this::keep)
                .onlyIf(pages().size() >= rule.pagesAtLeast()));
  }

  @Override
  protected Runnable back() {
    return () -> turn.step(STEP);
  }
}
