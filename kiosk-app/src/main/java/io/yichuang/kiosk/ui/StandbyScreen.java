package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The standby page: the window, what this machine can do now, one touch to begin. */
public final class StandbyScreen extends Screen {
  private static final DateTimeFormatter HOUR_MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Function<Locale, Place> place;
  private final Clock clock;
  private final BiFunction<Locale, Boolean, MachineNow> now;
  private final Supplier<Optional<Notice>> notice;
  private final Runnable start;
  private final Consumer<Look> startWith;

  /**
   * What must be told to whoever stands there, such as a card left behind.
   *
   * @param words key of the words
   * @param step how urgent by now, from 0; with each step it is told anew, with a sound and a flash
   */
  public record Notice(String words, int step) {}

  /** What the page was drawn from. */
  record Drawn(MachineNow machine, Optional<Notice> notice) {}

  /**
   * The page with its two ways in.
   *
   * @param now asked at each drawing, with the language and whether it is night
   * @param notice what must be told to whoever stands there, such as a card left behind
   * @param start a touch anywhere
   * @param startWith a touch on 大字版 or 坐着办
   */
  public StandbyScreen(
      Function<Locale, Place> place,
      Clock clock,
      BiFunction<Locale, Boolean, MachineNow> now,
      Supplier<Optional<Notice>> notice,
      Runnable start,
      Consumer<Look> startWith) {
    super("standby");
    this.place = place;
    this.clock = clock;
    this.now = now;
    this.notice = notice;
    this.start = start;
    this.startWith = startWith;
  }

  @Override
  protected boolean framed() {
    return false;
  }

  @Override
  protected Drawn watched() {
    MachineNow machine = now.apply(frame().language(), night());
    return new Drawn(
        new MachineNow(
            machine.lines(),
            machine.busiest(),
            machine.checkedAt().truncatedTo(ChronoUnit.MINUTES)),
        notice.get());
  }

  /** A card that was left behind is told of until somebody takes it. */
  @Override
  protected boolean urgent() {
    return notice.get().isPresent();
  }

  private boolean night() {
    return frame().looks().contains(Look.NIGHT);
  }

  @Override
  protected void render() {
    String when = night() ? "night" : "day";
    Drawn current = watched();
    MachineNow machine = current.machine();
    add(
        new WindowView(WindowView.Size.STANDBY),
        head(),
        Parts.div("yc-say", new Span(getTranslation("standby.say." + when))),
        list(machine),
        current.notice().<Div>map(this::notice).orElseGet(() -> busiest(machine, when)),
        startBar());
  }

  private Div head() {
    Place here = place.apply(frame().language());
    var language = new Key("start-other", this::startInTheOther);
    language.addClassNames("yc-btn", "yc-standby-language");
    language.add(getTranslation("ui.sill.language"));
    var names = new Div(Parts.span("yc-brand", getTranslation("ui.brand")));
    names.add(Parts.note(here.hall()), Parts.note(here.spot()));
    var date = Parts.div("yc-note");
    date.add(new ClockFace(clock, ClockFace.Shows.DATE, frame().language()));
    var time = Parts.div("yc-clock yc-num");
    time.add(new ClockFace(clock, ClockFace.Shows.TIME, frame().language()));
    return Parts.div(
        "yc-standby-head", Mark.draw(), names, language, Parts.div("yc-right", time, date));
  }

  /** Who cannot read the page finds the name of a language. */
  private void startInTheOther() {
    frame().language(frame().isChinese() ? Locale.ENGLISH : KioskFrame.CHINESE);
    start.run();
  }

  private Sheet list(MachineNow machine) {
    var title = new H2(getTranslation("standby.now"));
    var checked =
        Parts.note(getTranslation("standby.checked", HOUR_MINUTE.format(machine.checkedAt())));
    var sheet = Sheet.list(Parts.div("yc-bar", title, checked));
    sheet.addClassName("yc-standby-now");
    for (MachineNow.Line line : machine.lines()) {
      sheet.add(
          Parts.div(
              "yc-standby-line",
              line.light().shape(),
              Parts.strong(line.what()),
              new Span(line.detail()),
              Parts.note(line.note())));
    }
    return sheet;
  }

  private Div notice(Notice told) {
    var hint = new Hint(Light.YELLOW, getTranslation(told.words()), null);
    hint.addClassName("yc-standby-notice");
    hint.getElement().setAttribute("data-notice", told.words());
    hint.getElement().setAttribute("data-step", Integer.toString(told.step()));
    return hint;
  }

  private Div busiest(MachineNow machine, String when) {
    var row = Parts.div("yc-standby-three");
    if (!machine.busiest().isEmpty()) {
      row.add(Parts.note(getTranslation("standby.busiest." + when)));
    }
    machine.busiest().forEach(title -> row.add(Parts.strong(title)));
    return row;
  }

  private Div startBar() {
    // The whole page starts: a person touches where the eye is, not where the bar is.
    var anywhere = new Key("start", start);
    anywhere.addClassName("yc-standby-start");
    anywhere.add(
        Parts.strong(getTranslation("standby.start")),
        Parts.span("yc-p", getTranslation("standby.start.note")));
    var large =
        new ActionButton(
            new Action(
                    "start-large",
                    getTranslation("standby.large-type"),
                    () -> startWith.accept(Look.ELDER))
                .with(Icon.TEXT_SIZE));
    var seated =
        new ActionButton(
            new Action(
                    "start-low",
                    getTranslation("standby.low-reach"),
                    () -> startWith.accept(Look.LOW_REACH))
                .with(Icon.WHEELCHAIR));
    return Parts.div("yc-standby-bar", anywhere, seated, large);
  }
}
