package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Plain blocks in the type of the house. A null text gives nothing. */
public final class Parts {
  private Parts() {}

  /** A block with CSS classes (space separated). */
  public static Div div(String classes, Component... content) {
    var div = new Div(content);
    div.addClassNames(classes.split(" ", -1));
    return div;
  }

  /** An inline text with CSS classes. */
  public static Span span(String classes, String text) {
    var span = new Span(text);
    span.addClassNames(classes.split(" ", -1));
    return span;
  }

  /** Bold-ish first line of a row or tile. */
  public static Span strong(String text) {
    return span("yc-b", text);
  }

  /** Second voice, 24 px. */
  public static Span note(String text) {
    return span("yc-note", text);
  }

  /** A line of 34 px. */
  public static Paragraph lead(String text) {
    var p = new Paragraph(text);
    p.addClassName("yc-lead");
    return p;
  }

  /** A paragraph of body size. */
  public static Paragraph body(String text) {
    var p = new Paragraph(text);
    p.addClassName("yc-p");
    return p;
  }

  /** Section head inside a page; air above. */
  public static H2 head(String text) {
    var h = new H2(text);
    h.addClassName("yc-h2");
    return h;
  }

  /** Section head left, note right. */
  public static Div bar(String head, @Nullable String note) {
    var bar = div("yc-bar", new H2(head));
    addNote(bar, note);
    return bar;
  }

  /** Last line of a page, in small type: what may calm left, what a technician asks for right. */
  public static Div foot(String left, @Nullable String right) {
    var foot = div("yc-foot", note(left));
    addNote(foot, right);
    return foot;
  }

  /** Parts side by side. */
  public static Div row(Component... content) {
    return div("yc-row", content);
  }

  /** A small line with an icon before it and, if given, something at its right end. */
  public static Div tip(Icon icon, String text, @Nullable Component right) {
    var tip = div("yc-tip", icon.small(), new Span(text));
    if (right != null) {
      tip.add(right);
    }
    return tip;
  }

  /**
   * Shows or hides by attribute. Flow's own setVisible(false) stops telling the page about the
   * part, so what it held, a citizen's words among it, would stay in the page.
   */
  static void show(Component part, boolean shown) {
    part.getElement().setAttribute("hidden", !shown);
  }

  static void addNote(HasComponents to, @Nullable String note) {
    if (note != null && !note.isEmpty()) {
      to.add(note(note));
    }
  }
}
