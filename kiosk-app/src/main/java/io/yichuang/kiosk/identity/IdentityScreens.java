package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.draft.Draft;
import io.yichuang.kiosk.draft.Resumption;
import io.yichuang.kiosk.form.Prefill;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.material.Basket;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ways to prove who you are, and the page of each. */
@Component
class IdentityScreens implements Screens {
  private static final Step STEP = new Step.Identify();

  private final Identities identities;
  private final Recognition recognition;
  private final FaceChecks faces;
  private final Prefill prefill;
  private final Basket basket;
  private final Resumption resumption;
  private final DeviceBoard devices;
  private final LivePictures pictures;
  private final ObjectProvider<KioskKeyboard> keyboards;
  private final Texts texts;
  private final Clock clock;

  IdentityScreens(
      Identities identities,
      Recognition recognition,
      FaceChecks faces,
      Prefill prefill,
      Basket basket,
      Resumption resumption,
      DeviceBoard devices,
      LivePictures pictures,
      ObjectProvider<KioskKeyboard> keyboards,
      Texts texts,
      Clock clock) {
    this.identities = identities;
    this.recognition = recognition;
    this.faces = faces;
    this.prefill = prefill;
    this.basket = basket;
    this.resumption = resumption;
    this.devices = devices;
    this.pictures = pictures;
    this.keyboards = keyboards;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case Stage.At(Step.Identify()) -> Optional.of(identities.screen(goal(turn), turn));
      case IdentityStages.Ways(Goal goal) -> Optional.of(identities.screen(goal, turn));
      case IdentityStages.BySms(Goal goal) ->
          Optional.of(new SmsScreen(goal, recognition, keyboards.getObject(), clock, turn));
      case IdentityStages.ByFace(Goal goal, byte[] portrait) ->
          Optional.of(new FaceScreen(goal, portrait, faces, devices, pictures, clock, turn));
      default -> Optional.empty();
    };
  }

  private Goal goal(Turn turn) {
    ServiceItem item = turn.visit().item().orElseThrow();
    return new Goal(
        item.code(),
        item.assurance(),
        () -> Strokes.at(turn, STEP.phase(), words(turn)),
        () -> Strokes.eyebrow(turn, STEP.phase(), words(turn)),
        List::of,
        () -> known(item, turn),
        turn.back(STEP));
  }

  private Strokes.Words words(Turn turn) {
    return (key, values) -> texts.getTranslation(key, turn.language(), values);
  }

  /** What others know of somebody, and what this machine kept. */
  private record Known(Map<String, Answer> answers, Optional<Draft> draft) {
    @Override
    public String toString() {
      return "Known";
    }
  }

  /** Once somebody is known, everything that others know is fetched, before the first question. */
  private void known(ServiceItem item, Turn turn) {
    Citizen citizen = turn.visit().citizen().orElseThrow();
    turn.work(
        () -> new Known(prefill.answers(item, citizen), resumption.find(item, citizen)),
        known -> {
          // Who proves it a second time has perhaps corrected what others know.
          known
              .answers()
              .forEach((question, answer) -> {
                if (!turn.visit().answers().containsKey(question)) {
                  turn.visit().answer(question, answer);
                }
              });
          basket.fill(
              turn,
              () ->
                  known
                      .draft()
                      .ifPresentOrElse(
                          draft -> resumption.offer(draft, turn), () -> turn.proceed(STEP)));
        });
  }
}
