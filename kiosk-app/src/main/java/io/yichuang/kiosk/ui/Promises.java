package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What is said before something is asked: a head and short ticked lines in two columns. */
public final class Promises extends Div {
  /** A head with its icon and the lines. */
  public Promises(Icon icon, String head, List<String> lines) {
    addClassNames("yc-sheet", "yc-promises");
    var title = new H2();
    title.add(icon.small(), new Span(head));
    var list = Parts.div("yc-promises-list");
    lines.forEach(line -> list.add(new Span(Light.GREEN.shape(), new Span(line))));
    add(title, list);
  }
}
