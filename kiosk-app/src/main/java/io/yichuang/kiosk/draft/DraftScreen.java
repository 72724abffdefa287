package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.Steps;
import java.time.ZonedDateTime;

/** You were half way through: go on there, or begin anew? */
final class DraftScreen extends Screen {
  private static final Step STEP = new Step.Identify();

  private final Draft draft;
  private final Resumption resumption;
  private final Turn turn;

  DraftScreen(Draft draft, Resumption resumption, Turn turn) {
    super("draft");
    this.draft = draft;
    this.resumption = resumption;
    this.turn = turn;
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
    return getTranslation("draft.title");
  }

  @Override
  protected String sub() {
    return getTranslation("draft.sub");
  }

  @Override
  protected void render() {
    ZonedDateTime at = resumption.local(draft.keptAt());
    var lines = Sheet.list();
    lines.add(
        new ListRow(
            Light.GREEN,
            getTranslation("draft.answers", draft.seen()),
            getTranslation(
                "draft.kept-at",
                at.getMonthValue(),
                at.getDayOfMonth(),
                Integer.toString(at.getHour()),
                "%02d".formatted(at.getMinute()))));
    if (draft.pageCount() > 0) {
      lines.add(
          new ListRow(
              Light.GREEN,
              getTranslation("draft.pages", draft.pageCount()),
              getTranslation("draft.pages.note")));
    }
    lines.add(
        new ListRow(
            Light.YELLOW, getTranslation("draft.again"), getTranslation("draft.again.note")));
    add(lines);
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(
            new Action(
                    "draft-anew", getTranslation("draft.anew"), () -> resumption.anew(draft, turn))
                .binds())
        .go(
            new Action(
                "draft-go-on", getTranslation("draft.go-on"), () -> resumption.goOn(draft, turn)));
  }

  @Override
  protected Runnable back() {
    return turn.back(STEP);
  }
}
