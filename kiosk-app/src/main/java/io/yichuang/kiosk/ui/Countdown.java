package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;

/**
 * The window in which the light sinks while the stroke shortens. The page counts by itself; what
 * happens at zero is the server's decision.
 */
public final class Countdown extends Div {
  /**
   * A window that counts down.
   *
   * @param left time still left
   * @param whole time it began with
   * @param unit the word after the number (秒), while it counts seconds only
   */
  public Countdown(Duration left, Duration whole, String unit) {
    addClassName("yc-countdown");
    getElement().setAttribute("role", "timer");
    add(
        new Svg(
            """
            <svg viewBox="0 0 720 640" aria-hidden="true"><path fill="var(--yc-surface)" d="M90 30h540v560H90z"/>\
            <path class="yc-sink" d="M98 38h524v552H98z"/>\
            <path fill="none" class="yc-frame-line" stroke-width="18" d="M99 592V39h522v553"/>\
            <path fill="var(--yc-line)" d="M0 584h720v28H0z"/>\
            <path class="yc-shorten" d="M0 584h720v28H0z"/></svg>\
            """));
    var number = new Element("yc-seconds");
    number.setAttribute("left", Long.toString(left.toMillis()));
    number.setAttribute("whole", Long.toString(whole.toMillis()));
    number.setText(Long.toString(Math.ceilDiv(left.toMillis(), 1000)));
    var words = new Span();
    words.addClassNames("yc-sec", "yc-num");
    words.getElement().appendChild(number);
    if (seconds(whole)) {
      words.add(Parts.span("yc-unit", unit));
    } else {
      number.setAttribute("as", "clock");
    }
    add(words);
  }

  /** Up to here people count seconds; above it they read minutes. */
  private static boolean seconds(Duration whole) {
    return whole.toSeconds() < 100;
  }
}
