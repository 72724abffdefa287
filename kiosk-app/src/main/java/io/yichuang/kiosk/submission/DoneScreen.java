package io.yichuang.kiosk.submission;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.rating.Ratings;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.submission.PrintJobs.Paper;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.RatingRow;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.Texts;
import io.yichuang.kiosk.ui.Timeline;
import io.yichuang.kiosk.ui.WindowView;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * It is made: the code to ask with, the paper to take, what happens next, and five words about us.
 */
final class DoneScreen extends Screen {
  private final SubmissionStages.Made made;
  private final Submissions submissions;
  private final Papers papers;
  private final Ratings ratings;
  private final Texts texts;
  private final Clock clock;
  private final Turn turn;
  private @Nullable Paper paper;
  private boolean printing;
  private int attempt;
  private @Nullable Integer rated;

  DoneScreen(
      SubmissionStages.Made made,
      Submissions submissions,
      Papers papers,
      Ratings ratings,
      Texts texts,
      Clock clock,
      Turn turn) {
    super("done");
    this.made = made;
    this.attempt = made.attempt();
    this.submissions = submissions;
    this.papers = papers;
    this.ratings = ratings;
    this.texts = texts;
    this.clock = clock;
    this.turn = turn;
  }

  private ServiceItem item() {
    return made.order().item();
  }

  private boolean instant() {
    return item().kind() == ServiceItem.Kind.INSTANT;
  }

  @Override
  protected @Nullable Steps steps() {
    return turn.visit().item().isPresent()
        ? Strokes.at(turn, Step.Phase.RESULT, this::getTranslation)
        : null;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    seen();
    if (!printing && paper == null) {
      print();
    }
  }

  /** Only when the browser has shown the page is nobody to be told by message any more. */
  private void seen() {
    var submitted = made.submitted();
    getElement()
        .executeJs("return true")
        .then(
            Boolean.class,
            _ ->
                turn.work(
                    () -> {
                      submissions.shown(submitted);
                      return submitted;
                    },
                    _ -> {}));
  }

  private void print() {
    printing = true;
    refresh();
    int now = attempt;
    turn.work(
        () -> papers.print(made.order(), made.submitted(), now),
        result -> {
          printing = false;
          paper = result;
          turn.touched();
          if (result instanceof Paper.None none) {
            turn.go(new SubmissionStages.NoPaper(made.order(), made.submitted(), now, none));
          } else {
            refresh();
          }
        });
  }

  @Override
  protected void render() {
    Optional<CaseFile> file = made.submitted().made();
    String name = Masked.name(made.order().citizen().name());
    String item = item().name().in(turn.language());
    String head = instant() && file.isPresent() ? "submission.done.instant" : "submission.done";
    var title = new H1(getTranslation(refused() ? "submission.done.refused.title" : head));
    title.addClassName("yc-h1");
    add(
        Parts.div(
            "yc-fin",
            new WindowView(WindowView.Size.DONE),
            new Div(
                title,
                Parts.body(
                    getTranslation(file.isPresent() ? head + ".what" : waiting(), name, item)))));
    add(new NumberSheet(made.submitted()), paperRow());
    if (made.order().basket().values().stream().anyMatch(Collected.Scanned.class::isInstance)) {
      add(Parts.tip(Icon.FILE_TEXT, getTranslation("submission.originals"), null));
    }
    // What comes next of an instant item is its paper; without the platform there is none yet.
    if (!item().next().isEmpty() && !refused() && (file.isPresent() || !instant())) {
      add(Parts.head(getTranslation("submission.next")), next(file));
    }
    if (file.isPresent()) {
      rating(file.get());
    }
  }

  private String waiting() {
    return refused() ? "submission.done.refused" : "submission.done.offline";
  }

  private boolean refused() {
    return made.submitted().refused();
  }

  @Override
  protected String prompt() {
    return refused() ? getTranslation("voice.screen.broken") : super.prompt();
  }

  /** After "are you still there" the same page again: a new one would print its paper again. */
  @Override
  public boolean keepsDraft() {
    return true;
  }

  /** Who goes home while it prints leaves the paper for whoever comes. */
  @Override
  public boolean underway() {
    return printing;
  }

  private Div paperRow() {
    Paper now = paper;
    String what = instant() && made.submitted().made().isPresent() ? "certificate" : "receipt";
    if (now == null) {
      return row(
          Icon.PRINTER, "submission.paper.printing." + what, "submission.paper.wait", "printing");
    }
    return switch (now) {
      case Paper.Out() -> {
        var row =
            row(
                Icon.RECEIPT,
                "submission.paper.take." + what,
                "submission.paper.where." + what,
                "out");
        row.add(missing());
        yield row;
      }
      case Paper.Look(String code) -> {
        var row = row(Icon.PRINTER, "submission.paper.look", "submission.paper.look.note", "look");
        row.add(missing());
        yield row;
      }
      case Paper.None none -> row(Icon.PRINTER, none.text(), "submission.paper.none.note", "none");
    };
  }

  private Div row(Icon icon, String words, String note, String state) {
    var row =
        Parts.div(
            "yc-slip",
            icon.icon(),
            new Div(Parts.lead(getTranslation(words)), Parts.note(getTranslation(note))));
    row.getElement().setAttribute("data-paper", state);
    row.getElement().setAttribute("role", "status");
    return row;
  }

  /** Printed again only because the citizen says so, never by itself. */
  private ActionButton missing() {
    return new ActionButton(
            new Action("no-paper", getTranslation("submission.paper.missing"), this::printAgain)
                .binds())
        .small();
  }

  private void printAgain() {
    attempt++;
    print();
  }

  private Timeline next(Optional<CaseFile> file) {
    Locale language = turn.language();
    return new Timeline(
            item().next().stream()
                .map(step ->
                    new Timeline.Point(
                        step.when() == ServiceItem.Next.When.TODAY
                            ? Timeline.When.DONE
                            : Timeline.When.LATER,
                        Dates.when(step, file, texts, language, clock),
                        step.what().in(language),
                        step.note() == null ? null : step.note().in(language)))
                .toList())
        .inline();
  }

  private void rating(CaseFile file) {
    List<String> words =
        IntStream.iterate(RatingRow.BEST, grade -> grade > 0, grade -> grade - 1)
            .mapToObj(grade -> getTranslation("rating." + grade))
            .toList();
    Div note = Parts.bar(getTranslation("rating.title"), getTranslation("rating.optional"));
    add(note, new RatingRow(words, rated, grade -> rate(file, grade)));
  }

  private void rate(CaseFile file, int grade) {
    turn.touched();
    rated = grade;
    turn.work(
        () -> ratings.rate(file.code(), grade),
        noted -> {
          if (!noted) {
            rated = null;
            refresh();
          }
        });
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(
            new Action(
                    "another",
                    getTranslation("submission.another"),
                    () -> turn.go(new Stage.Home()))
                .onlyIf(!printing))
        .go(
            new Action(
                    "finish",
                    getTranslation("submission.finish"),
                    () -> turn.end(EndReason.FINISHED))
                .onlyIf(!printing));
  }
}
