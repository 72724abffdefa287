package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;

/**
 * Parts a page in two for people who sit: what is only looked at stays up, everything from the
 * first thing to touch on stands in the band that is reached. A field to type in is looked at: it
 * has the focus already, and the keyboard below writes into it.
 */
final class LowReach {
  private static final Set<String> TOUCHED = Set.of("button", "kiosk-signature");

  private LowReach() {}

  static void split(Screen screen) {
    List<Component> parts = screen.getChildren().toList();
    var high = Parts.div("yc-high");
    // It may scroll, and the pad's arrows scroll what has the focus.
    high.getElement().setAttribute("tabindex", "0");
    var low = Parts.div("yc-low");
    Div into = high;
    for (Component part : parts) {
      if (touched(part)) {
        into = low;
      }
      into.add(part);
    }
    screen.add(high, low);
  }

  /** A live picture is looked at, though a key stands at the foot of the sample beside it. */
  private static boolean touched(Component part) {
    return !part.hasClassName("yc-cam") && touched(part.getElement());
  }

  static boolean touched(Element element) {
    return TOUCHED.contains(element.getTag())
        || (element.getClassList().contains("yc-masked")
            // A picture is looked at; who sits has the paper itself at hand to read its number.
            && !element.getClassList().contains("yc-bars"))
        || element.getChildren().filter(child -> !child.isTextNode()).anyMatch(LowReach::touched);
  }
}
