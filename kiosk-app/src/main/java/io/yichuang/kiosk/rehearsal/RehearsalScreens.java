package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stands before all other features: while somebody rehearses, a stage that does not say of itself
 * that it is harmless never gets its real screen. This package knows no device, no platform and no
 * journal ({@code BoundariesTest}), so nothing can be submitted, sent or printed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RehearsalScreens implements Screens {
  private final ObjectProvider<KioskKeyboard> keyboards;
  private final Texts texts;
  private final Clock clock;

  RehearsalScreens(ObjectProvider<KioskKeyboard> keyboards, Texts texts, Clock clock) {
    this.keyboards = keyboards;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    if (stage instanceof RehearsalStages.Intro) {
      return Optional.of(new IntroScreen(turn));
    }
    if (!turn.visit().rehearsal() || stage.harmless()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (stage) {
          case Stage.At(Step.Identify()) ->
              new CardScreen(new MadeUp(texts, clock), keyboards.getObject(), turn);
          case Stage.At(Step.Materials()) -> new PapersScreen(clock, turn);
          case Stage.At(Step.Confirm()) -> new SignScreen(turn);
          case RehearsalStages.Over() -> new OverScreen(turn);
          default -> new ElsewhereScreen(turn);
        });
  }
}
