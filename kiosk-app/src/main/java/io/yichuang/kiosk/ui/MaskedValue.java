package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that only its owner may read: held for 3 s it shows in full, and hides itself again. The
 * full value goes to the page only then, and never while somebody helps.
 */
final class MaskedValue extends Span {
  MaskedValue(String masked, Supplier<String> full) {
    super(masked);
    addClassNames("yc-num", "yc-masked");
    // The page says when the finger has been down long enough and when the look is over.
    getElement()
        .addEventListener(
            "yc-hold",
            _ -> {
              if (!helped()) {
                setText(full.get());
              }
            });
    getElement().addEventListener("yc-conceal", _ -> setText(masked));
  }

  private boolean helped() {
    return Optional.ofNullable(findAncestor(KioskFrame.class))
        .filter(frame -> frame.looks().contains(Look.HELPED))
        .isPresent();
  }
}
