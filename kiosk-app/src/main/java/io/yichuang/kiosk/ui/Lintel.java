package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The top bar: mark, place and device; clock, network and printer in words, time left. */
final class Lintel extends Header {
  private final Function<Locale, Place> place;
  private final Clock clock;
  private final Div names = new Div();
  private final Div right = Parts.div("yc-right");
  private final Span left = new Span();
  private Light network = Light.GREEN;
  private Light printer = Light.GREEN;
  private @Nullable Instant leaveAt;

  Lintel(Function<Locale, Place> place, Clock clock) {
    this.place = place;
    this.clock = clock;
    addClassName("yc-lintel");
    add(Mark.draw(), names, right);
  }

  /** Where this terminal stands, in a language. */
  Place place(Locale language) {
    return place.apply(language);
  }

  /** True if it has to be drawn anew. */
  boolean lamps(Light newNetwork, Light newPrinter) {
    boolean other = network != newNetwork || printer != newPrinter;
    network = newNetwork;
    printer = newPrinter;
    return other;
  }

  /** Time left on this page; null shows the date instead. */
  void timeLeft(@Nullable Duration duration) {
    leaveAt = duration == null ? null : clock.instant().plus(duration);
  }

  /** All words anew. What is no ordinary turn is said in the place of the hall's name. */
  void draw(Locale language, Set<Look> looks) {
    names.removeAll();
    names.add(Parts.strong(head(language, looks)), Parts.note(note(language, looks)));
    drawLeft();
    right.removeAll();
    var time = Parts.div("yc-clock yc-num", new ClockFace(clock, ClockFace.Shows.TIME, language));
    var state = Parts.div("yc-note yc-state");
    if (left.getElement().getChildCount() == 0) {
      state.add(new ClockFace(clock, ClockFace.Shows.DATE, language));
    }
    state.add(
        network.with(getTranslation("ui.network." + word(network))),
        printer.with(getTranslation("ui.printer." + word(printer))),
        left);
    right.add(time, state);
  }

  private String head(Locale language, Set<Look> looks) {
    if (looks.contains(Look.REHEARSAL)) {
      return getTranslation("ui.rehearsal");
    }
    return looks.contains(Look.HELPED) ? getTranslation("ui.helped") : place.apply(language).hall();
  }

  private String note(Locale language, Set<Look> looks) {
    if (looks.contains(Look.REHEARSAL)) {
      return getTranslation("ui.rehearsal.note");
    }
    return looks.contains(Look.HELPED)
        ? getTranslation("ui.helped.note")
        : place.apply(language).spot();
  }

  private static String word(Light light) {
    return light.name().toLowerCase(Locale.ROOT);
  }

  /** Counted down by the page itself. */
  private void drawLeft() {
    left.removeAll();
    Instant end = leaveAt;
    Parts.show(left, end != null);
    if (end != null) {
      long millis = Duration.between(clock.instant(), end).toMillis();
      var count = new Element("yc-seconds");
      count.setAttribute("left", Long.toString(Math.max(0, millis)));
      count.setAttribute("as", "clock");
      var num = Parts.span("yc-num yc-left", "");
      num.getElement().appendChild(count);
      left.add(new Span(getTranslation("ui.time-left")), num);
    }
  }
}
