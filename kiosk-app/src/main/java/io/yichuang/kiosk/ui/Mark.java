package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;

/** The mark: a window standing on a wide sill, which is the stroke 一. */
final class Mark {
  private Mark() {}

  static Component draw() {
    return new Svg(
        "<svg class=\"yc-mark\" viewBox=\"0 0 48 48\" aria-hidden=\"true\"><path"
            + " fill=\"var(--yc-accent)\" d=\"M10 31c5-7 9-3 14-8s8-10 14-7v24H10z\"/><path d=\"M9"
            + " 40V5h30v35\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"4\"/><path"
            + " fill=\"var(--yc-accent)\" d=\"M3 39h42v6H3z\"/></svg>");
  }
}
