package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Chip;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.MaterialRow;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.util.Collections;
import java.util.List;

/** The basket: a touch stands for the paper that would be laid down. */
final class PapersScreen extends StepScreen {
  /** Nothing is scanned when one practises; A4 in points. */
  private static final Collected.Page NO_PICTURE = new Collected.Page(new byte[0], 595, 842, null);

  private final Clock clock;

  PapersScreen(Clock clock, Turn turn) {
    super("rehearsal-materials", new Step.Materials(), turn);
    this.clock = clock;
  }

  private int missing() {
    return turn.visit().journey().missing().size();
  }

  @Override
  protected String title() {
    return getTranslation(
        missing() == 0 ? "rehearsal.papers.complete" : "rehearsal.papers.title", missing());
  }

  @Override
  protected String sub() {
    return getTranslation("rehearsal.papers.sub");
  }

  @Override
  protected void render() {
    var rows = Sheet.list();
    boolean nowGiven = false;
    for (MaterialRule rule : item().materials()) {
      boolean there = turn.visit().basket().containsKey(rule.id());
      boolean now = !there && !nowGiven;
      nowGiven |= now;
      rows.add(
          new MaterialRow(
              Icons.named(rule.icon()),
              rule.name().in(turn.language()),
              rule.note().in(turn.language()),
              there
                  ? Chip.of(Light.GREEN, getTranslation("rehearsal.papers.there"))
                  : Chip.of(Chip.Kind.LINE, Icon.SCAN, getTranslation("rehearsal.papers.wanted")),
              there
                  ? MaterialRow.State.DONE
                  : now ? MaterialRow.State.NOW : MaterialRow.State.LATER,
              there ? List.of() : List.of(lay(rule))));
    }
    add(rows);
  }

  private Action lay(MaterialRule rule) {
    boolean promise = rule.means() == MaterialRule.Means.PROMISE;
    boolean photo = rule.means() == MaterialRule.Means.PHOTO;
    return new Action(
        "rehearsal-paper-" + rule.id(),
        getTranslation(
            promise
                ? "rehearsal.papers.promise"
                : photo ? "rehearsal.papers.photo" : "rehearsal.papers.lay"),
        () -> {
          turn.visit()
              .collect(
                  rule.id(),
                  promise
                      ? new Collected.Promised(clock.instant())
                      : new Collected.Scanned(
                          Collections.nCopies(rule.pagesAtLeast(), NO_PICTURE)));
          refresh();
        });
  }

  @Override
  protected Actions actions() {
    return missing() == 0
        ? Actions.none().go(new Action("next", getTranslation("rehearsal.next"), this::proceed))
        : Actions.none()
            .waiting(new WaitingBar(getTranslation("rehearsal.papers.missing", missing()), null));
  }
}
