package io.yichuang.kiosk.rehearsal;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The made-up card is laid by a touch; if the item asks for more, the message stands on the page.
 */
final class CardScreen extends StepScreen {
  private final MadeUp madeUp;
  private final KioskKeyboard keyboard;
  private final Entry entry;
  private String code = "";
  private boolean wrong;

  CardScreen(MadeUp madeUp, KioskKeyboard keyboard, Turn turn) {
    super("rehearsal-identity", new Step.Identify(), turn);
    this.madeUp = madeUp;
    this.keyboard = keyboard;
    this.entry =
        new Entry(
            "rehearsal-code",
            MadeUp.CODE.length(),
            value -> {
              code = value;
              turn.touched();
            });
  }

  private boolean laid() {
    return turn.visit().citizen().isPresent();
  }

  @Override
  protected String title() {
    return getTranslation(laid() ? "rehearsal.code.title" : "rehearsal.card.title");
  }

  @Override
  protected String sub() {
    return getTranslation(laid() ? "rehearsal.code.sub" : "rehearsal.card.sub");
  }

  @Override
  protected void render() {
    if (!laid()) {
      Citizen person = madeUp.citizen();
      add(
          Sheet.of(
              Parts.tip(Icon.ID, getTranslation("rehearsal.card.is"), null),
              Parts.lead(Masked.name(person.name())),
              Parts.body(Masked.id(person.idNumber()))));
      return;
    }
    add(
        new Hint(Light.GREEN, getTranslation("rehearsal.code.message", MadeUp.CODE), null),
        entry.show(getTranslation("rehearsal.code.label"), null, code));
    if (wrong) {
      add(new Hint(Light.RED, getTranslation("rehearsal.code.wrong"), null));
    }
  }

  @Override
  protected @Nullable Component keyboard() {
    if (!laid()) {
      return null;
    }
    keyboard.setLayout(KeyboardLayout.DIGITS);
    return keyboard;
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(
            laid()
                ? new Action("rehearsal-check", getTranslation("rehearsal.code.check"), this::check)
                : new Action("rehearsal-card", getTranslation("rehearsal.card.lay"), this::lay));
  }

  private void lay() {
    recognised(Visit.Means.ID_CARD);
  }

  private void check() {
    wrong = !code.equals(MadeUp.CODE);
    if (wrong) {
      refresh();
    } else {
      recognised(Visit.Means.SMS);
    }
  }

  private void recognised(Visit.Means by) {
    madeUp.recognised(turn.visit(), by);
    boolean reached =
        turn.visit()
            .assurance()
            .filter(level -> level.compareTo(item().assurance()) >= 0)
            .isPresent();
    if (reached) {
      madeUp.fill(turn.visit());
      proceed();
    } else {
      refresh();
    }
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }
}
