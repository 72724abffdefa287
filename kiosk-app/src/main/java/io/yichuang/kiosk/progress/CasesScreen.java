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
import java.time.LocalDate;
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
    this.clock = clock;
    this.turn = turn;
    this.doubts = new Doubts(reprints, texts, turn, this::tell);
    this.open = cases.isEmpty() ? null : mostUrgent(cases).code();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    doubts.find(cases, byCode, this::refresh);
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
        if (!ended(one) && light(one) == light) {
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
    long running = cases.stream().filter(one -> !ended(one)).count();
    if (cases.isEmpty()) {
      return getTranslation("progress.none");
    }
    if (running > 0) {
      return getTranslation("progress.running", running);
    }
    boolean rejected = cases.stream().anyMatch(one -> one.state() == CaseFile.State.REJECTED);
    return getTranslation(rejected ? "progress.all-ended" : "progress.all-done", cases.size());
  }

  private static boolean ended(CaseFile one) {
    return one.state() == CaseFile.State.FINISHED || one.state() == CaseFile.State.REJECTED;
  }

  /** Only an office can be reminded. */
  private static boolean withTheOffice(CaseFile one) {
    return !ended(one) && one.state() != CaseFile.State.CORRECTION;
  }

  @Override
  protected void render() {
    if (told != null) {
      add(new Hint(toldLight, told, null));
    }
    doubts.boxes().forEach(this::add);
    for (CaseFile one : cases) {
      var card =
          new CaseCard(
              "case-" + one.code(),
              light(one),
              one.itemName().in(turn.language()),
              getTranslation(
                  "progress.tail", one.code().substring(one.code().length() - 4), state(one)),
              lightWords(one),
              lightNote(one),
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

  private static Light light(CaseFile one) {
    if (one.state() == CaseFile.State.REJECTED) {
      return Light.YELLOW; // red is an office's that is late
    }
    if (one.state() == CaseFile.State.CORRECTION) {
      return Light.YELLOW; // the citizen's own turn
    }
    return switch (one.light()) {
      case GREEN, NONE -> Light.GREEN;
      case YELLOW -> Light.YELLOW;
      case RED -> Light.RED;
    };
  }

  private String state(CaseFile one) {
    return getTranslation("progress.state." + one.state().name().toLowerCase(Locale.ROOT));
  }

  private String lightWords(CaseFile one) {
    Integer left = one.daysLeft();
    return switch (one.light()) {
      case GREEN -> getTranslation("progress.green");
      case YELLOW -> getTranslation("progress.yellow");
      case RED ->
          unheard(one)
              ? getTranslation("progress.red.unheard")
              : getTranslation("progress.red", left == null ? 1 : Math.max(1, -left));
      case NONE -> state(one);
    };
  }

  private String lightNote(CaseFile one) {
    LocalDate promised = one.promisedBy();
    if (ended(one)) {
      var finished = one.finishedAt();
      return finished == null
          ? ""
          : getTranslation(
              one.state() == CaseFile.State.REJECTED
                  ? "progress.rejected-on"
                  : "progress.finished-on",
              day(finished.atZone(clock.getZone()).toLocalDate()));
    }
    if (promised == null) {
      return one.reason() == null
          ? getTranslation("progress.no-date")
          : one.reason().in(turn.language());
    }
    Integer left = one.daysLeft();
    return switch (one.light()) {
      case RED ->
          unheard(one) && one.acceptBy() != null
              ? getTranslation("progress.was-answer", day(one.acceptBy()))
              : getTranslation("progress.was-due", day(promised));
      case YELLOW -> getTranslation("progress.days-left", left == null ? 0 : left);
      case GREEN, NONE ->
          left == null
              ? getTranslation("progress.due", day(promised))
              : getTranslation("progress.due-left", day(promised), left);
    };
  }

  /** The office has not said in time whether it takes the case; its promise still runs. */
  private static boolean unheard(CaseFile one) {
    Integer left = one.daysLeft();
    return left != null && left >= 0;
  }

  private String day(LocalDate date) {
    return getTranslation("progress.day", date.getMonthValue(), date.getDayOfMonth());
  }

  private Component[] detail(CaseFile one) {
    var parts = new ArrayList<Component>();
    if (one.reason() != null) {
      parts.add(
          Notice.box(light(one), getTranslation("progress.why"), one.reason().in(turn.language())));
    }
    parts.add(new Timeline(one.timeline().stream().map(this::point).toList()));
    return parts.toArray(Component[]::new);
  }

  private Timeline.Point point(CaseFile.Point point) {
    var when =
        switch (point.state()) {
          case DONE -> Timeline.When.DONE;
          case NOW -> Timeline.When.NOW;
          case LATER -> Timeline.When.LATER;
        };
    String date = "";
    if (point.at() != null) {
      LocalDate at = point.at().atZone(clock.getZone()).toLocalDate();
      date = at.equals(LocalDate.now(clock)) ? getTranslation("progress.today") : day(at);
    } else if (point.by() != null) {
      date = getTranslation("progress.by", day(point.by()));
    } else if (when == Timeline.When.NOW) {
      date = getTranslation("progress.today");
    } else {
      date = getTranslation("progress.after");
    }
    var note = point.note() == null ? point.who() : point.note();
    return new Timeline.Point(
        when,
        date,
        point.what().in(turn.language()),
        note == null ? null : note.in(turn.language()));
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
                told = getTranslation("progress.reminded", day(reminder.answerBy()));
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
