package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Screen;
import java.util.Optional;

/** A feature's screens. A bean of each feature; the first that knows a stage draws it. */
public interface Screens {
  /** The screen of a stage, or empty if it is another feature's. */
  Optional<Screen> screen(Stage stage, Turn turn);
}
