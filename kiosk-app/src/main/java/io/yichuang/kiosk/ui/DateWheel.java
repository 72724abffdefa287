package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Year, month and day, each a step up or down: for whoever would rather turn than type. A date that
 * there is not cannot be turned to.
 */
public final class DateWheel extends Div {
  private final Consumer<LocalDate> turned;
  private final Span year = Parts.span("yc-num yc-b", "");
  private final Span month = Parts.span("yc-num yc-b", "");
  private final Span day = Parts.span("yc-num yc-b", "");
  private LocalDate date;

  /**
   * A wheel.
   *
   * @param date where it stands
   * @param turned called with each step
   */
  public DateWheel(LocalDate date, Consumer<LocalDate> turned) {
    this.date = date;
    this.turned = turned;
    addClassName("yc-wheel");
    add(
        column("year", year, one -> one.plusYears(1), one -> one.minusYears(1)),
        column("month", month, one -> one.plusMonths(1), one -> one.minusMonths(1)),
        column("day", day, one -> one.plusDays(1), one -> one.minusDays(1)));
    show(date);
  }

  /** Stands at another date, without telling anybody. */
  public void show(LocalDate newDate) {
    date = newDate;
    year.setText(getTranslation("ui.wheel.year", Integer.toString(date.getYear())));
    month.setText(getTranslation("ui.wheel.month", date.getMonthValue()));
    day.setText(getTranslation("ui.wheel.day", date.getDayOfMonth()));
  }

  private Div column(
      String id, Span value, UnaryOperator<LocalDate> up, UnaryOperator<LocalDate> down) {
    return Parts.div(
        "yc-wheel-column",
        key(new Action("wheel-less-" + id, "", () -> turn(down)).with(Icon.MINUS), id),
        value,
        key(new Action("wheel-more-" + id, "", () -> turn(up)).with(Icon.PLUS), id));
  }

  private ActionButton key(Action action, String id) {
    var key = new ActionButton(action).small();
    String way = action.id().startsWith("wheel-more") ? "more" : "less";
    key.getElement().setAttribute("aria-label", getTranslation("ui.wheel." + way + "." + id));
    return key;
  }

  private void turn(UnaryOperator<LocalDate> step) {
    show(step.apply(date));
    turned.accept(date);
  }
}
