package io.yichuang.kiosk.progress;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.Reminder;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.submission.Reprints;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.CaseCard;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Notice;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Texts;
import io.yichuang.kiosk.ui.Timeline;
import io.yichuang.kiosk.ui.WaitingBar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The citizen's cases: a light with words for each, the timeline of the opened one, and a reminder.
 */
final class CasesScreen extends Screen {
  private final List<CaseFile> cases;
  private final boolean byCode;
  private final Platform platform;
  private final Texts texts;
  private final Clock clock;
  private final Turn turn;
  private final Doubts doubts;
  private @Nullable String open;
  private @Nullable String told;
  private Light toldLight = Light.GREEN;

  CasesScreen(
      List<CaseFile> cases,
      boolean byCode,
      Platform platform,
      Reprints reprints,
      Texts texts,
      Clock clock,
      Turn turn) {
    super("progress");
    this.cases = cases;
    this.byCode = byCode;
    this.platform = platform;
    this.texts = texts;
    this.clock = clock;
    this.turn = turn;
    this.doubts = new Doubts(reprints, texts, turn, this::tell);
    this.open = cases.isEmpty() ? null : mostUrgent(cases).code();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    doubts.find(cases, byCode, this::refresh);
  }

  private CaseWords words() {
    return new CaseWords(texts, turn.language(), clock);
  }

  private void tell(Light light, String key) {
    toldLight = light;
    told = getTranslation(key);
    refresh();
  }

  /** Red before yellow before the rest. */
  private static CaseFile mostUrgent(List<CaseFile> cases) {
    for (Light light : List.of(Light.RED, Light.YELLOW)) {
      for (CaseFile one : cases) {
        if (!CaseWords.ended(one) && CaseWords.light(one) == light) {
          return one;
        }
      }
    }
    return cases.getFirst();
  }

  @Override
  protected String eyebrow() {
    return byCode
        ? getTranslation("progress.found-by-code")
        : turn.visit()
            .citizen()
            .map(who -> getTranslation("progress.of", Masked.name(who.name())))
            .orElse("");
  }

  @Override
  protected String title() {
    long running = cases.stream().filter(one -> !CaseWords.ended(one)).count();
    if (cases.isEmpty()) {
      return getTranslation("progress.none");
    }
    if (running > 0) {
      return getTranslation("progress.running", running);
    }
    boolean rejected = cases.stream().anyMatch(one -> one.state() == CaseFile.State.REJECTED);
    return getTranslation(rejected ? "progress.all-ended" : "progress.all-done", cases.size());
  }

  /** Only an office can be reminded. */
  private static boolean withTheOffice(CaseFile one) {
    return !CaseWords.ended(one) && one.state() != CaseFile.State.CORRECTION;
  }

  @Override
  protected void render() {
    if (told != null) {
      add(new Hint(toldLight, told, null));
    }
    doubts.boxes().forEach(this::add);
    var words = words();
    for (CaseFile one : cases) {
      var card =
          new CaseCard(
              "case-" + one.code(),
              CaseWords.light(one),
              one.itemName().in(turn.language()),
              getTranslation(
                  "progress.tail", one.code().substring(one.code().length() - 4), words.state(one)),
              words.lightWords(one),
              words.lightNote(one),
              () -> toggle(one));
      card.getElement().setAttribute("data-code", one.code());
      card.getElement().setAttribute("data-light", one.light().name().toLowerCase(Locale.ROOT));
      add(one.code().equals(open) ? card.open(detail(one)) : card);
    }
    if (!cases.isEmpty()) {
      add(
          Light.legend(
              getTranslation("progress.legend.green"),
              getTranslation("progress.legend.yellow"),
              getTranslation("progress.legend.red")));
    }
  }

  private void toggle(CaseFile one) {
    open = one.code().equals(open) ? null : one.code();
    told = null;
    refresh();
  }

  private Component[] detail(CaseFile one) {
    var parts = new ArrayList<Component>();
    if (one.reason() != null) {
      parts.add(
          Notice.box(
              CaseWords.light(one),
              getTranslation("progress.why"),
              one.reason().in(turn.language())));
    }
    parts.add(new Timeline(one.timeline().stream().map(words()::point).toList()));
    return parts.toArray(Component[]::new);
  }

  @Override
  protected Actions actions() {
    if (doubts.printing()) {
      return Actions.none()
          .waiting(new WaitingBar(getTranslation("progress.paper.printing"), null));
    }
    var other =
        new Action(
            "other",
            getTranslation("progress.other"),
            // Who is known would be shown the same list again.
            () -> turn.go(known() ? new ProgressStages.ByCode() : new ProgressStages.Ways()));
    CaseFile chosen =
        cases.stream()
            .filter(one -> one.code().equals(open) && withTheOffice(one))
            .findFirst()
            .orElse(null);
    if (chosen == null) {
      return Actions.quiet(other)
          .go(
              new Action(
                  "finish", getTranslation("progress.finish"), () -> turn.end(EndReason.FINISHED)));
    }
    return Actions.quiet(
            other,
            new Action(
                "finish", getTranslation("progress.finish"), () -> turn.end(EndReason.FINISHED)))
        .go(
            new Action("remind", getTranslation("progress.remind"), () -> remind(chosen))
                .with(Icon.BELL));
  }

  /** What came of a reminder. */
  private sealed interface Reminded {
    record Noted(Reminder reminder) implements Reminded {}

    record Already() implements Reminded {}

    record NotNow() implements Reminded {}
  }

  private void remind(CaseFile one) {
    turn.work(
        () -> {
          try {
            return (Reminded) new Reminded.Noted(platform.remind(one.code()));
          } catch (PlatformException e) {
            return e.code().equals("reminded-already")
                ? new Reminded.Already()
                : new Reminded.NotNow();
          }
        },
        result -> {
          toldLight = Light.GREEN;
          switch (result) {
            case Reminded.Noted(Reminder reminder) ->
                told = getTranslation("progress.reminded", words().day(reminder.answerBy()));
            case Reminded.Already() -> told = getTranslation("progress.reminded-already");
            case Reminded.NotNow() -> {
              toldLight = Light.RED;
              told = getTranslation("progress.not-reminded");
            }
          }
          refresh();
        });
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(known() && !byCode ? new Stage.Home() : new ProgressStages.Ways());
  }

  private boolean known() {
    return turn.visit().citizen().isPresent();
  }
}
