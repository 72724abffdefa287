package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A sheet of paper to read: hairline, radius 12. Padded unless it holds rows. */
public final class Sheet extends Div {
  private Sheet(String kind, Component... content) {
    addClassNames("yc-sheet", kind);
    add(content);
  }

  /** Padded. */
  public static Sheet of(Component... content) {
    return new Sheet("yc-sheet-pad", content);
  }

  /** Rows with hairlines between ({@link ListRow}, {@link MaterialRow}, {@link SummaryRow}). */
  public static Sheet list(Component... rows) {
    return new Sheet("yc-list", rows);
  }
}
