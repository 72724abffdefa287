package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.form.AnswerRow;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Signature;
import io.yichuang.kiosk.ui.SignatureField;
import io.yichuang.kiosk.ui.SummaryRow;
import org.jspecify.annotations.Nullable;

/** Check and sign: two pages, as on the real ones with large type. What is signed goes nowhere. */
final class SignScreen extends StepScreen {
  private @Nullable Signature signature;
  private boolean checked;

  SignScreen(Turn turn) {
    super("rehearsal-confirm", new Step.Confirm(), turn);
  }

  private boolean signing() {
    return checked && item().kind() == ServiceItem.Kind.APPLY;
  }

  @Override
  protected String title() {
    return getTranslation(signing() ? "rehearsal.sign.title" : "rehearsal.confirm.title");
  }

  @Override
  protected void render() {
    if (signing()) {
      sign();
      return;
    }
    Citizen who = turn.visit().citizen().orElseThrow();
    var rows = Sheet.list();
    rows.add(
        SummaryRow.masked(
            getTranslation("rehearsal.name"), Masked.name(who.name()), who::name, null));
    for (Question question : item().questions()) {
      Answer answer = turn.visit().answers().get(question.id());
      if (answer != null && turn.visit().journey().asked(question)) {
        rows.add(row(question, answer));
      }
    }
    add(rows);
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
            getTranslation("rehearsal.change"),
            () -> turn.step(new Step.Ask(question.id()))));
  }

  private void sign() {
    var words =
        new SignatureField.Words(
            getTranslation("rehearsal.sign"),
            getTranslation("rehearsal.sign.hint"),
            getTranslation("rehearsal.sign.title"),
            getTranslation("rehearsal.sign.again"));
    add(
        new SignatureField(
            words,
            signature,
            written -> {
              signature = written;
              turn.touched();
            }));
  }

  @Override
  protected Actions actions() {
    if (!checked && item().kind() == ServiceItem.Kind.APPLY) {
      return Actions.none()
          .go(new Action("checked", getTranslation("rehearsal.checked"), () -> check(true)));
    }
    return Actions.none()
        .go(
            new Action(
                "rehearsal-submit",
                getTranslation("rehearsal.submit"),
                () -> turn.go(new RehearsalStages.Over())));
  }

  private void check(boolean done) {
    checked = done;
    refresh();
  }

  @Override
  protected @Nullable Runnable back() {
    return signing() ? () -> check(false) : super.back();
  }
}
