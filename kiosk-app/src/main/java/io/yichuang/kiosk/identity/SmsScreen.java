package io.yichuang.kiosk.identity;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.identity.Recognition.Sms;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.platform.SmsChallenge;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Number and a code by SMS: as good as a face, for everybody. After a card the number is known
 * already.
 */
final class SmsScreen extends Screen {
  private static final int ID_LENGTH = 18;
  private static final int CODE_LENGTH = 6;

  private final Goal goal;
  private final Recognition recognition;
  private final KioskKeyboard keyboard;
  private final Clock clock;
  private final Turn turn;
  private String number;
  private String code = "";
  private @Nullable SmsChallenge challenge;
  private @Nullable String problem;
  private boolean asking;
  private final Entry codeEntry;
  private final Entry numberEntry;

  SmsScreen(Goal goal, Recognition recognition, KioskKeyboard keyboard, Clock clock, Turn turn) {
    super("identity-sms");
    this.goal = goal;
    this.recognition = recognition;
    this.keyboard = keyboard;
    this.clock = clock;
    this.turn = turn;
    this.number = turn.visit().citizen().map(Citizen::idNumber).orElse("");
    this.codeEntry =
        new Entry(
            "sms-code",
            CODE_LENGTH,
            value -> {
              code = value;
              turn.touched();
            });
    this.numberEntry =
        new Entry(
            "id-number",
            ID_LENGTH,
            value -> {
              number = value.strip().toUpperCase(Locale.ROOT);
              turn.touched();
            });
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
        challenge == null ? "identity.sms.number.title" : "identity.sms.code.title");
  }

  @Override
  protected String sub() {
    SmsChallenge sent = challenge;
    return sent == null
        ? getTranslation("identity.sms.number.sub")
        : getTranslation("identity.sms.code.sub", sent.phone());
  }

  private boolean numberKnown() {
    return turn.visit().citizen().isPresent();
  }

  @Override
  protected void render() {
    if (challenge != null) {
      add(codeEntry.show(getTranslation("identity.sms.code.label"), null, code));
    } else if (numberKnown()) {
      add(new Hint(Light.GREEN, Masked.id(number), null));
    } else {
      add(numberEntry.show(getTranslation("identity.sms.number.label"), null, number));
    }
    if (problem != null) {
      add(new Hint(Light.RED, getTranslation(problem), null));
    }
  }

  @Override
  protected @Nullable Component keyboard() {
    if (challenge == null && numberKnown()) {
      return null;
    }
    keyboard.setLayout(challenge == null ? KeyboardLayout.ID_NUMBER : KeyboardLayout.DIGITS);
    return keyboard;
  }

  @Override
  protected Actions actions() {
    if (asking) {
      return Actions.none().waiting(new WaitingBar(getTranslation("identity.looking"), null));
    }
    if (challenge == null) {
      return Actions.quiet(other())
          .go(new Action("send-code", getTranslation("identity.sms.send"), this::send));
    }
    return Actions.quiet(
            new Action("resend-code", getTranslation("identity.sms.resend"), this::send).binds())
        .go(new Action("check-code", getTranslation("identity.sms.check"), this::check));
  }

  private Action other() {
    return new Action(
        "other-way",
        getTranslation("identity.face.other"),
        () -> turn.go(new IdentityStages.Ways(goal)));
  }

  private void send() {
    if (!number.matches("[0-9]{17}[0-9X]|[A-Z]{3}[0-9]{12}")) {
      tell("identity.sms.bad-number");
      return;
    }
    String asked = number;
    work(() -> recognition.send(asked));
  }

  private void check() {
    SmsChallenge sent = challenge;
    if (sent == null || !code.matches("[0-9]{6}")) {
      tell("identity.sms.wrong");
      return;
    }
    String typed = code;
    work(() -> recognition.check(sent, typed));
  }

  private void work(java.util.concurrent.Callable<Sms> ask) {
    asking = true;
    problem = null;
    refreshActions();
    turn.work(ask, this::came);
  }

  private void came(Sms result) {
    asking = false;
    switch (result) {
      case Sms.Sent(SmsChallenge sent) -> {
        challenge = sent;
        code = "";
        refresh();
      }
      case Sms.Right(Citizen citizen) -> {
        // What others know is on its way: no key may lead away from under it.
        asking = true;
        refreshActions();
        turn.visit().recognise(citizen, Visit.Means.SMS, clock.instant());
        goal.reached().run();
      }
      case Sms.No(String text) -> {
        if (text.equals("identity.sms.expired")) {
          challenge = null;
        }
        code = "";
        tell(text);
      }
    }
  }

  private void tell(String words) {
    problem = words;
    refresh();
  }

  @Override
  protected @Nullable Runnable back() {
    return asking ? null : () -> turn.go(new IdentityStages.Ways(goal));
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }
}
