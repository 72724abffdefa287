package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** A small label that says a state or a source. Never something to press. */
public final class Chip extends Span {
  /** Tinted state chips, plain and outlined ones, and the filled one. */
  public enum Kind {
    OK,
    WARN,
    STOP,
    INFO,
    PLAIN,
    LINE,
    SOLID
  }

  private Chip(Kind kind, String text, Component... before) {
    addClassNames("yc-chip", "yc-chip-" + kind.name().toLowerCase(java.util.Locale.ROOT));
    add(before);
    add(new Span(text));
  }

  /** Green tick, yellow triangle or red disc with its word. */
  public static Chip of(Light light, String text) {
    var kind =
        switch (light) {
          case GREEN -> Kind.OK;
          case YELLOW -> Kind.WARN;
          case RED -> Kind.STOP;
        };
    return new Chip(kind, text, light.shape());
  }

  /** A chip of words. */
  public static Chip of(Kind kind, String text) {
    return new Chip(kind, text);
  }

  /** A chip with a small icon. */
  public static Chip of(Kind kind, Icon icon, String text) {
    return new Chip(kind, text, icon.small());
  }
}
