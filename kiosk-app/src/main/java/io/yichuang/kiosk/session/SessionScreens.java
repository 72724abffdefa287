package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Screen;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The session's own pages: are you still there, and the page after a mistake of ours. */
@Component
class SessionScreens implements Screens {
  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case SessionStages.StillThere still when turn instanceof KioskView view ->
          Optional.of(new StillThereScreen(view));
      case SessionStages.Broken(String submitted) -> Optional.of(new BrokenScreen(submitted, turn));
      case SessionStages.Kept(LocalDate until) -> Optional.of(new KeptScreen(until, turn));
      default -> Optional.empty();
    };
  }
}
