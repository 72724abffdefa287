package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points on a line downwards: what is done, where it stands, what comes. */
public final class Timeline extends Div {
  /** Done, where it stands now, or still to come. */
  public enum When {
    DONE,
    NOW,
    LATER
  }

  /**
   * A point of the line.
   *
   * @param date as people say it (11月16日, 今天, 12月8日前)
   * @param note at the right, or null
   */
  public record Point(When when, String date, String text, @Nullable String note) {}

  /** Points from the first to the last. */
  public Timeline(List<Point> points) {
    addClassName("yc-timeline");
    getElement().setAttribute("role", "list");
    for (Point point : points) {
      var row =
          Parts.div(
              "yc-point yc-when-" + point.when().name().toLowerCase(java.util.Locale.ROOT),
              Parts.span("yc-d yc-num", point.date()),
              Parts.div("yc-mark-point"),
              Parts.strong(point.text()));
      row.getElement().setAttribute("role", "listitem");
      if (point.when() == When.NOW) {
        row.getElement().setAttribute("aria-current", "step");
      }
      Parts.addNote(row, point.note());
      add(row);
    }
  }
}
