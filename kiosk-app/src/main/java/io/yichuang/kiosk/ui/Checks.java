package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A row of small checks, each a light and a word. */
public final class Checks extends Div {
  /** One check. */
  public record Check(Light light, String word) {}

  /** Checks from left to right. */
  public Checks(List<Check> checks) {
    addClassNames("yc-sheet", "yc-checks");
    show(checks);
  }

  /** The same row with new states. */
  public void show(List<Check> checks) {
    removeAll();
    for (Check check : checks) {
      var cell = new Span(check.light().shape(), new Span(check.word()));
      cell.setClassName("yc-check-bad", check.light() != Light.GREEN);
      add(cell);
    }
  }
}
