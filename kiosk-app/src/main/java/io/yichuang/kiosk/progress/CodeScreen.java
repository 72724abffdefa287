package io.yichuang.kiosk.progress;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Screen;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The supervision code, typed from a receipt. */
final class CodeScreen extends Screen {
  private static final int DIGITS = 20;

  private final Platform platform;
  private final KioskKeyboard keyboard;
  private final Turn turn;
  private String typed = "";
  private @Nullable String problem;

  CodeScreen(Platform platform, KioskKeyboard keyboard, Turn turn) {
    super("progress-code");
    this.platform = platform;
    this.keyboard = keyboard;
    this.turn = turn;
    keyboard.setLayout(KeyboardLayout.DIGITS);
  }

  @Override
  protected String eyebrow() {
    return getTranslation("progress.eyebrow");
  }

  @Override
  protected String title() {
    return getTranslation("progress.code.title");
  }

  @Override
  protected String sub() {
    return getTranslation("progress.code.sub");
  }

  @Override
  protected void render() {
    add(
        new Entry(
            "code",
            getTranslation("progress.code.label"),
            null,
            typed,
            DIGITS,
            value -> {
              typed = value.replaceAll("[^0-9]", "");
              turn.touched();
            }));
    if (problem != null) {
      add(new Hint(Light.RED, getTranslation(problem), null));
    }
  }

  @Override
  protected Component keyboard() {
    return keyboard;
  }

  @Override
  protected Actions actions() {
    return Actions.none().go(new Action("search", getTranslation("progress.search"), this::search));
  }

  private void search() {
    if (!valid(typed)) {
      tell("progress.code.wrong");
      return;
    }
    String code = typed;
    turn.work(
        () -> CaseSearch.of(() -> platform.caseByCode(code)),
        found -> {
          switch (found) {
            case CaseSearch.Found(var cases) when cases.isEmpty() -> tell("progress.code.unknown");
            case CaseSearch.Found(var cases) -> turn.go(new ProgressStages.Cases(cases, true));
            case CaseSearch.BadCode() -> tell("progress.code.wrong");
            case CaseSearch.NotNow() -> turn.go(new ProgressStages.NotNow());
          }
        });
  }

  private void tell(String words) {
    problem = words;
    refresh();
  }

  /** ISO 7064 MOD 97-10: the whole number leaves 1. */
  static boolean valid(String code) {
    return code.length() == DIGITS
        && new BigInteger(code).mod(BigInteger.valueOf(97)).intValueExact() == 1;
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(new ProgressStages.Ways());
  }
}
