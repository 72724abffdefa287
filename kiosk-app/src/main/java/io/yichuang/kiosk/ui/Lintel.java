package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The top bar: mark, place and device; clock, network and printer in words, time left. */
final class Lintel extends Header {
  private final Clock clock;
  private final Div names = new Div();
  private final Div right = Parts.div("yc-right");
  private final Span left = new Span();

  Lintel(Clock clock) {
    this.clock = clock;
    addClassName("yc-lintel");
    add(Mark.draw(), names, right);
  }

  /** All words anew. */
  void show(
      Place place, Locale locale, String network, Light networkLight, String printer, Light light) {
    names.removeAll();
    names.add(Parts.strong(place.hall()), Parts.note(place.spot()));
    right.removeAll();
    var time = Parts.div("yc-clock yc-num", new ClockFace(clock, ClockFace.Shows.TIME, locale));
    var state = Parts.div("yc-note yc-state");
    if (left.getElement().getChildCount() == 0) {
      state.add(new ClockFace(clock, ClockFace.Shows.DATE, locale));
    }
    state.add(networkLight.with(network), light.with(printer), left);
    right.add(time, state);
  }

  /** Time left on this page, counted down by the page itself; null shows the date instead. */
  void timeLeft(String words, @Nullable Duration duration) {
    left.removeAll();
    Parts.show(left, duration != null);
    if (duration != null) {
      var count = new Element("yc-seconds");
      count.setAttribute("left", Long.toString(Math.max(0, duration.toMillis())));
      count.setAttribute("as", "clock");
      var num = Parts.span("yc-num yc-left", "");
      num.getElement().appendChild(count);
      left.add(new Span(words), num);
    }
  }
}
