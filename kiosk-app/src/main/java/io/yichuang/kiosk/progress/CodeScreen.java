package io.yichuang.kiosk.progress;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.submission.Submissions;
import io.yichuang.kiosk.submission.Submissions.Kept;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Screen;
import org.jspecify.annotations.Nullable;

/** The supervision code or the terminal's own number, typed from a receipt. */
final class CodeScreen extends Screen {
  private static final String WAITING = "progress.code.waiting";

  private final Platform platform;
  private final Submissions submissions;
  private final KioskKeyboard keyboard;
  private final Turn turn;
  private final Entry entry;
  private String typed = "";
  private @Nullable String problem;

  CodeScreen(Platform platform, Submissions submissions, KioskKeyboard keyboard, Turn turn) {
    super("progress-code");
    this.platform = platform;
    this.submissions = submissions;
    this.keyboard = keyboard;
    this.turn = turn;
    keyboard.setLayout(KeyboardLayout.CODE);
    this.entry =
        new Entry(
            "code",
            TypedNumber.MOST,
            value -> {
              typed = value;
              turn.touched();
            });
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
    add(entry.show(getTranslation("progress.code.label"), null, typed));
    if (problem != null) {
      var light = problem.equals(WAITING) ? Light.GREEN : Light.RED;
      add(new Hint(light, getTranslation(problem), null));
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
    TypedNumber number = TypedNumber.of(typed).orElse(null);
    if (number == null) {
      tell("progress.code.wrong");
      return;
    }
    switch (number) {
      case TypedNumber.Code(String digits) -> ask(() -> platform.caseByCode(digits));
      case TypedNumber.Terminal(String bare) ->
          turn.work(() -> submissions.kept(bare), kept -> found(kept, bare), _ -> {});
    }
  }

  /**
   * What was submitted without network is first looked for in here: the platform may not have it.
   */
  private void found(Kept kept, String bare) {
    switch (kept) {
      case WAITING -> tell(WAITING);
      case REFUSED -> tell("progress.code.refused");
      case NOT_HERE -> ask(() -> platform.caseByTerminalNumber(bare));
    }
  }

  private void ask(CaseSearch.Asking asking) {
    turn.work(
        () -> CaseSearch.of(asking),
        search -> {
          switch (search) {
            case CaseSearch.Found(var cases) when cases.isEmpty() -> tell("progress.code.unknown");
            case CaseSearch.Found(var cases) -> turn.go(new ProgressStages.Cases(cases, true));
            case CaseSearch.BadCode() -> tell("progress.code.wrong");
            case CaseSearch.NotNow() -> turn.go(new ProgressStages.NotNow());
          }
        },
        _ -> {});
  }

  private void tell(String words) {
    problem = words;
    refresh();
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(new ProgressStages.Ways());
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }
}
