package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Span;

/** A code in groups of four, as people read it out. */
public final class CodeText extends Span {
  private static final int GROUP = 4;

  /** The code as it is stored, without gaps. */
  public CodeText(String code) {
    super(grouped(code));
    addClassNames("yc-code", "yc-num");
    getElement().setAttribute("data-code", code);
  }

  /** 50011920261124003861 → 5001 1920 2611 2400 3861. */
  public static String grouped(String code) {
    var out = new StringBuilder();
    for (int i = 0; i < code.length(); i += GROUP) {
      out.append(i == 0 ? "" : " ").append(code, i, Math.min(code.length(), i + GROUP));
    }
    return out.toString();
  }
}
