package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** 办事样本, drawn as a small sheet of paper with numbered marks. */
public final class SampleSheet extends Div {
  /**
   * A place to look at.
   *
   * @param from its first line, from 0
   * @param to its last line
   * @param text what to look for there
   */
  public record Mark(int from, int to, String text) {}

  private final List<Mark> marks;

  /**
   * The sheet alone.
   *
   * @param title its heading
   * @param lines what stands on it
   * @param marks numbered in this order
   * @param seal whether a seal belongs at its foot
   */
  public SampleSheet(String title, List<String> lines, List<Mark> marks, boolean seal) {
    this.marks = List.copyOf(marks);
    addClassName("yc-sample-paper");
    add(Parts.span("yc-sample-title", title));
    for (int i = 0; i < lines.size(); i++) {
      add(line(lines.get(i), i));
    }
    if (seal) {
      add(Parts.div("yc-sample-seal"));
    }
  }

  private Span line(String text, int at) {
    var line = Parts.span("yc-sample-line", text);
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (at >= mark.from() && at <= mark.to()) {
        line.addClassName("yc-sample-marked");
        if (at == mark.from()) {
          line.add(number(i));
        }
        break;
      }
    }
    return line;
  }

  private static Span number(int mark) {
    return Parts.span("yc-sample-number", Integer.toString(mark + 1));
  }

  /** What the marks say; put it below the sheet, or beside it. */
  public Div points() {
    var points = Parts.div("yc-sample-points");
    for (int i = 0; i < marks.size(); i++) {
      points.add(Parts.div("yc-sample-point", number(i), new Span(marks.get(i).text())));
    }
    return points;
  }

  /** The picture left, this sheet right, as in the look. */
  public Div beside(LivePicture picture, String head) {
    return Parts.div("yc-cam", picture, Parts.div("yc-side", Parts.strong(head), this, points()));
  }
}
