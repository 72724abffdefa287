package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/**
 * Inline SVG. Flow creates elements in the HTML name space only, so a drawing is set as markup.
 * Markup is made by this package from numbers and constants, never from what somebody typed.
 */
@Tag("yc-svg")
final class Svg extends Component {
  Svg(String markup) {
    set(markup);
  }

  void set(String markup) {
    getElement().setProperty("innerHTML", markup);
  }
}
