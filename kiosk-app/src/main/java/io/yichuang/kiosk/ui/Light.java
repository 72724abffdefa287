package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A state: always shape, word and colour. Green tick, yellow triangle, red disc. */
public enum Light {
  GREEN(
      "yc-ok",
      "<svg class=\"yc-sh yc-tick\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M3.5 12.5"
          + " 9.5 18.5 20.5 5.5\"/></svg>"),
  YELLOW(
      "yc-warn",
      "<svg class=\"yc-sh yc-tri\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M12 2.5 23"
          + " 21.5H1z\"/></svg>"),
  RED(
      "yc-stop",
      "<svg class=\"yc-sh yc-dot\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\""
          + " cy=\"12\" r=\"10.5\"/></svg>");

  final String css;
  private final String markup;

  Light(String css, String markup) {
    this.css = css;
    this.markup = markup;
  }

  /** The shape alone, in its colour; always put a word beside it. */
  public Component shape() {
    var span = new Span(new Svg(markup));
    span.addClassNames("yc-light", css);
    return span;
  }

  /** The shape and its words. */
  public Span with(String words) {
    var span = new Span(new Svg(markup), new Span(words));
    span.addClassNames("yc-st", css);
    return span;
  }

  /** The row that explains the three lights. */
  public static Div legend(String green, String yellow, String red) {
    var legend = Parts.div("yc-legend");
    legend.add(entry(GREEN, green), entry(YELLOW, yellow), entry(RED, red));
    return legend;
  }

  private static Span entry(Light light, String words) {
    return new Span(light.shape(), new Span(words));
  }
}
