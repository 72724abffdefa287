package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/** How much of a whole is there: a bar and its words. */
public final class Fill extends Div {
  /**
   * A bar and its words.
   *
   * @param part 0 to 1
   */
  public Fill(double part, String words) {
    addClassName("yc-sum");
    var bar = Parts.div("yc-sum-bar", Parts.div("yc-sum-fill"));
    bar.getStyle().set("--part", Double.toString(Math.clamp(part, 0, 1)));
    add(bar, Parts.lead(words));
  }
}
