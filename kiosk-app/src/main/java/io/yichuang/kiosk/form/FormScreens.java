package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The page of each question. */
@Component
class FormScreens implements Screens {
  private final Supplier<KioskKeyboard> keyboards;
  private final Clock clock;

  FormScreens(ObjectProvider<KioskKeyboard> keyboards, Clock clock) {
    this.keyboards = keyboards::getObject;
    this.clock = clock;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return stage instanceof Stage.At(Step.Ask(String id))
        ? turn.visit()
            .item()
            .flatMap(item ->
                item.question(id).map(question -> page(question, item.asksForName(question), turn)))
        : Optional.empty();
  }

  private Screen page(Question question, boolean name, Turn turn) {
    return new QuestionScreen(question, name, keyboards.get(), clock, turn);
  }
}
