package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.util.Locale;

/** Time or date that goes on by itself in the page, from the terminal's clock at the start. */
@Tag("yc-clock")
final class ClockFace extends Component {
  /** What it shows. */
  enum Shows {
    TIME,
    DATE
  }

  ClockFace(Clock clock, Shows shows, Locale locale) {
    getElement().setAttribute("shows", shows.name().toLowerCase(Locale.ROOT));
    getElement().setAttribute("zone", clock.getZone().getId());
    getElement().setAttribute("lang", locale.toLanguageTag());
    getElement().setAttribute("now", Long.toString(clock.millis()));
  }
}
