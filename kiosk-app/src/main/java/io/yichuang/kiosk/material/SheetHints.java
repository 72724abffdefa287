package io.yichuang.kiosk.material;

import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.vision.page.PageWatcher;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the line above the live picture says what the watcher sees. */
final class SheetHints {
  private SheetHints() {}

  /**
   * Key of the words.
   *
   * @param left the sheet that lies there may be that of somebody who has gone
   * @param instead a page is laid again, so that the sheet that lies there is not meant
   */
  static String words(PageWatcher.Hint hint, boolean left, boolean instead) {
    if (hint == PageWatcher.Hint.TAKEN && (left || instead)) {
      return left ? "material.camera.hint.left" : "material.camera.hint.lay-anew";
    }
    if (hint == PageWatcher.Hint.NO_PAGE && left) {
      // For half a second: that nothing lies there is not certain yet.
      return "material.camera.hint.looking";
    }
    return "material.camera.hint." + hint.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Green only where all is well. */
  static Light light(PageWatcher.Hint hint, boolean instead) {
    return switch (hint) {
      case HOLD_STILL, READY -> Light.GREEN;
      case TAKEN -> instead ? Light.YELLOW : Light.GREEN;
      case NO_PAGE,
          TOO_DARK,
          BLURRED,
          GLARE,
          HAND,
          SEVERAL,
          MOVE_LEFT,
          MOVE_RIGHT,
          MOVE_UP,
          MOVE_DOWN ->
          Light.YELLOW;
    };
  }

  /** Where to move the sheet. */
  static @Nullable Icon arrow(PageWatcher.Hint hint) {
    return switch (hint) {
      case MOVE_LEFT -> Icon.ARROW_LEFT;
      case MOVE_RIGHT -> Icon.ARROW_RIGHT;
      case MOVE_UP -> Icon.CHEVRON_UP;
      case MOVE_DOWN -> Icon.CHEVRON_DOWN;
      case NO_PAGE, TOO_DARK, BLURRED, GLARE, HAND, SEVERAL, TAKEN, HOLD_STILL, READY -> null;
    };
  }
}
