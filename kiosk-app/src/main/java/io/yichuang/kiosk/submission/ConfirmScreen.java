package io.yichuang.kiosk.submission;

import com.vaadin.flow.component.AttachEvent;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.form.AnswerRow;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.material.MaterialCheck;
import io.yichuang.kiosk.material.MaterialDocuments;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.SummaryRow;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check your answers, sign, submit: nothing is final before this page. */
final class ConfirmScreen extends Screen {
  private static final Step STEP = new Step.Confirm();

  /**
   * So many rows stand above the signature; more of them, or large type, get a page of their own.
   */
  private static final int ROWS_ABOVE_SIGNATURE = 7;

  private final Submissions submissions;
  private final MaterialDocuments documents;
  private final MaterialCheck check;
  private final Signing signing;
  private final Clock clock;
  private final Turn turn;
  private @Nullable String problem;
  private boolean submitting;
  private boolean checked;

  ConfirmScreen(
      Submissions submissions,
      MaterialDocuments documents,
      MaterialCheck check,
      Signing signing,
      Clock clock,
      Turn turn) {
    super("confirm");
    this.submissions = submissions;
    this.documents = documents;
    this.check = check;
    this.signing = signing;
    this.clock = clock;
    this.turn = turn;
  }

  private ServiceItem item() {
    return turn.visit().item().orElseThrow();
  }

  private boolean signs() {
    return item().kind() == ServiceItem.Kind.APPLY;
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
    return getTranslation(signs() ? "submission.confirm.title" : "submission.confirm.title.print");
  }

  /** Whether list and signature are two pages. */
  private boolean apart() {
    long rows =
        3
            + item().questions().stream()
                .filter(turn.visit().journey()::asked)
                .filter(question -> turn.visit().answers().containsKey(question.id()))
                .count();
    return signs()
        && (rows >= ROWS_ABOVE_SIGNATURE
            || frame().looks().contains(Look.ELDER)
            || frame().looks().contains(Look.LOW_REACH));
  }

  @Override
  protected void render() {
    if (apart() && checked) {
      problem();
      sign();
      return;
    }
    Citizen who = turn.visit().citizen().orElseThrow();
    var rows = Sheet.list();
    rows.add(
        SummaryRow.masked(
            getTranslation("submission.name"), Masked.name(who.name()), who::name, null),
        SummaryRow.masked(
            getTranslation("submission.id-number"),
            Masked.id(who.idNumber()),
            who::idNumber,
            null));
    for (Question question : item().questions()) {
      Answer answer = turn.visit().answers().get(question.id());
      if (answer != null && turn.visit().journey().asked(question)) {
        rows.add(row(question, answer));
      }
    }
    if (!turn.visit().basket().isEmpty()) {
      rows.add(materials());
    }
    rows.add(
        new SummaryRow(
            getTranslation("submission.fee"), item().fee().note().in(turn.language()), null));
    add(rows, Parts.note(getTranslation("submission.hold")));
    if (signs() && !apart()) {
      problem();
      sign();
    }
  }

  private void problem() {
    if (problem != null) {
      add(new Hint(Light.RED, getTranslation(problem), null));
    }
  }

  private SummaryRow row(Question question, Answer answer) {
    return AnswerRow.of(
        question,
        item().asksForName(question),
        answer,
        turn.language(),
        this::getTranslation,
        new Action(
            "change-" + question.id(),
            getTranslation("submission.change"),
            () -> turn.step(new Step.Ask(question.id()))));
  }

  private SummaryRow materials() {
    int free = 0;
    int scanned = 0;
    int later = 0;
    for (Collected collected : turn.visit().basket().values()) {
      switch (collected) {
        case Collected.FromCard(var at) -> free++;
        case Collected.FromData(var dataset, var at) -> free++;
        case Collected.Scanned(var pages, var check) -> scanned++;
        case Collected.Photo(var page, var doubts) -> scanned++;
        case Collected.Promised(var at) -> later++;
        case Collected.Later() -> later++;
      }
    }
    var row =
        new SummaryRow(
            getTranslation("submission.materials"),
            getTranslation("submission.materials.count", free + scanned + later),
            getTranslation("submission.materials.kinds", free, scanned, later));
    if (!turn.visit().journey().mayVisit(new Step.Materials())) {
      return row;
    }
    return row.with(
        new Action(
            "look-materials",
            getTranslation("submission.look"),
            () -> turn.step(new Step.Materials())));
  }

  private void sign() {
    add(signing.field(this::getTranslation, looks().contains(Look.SPEECH), this::signed));
  }

  private void signed() {
    problem = null;
    turn.touched();
    if (signing.byKey()) {
      turn.visit().consent(Signing.BY_KEY, clock.instant());
      refresh();
    }
  }

  @Override
  protected Actions actions() {
    if (submitting) {
      return Actions.none().waiting(new WaitingBar(getTranslation("submission.submitting"), null));
    }
    var leave = new Action("leave", getTranslation("submission.leave"), turn::leave);
    if (apart() && !checked) {
      return Actions.quiet(leave)
          .go(new Action("checked", getTranslation("submission.checked"), () -> check(true)));
    }
    return Actions.quiet(leave)
        .go(
            new Action(
                "submit",
                getTranslation(signs() ? "submission.submit" : "submission.print"),
                this::submit));
  }

  private void check(boolean done) {
    checked = done;
    refresh();
  }

  private void submit() {
    if (submitting) {
      return;
    }
    Optional<String> strokes = signs() ? signing.signed() : Optional.of(SignatureJson.NONE);
    if (strokes.isEmpty()) {
      problem = "submission.sign.missing";
      refresh();
      return;
    }
    submitting = true;
    refreshActions();
    String signed = strokes.get();
    Map<String, Collected> basket = Map.copyOf(turn.visit().basket());
    var visit = turn.visit();
    var language = turn.language();
    turn.work(() -> documents.pdfs(basket), pdfs -> hand(Order.of(visit, pdfs, signed, language)));
  }

  /** First the journal; from then on the submission cannot be lost, and the page may say so. */
  private void hand(Order order) {
    turn.work(
        () -> submissions.journal(order),
        journalled -> {
          turn.visit().submitted(journalled.terminalNumber());
          turn.work(
              () -> submissions.bring(journalled),
              brought -> turn.go(new SubmissionStages.Made(order, brought, 1)));
        });
  }

  /** An answer may have been corrected here since the pages were looked at. */
  @Override
  protected void onAttach(AttachEvent event) {
    if (check.again(turn)) {
      turn.later(() -> turn.step(new Step.Materials()));
    }
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }

  /** From the touch on submit on, leaving would tell the citizen that nothing was submitted. */
  @Override
  public boolean underway() {
    return submitting;
  }

  @Override
  protected @Nullable Runnable back() {
    if (submitting) {
      return null;
    }
    return apart() && checked ? () -> check(false) : turn.back(STEP);
  }
}
