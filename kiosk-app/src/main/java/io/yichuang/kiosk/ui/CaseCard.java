package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A case in the list of cases; opened, it shows its detail below in the same frame. */
public final class CaseCard extends Div {
  private final Key head;

  /**
   * A closed card.
   *
   * @param lightWords the light in words (绿灯，按时), never colour alone
   * @param lightNote the date behind it
   */
  public CaseCard(
      String id,
      Light light,
      String title,
      String note,
      String lightWords,
      String lightNote,
      Runnable press) {
    addClassName("yc-case");
    head = new Key(id, press);
    head.addClassName("yc-case-head");
    head.getElement().setAttribute("aria-expanded", "false");
    var words = new Span(Parts.strong(title), Parts.note(note));
    var say = new Span(new Span(lightWords), Parts.note(lightNote));
    say.addClassNames("yc-case-say", light.css);
    head.add(light.shape(), words, say);
    add(head);
  }

  /** The opened card with its detail. */
  public CaseCard open(Component... detail) {
    addClassName("yc-open");
    head.getElement().setAttribute("aria-expanded", "true");
    add(Parts.div("yc-case-detail", detail));
    return this;
  }
}
