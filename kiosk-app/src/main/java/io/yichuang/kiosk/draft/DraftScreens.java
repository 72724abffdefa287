package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The page that offers a draft. */
@Component
class DraftScreens implements Screens {
  private final Resumption resumption;

  DraftScreens(Resumption resumption) {
    this.resumption = resumption;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return stage instanceof DraftStages.Found(Draft draft)
        ? Optional.of(new DraftScreen(draft, resumption, turn))
        : Optional.empty();
  }
}
