package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.ChoiceCards;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.WaitingBar;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Submitted, only the paper did not come: what is sure, and how else the receipt can reach the
 * citizen.
 */
final class NoPaperScreen extends Screen {
  private static final String BY_SMS = "by-sms";
  private static final String AGAIN = "print-again";
  private static final String BY_STAFF = "by-staff";

  private final SubmissionStages.NoPaper stage;
  private final Platform platform;
  private final Turn turn;
  private String chosen;
  private @Nullable String told;
  private boolean working;

  NoPaperScreen(SubmissionStages.NoPaper stage, Platform platform, Turn turn) {
    super("no-paper");
    this.stage = stage;
    this.platform = platform;
    this.turn = turn;
    this.chosen = bySms() ? BY_SMS : AGAIN;
  }

  private Optional<String> code() {
    return Papers.code(stage.submitted());
  }

  /** A message is as good as a receipt; it is no certificate. */
  private boolean bySms() {
    return code().isPresent() && !certificate();
  }

  private boolean certificate() {
    return code().isPresent() && stage.order().item().kind() == ServiceItem.Kind.INSTANT;
  }

  /** Of the words: the platform has it, it waits in here, or a person has to look at it. */
  private String standing() {
    if (code().isPresent()) {
      return "";
    }
    return stage.submitted().refused() ? ".refused" : ".waiting";
  }

  @Override
  protected String prompt() {
    return stage.submitted().refused() ? getTranslation("voice.screen.broken") : super.prompt();
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }

  @Override
  protected String eyebrow() {
    return stage.order().item().name().in(turn.language());
  }

  @Override
  protected String title() {
    return getTranslation("submission.no-paper.title" + standing());
  }

  @Override
  protected void render() {
    add(
        new NumberSheet(stage.submitted()),
        Sheet.list(
            new ListRow(
                stage.submitted().refused() ? Light.YELLOW : Light.GREEN,
                getTranslation("submission.no-paper.submitted" + standing()),
                null),
            new ListRow(Light.GREEN, getTranslation("submission.no-paper.no-charge"), null),
            new ListRow(Light.RED, getTranslation(stage.why().text()), null)));
    if (told != null) {
      add(new Hint(Light.YELLOW, getTranslation(told), null));
    }
    add(Parts.head(getTranslation("submission.no-paper.how")));
    var choices = new ArrayList<ChoiceCards.Choice>();
    String phone = stage.order().phone();
    if (bySms()) {
      choices.add(
          new ChoiceCards.Choice(
              BY_SMS,
              Icon.DEVICE_MOBILE_MESSAGE,
              phone.isEmpty()
                  ? getTranslation("submission.no-paper.sms.registered")
                  : getTranslation("submission.no-paper.sms", Masked.phone(phone)),
              getTranslation("submission.no-paper.sms.note")));
    }
    choices.add(
        new ChoiceCards.Choice(
            AGAIN,
            Icon.REPEAT,
            getTranslation("submission.no-paper.again"),
            getTranslation("submission.no-paper.again.note")));
    choices.add(
        new ChoiceCards.Choice(
            BY_STAFF,
            Icon.HEADSET,
            getTranslation("submission.no-paper.staff"),
            getTranslation("submission.no-paper.staff.note")));
    add(
        new ChoiceCards(
            choices,
            chosen,
            taken -> {
              chosen = taken;
              turn.touched();
              refreshActions();
            }));
    String code = stage.why().code();
    add(
        Parts.foot(
            getTranslation(
                "submission.no-paper.fine" + (certificate() ? ".certificate" : standing())),
            code.isEmpty() ? null : getTranslation("submission.no-paper.code", code)));
  }

  @Override
  protected Actions actions() {
    if (working) {
      return Actions.none().waiting(new WaitingBar(getTranslation("submission.paper.wait"), null));
    }
    return Actions.quiet(
            new Action(
                    "no-receipt",
                    getTranslation("submission.no-paper.none"),
                    () -> turn.end(EndReason.FINISHED))
                .binds())
        .go(new Action("choose", getTranslation("submission.no-paper." + chosen), this::go));
  }

  private void go() {
    switch (chosen) {
      case BY_SMS -> sms();
      case BY_STAFF -> {
        told = "submission.no-paper.staff.told";
        refresh();
      }
      default ->
          turn.go(new SubmissionStages.Made(stage.order(), stage.submitted(), stage.attempt() + 1));
    }
  }

  private void sms() {
    String code = code().orElseThrow();
    working = true;
    refreshActions();
    turn.work(
        () -> {
          try {
            platform.sendReceipt(code);
            return true;
          } catch (PlatformException e) {
            return false;
          }
        },
        sent -> {
          working = false;
          told = sent ? "submission.no-paper.sms.sent" : "submission.no-paper.sms.not-sent";
          refresh();
        });
  }
}
