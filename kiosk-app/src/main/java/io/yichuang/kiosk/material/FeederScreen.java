package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import io.yichuang.kiosk.ui.WaitingBar;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Sheets through the feeder, all at once. */
final class FeederScreen extends Screen {
  private static final Step STEP = new Step.Materials();

  private final MaterialRule rule;
  private final LeftStack left;
  private final Scans scans;
  private final MaterialCheck check;
  private final SampleSheets samples;
  private final Turn turn;
  private @Nullable String told;
  private int page;
  private @Nullable WaitingBar bar;

  FeederScreen(
      MaterialRule rule,
      LeftStack left,
      Scans scans,
      MaterialCheck check,
      SampleSheets samples,
      Turn turn) {
    super("feeder");
    this.rule = rule;
    this.left = left;
    this.scans = scans;
    this.check = check;
    this.samples = samples;
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
    return getTranslation("material.feeder.title", rule.name().in(turn.language()));
  }

  @Override
  protected String sub() {
    return getTranslation("material.feeder.sub");
  }

  @Override
  protected void render() {
    String words = left.mayLie() ? getTranslation("material.feeder.left") : told;
    if (words != null) {
      add(new Hint(Light.YELLOW, words, null));
    }
    MaterialRule.Sample sample = rule.sample();
    if (sample != null) {
      var sheet = samples.sheet(sample, turn.language());
      add(Parts.div("yc-beside", sheet, sheet.points()));
    }
  }

  @Override
  protected Actions actions() {
    if (page > 0) {
      var waiting = new WaitingBar(getTranslation("material.feeder.scanning", page), null);
      bar = waiting;
      return Actions.none().waiting(waiting);
    }
    if (left.mayLie()) {
      return Actions.none()
          .go(
              new Action(
                  "feeder-emptied", getTranslation("material.feeder.emptied"), this::emptied));
    }
    return Actions.none()
        .go(
            new Action("scan", getTranslation("material.feeder.start"), this::scan)
                .with(Icon.SCAN));
  }

  private void emptied() {
    told = left.emptied() ? null : getTranslation("material.feeder.left");
    refresh();
  }

  private void scan() {
    page = 1;
    told = null;
    left.begun();
    refresh();
    turn.work(
        () -> scans.feed(rule.pagesAtMost(), number -> turn.later(() -> came(number))), this::fed);
  }

  private void came(int number) {
    page = number;
    turn.touched();
    WaitingBar waiting = bar;
    if (waiting != null) {
      waiting.text(getTranslation("material.feeder.scanning", number));
    }
  }

  private void fed(Scans.Fed fed) {
    page = 0;
    bar = null;
    turn.touched();
    left.passed(fed instanceof Scans.Fed.Pages(var all, String why) && why.isEmpty());
    switch (fed) {
      case Scans.Fed.Nothing(String text, String code) -> {
        told = getTranslation(text, 0);
        refresh();
      }
      case Scans.Fed.Pages(var pages, String trouble) -> {
        if (trouble.isEmpty() || trouble.equals("material.feeder.too-many")) {
          var kept = new ArrayList<Collected.Page>();
          pages.forEach(clean -> kept.add(Pages.of(clean)));
          check.collect(turn, rule, kept, kept);
          turn.go(new MaterialStages.Review(rule.id(), Pages.findings(pages), trouble));
        } else {
          // A stack that broke off is not half a contract: it goes through again, whole.
          told = getTranslation(trouble, pages.size());
          refresh();
        }
      }
    }
  }

  @Override
  protected @Nullable Runnable back() {
    return page > 0 ? null : () -> turn.step(STEP);
  }
}
