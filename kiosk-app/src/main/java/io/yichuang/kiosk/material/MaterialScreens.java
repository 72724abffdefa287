package io.yichuang.kiosk.material;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.live.FaceModels;
import io.yichuang.kiosk.live.LivePictures;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The basket and how things get into it. */
@Component
class MaterialScreens implements Screens {
  private final Basket basket;
  private final LeftSheet left;
  private final LeftStack stack;
  private final Scans scans;
  private final MaterialCheck check;
  private final DeviceBoard devices;
  private final SampleSheets samples;
  private final FaceModels faces;
  private final LivePictures pictures;
  private final ObjectProvider<KioskKeyboard> keyboards;
  private final Clock clock;
  private final Duration pause;

  MaterialScreens(
      Basket basket,
      LeftSheet left,
      LeftStack stack,
      Scans scans,
      MaterialCheck check,
      DeviceBoard devices,
      SampleSheets samples,
      FaceModels faces,
      LivePictures pictures,
      ObjectProvider<KioskKeyboard> keyboards,
      Clock clock,
      KioskProperties properties) {
    this.basket = basket;
    this.left = left;
    this.stack = stack;
    this.scans = scans;
    this.check = check;
    this.devices = devices;
    this.samples = samples;
    this.faces = faces;
    this.pictures = pictures;
    this.keyboards = keyboards;
    this.clock = clock;
    this.pause = properties.idle().pause();
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case Stage.At(Step.Materials()) ->
          Optional.of(
              new BasketScreen(
                  basket, new PhotoKeys(devices, faces, turn), devices, samples, clock, turn));
      case MaterialStages.Away() ->
          Optional.of(new AwayScreen(pause, keyboards.getObject(), clock, turn));
      case MaterialStages.Feeder(String id) ->
          rule(id, turn).map(rule -> new FeederScreen(rule, stack, scans, check, samples, turn));
      case MaterialStages.Camera sheets ->
          rule(sheets.material(), turn)
              .map(rule ->
                  new CameraScreen(
                      rule,
                      sheets.page(),
                      devices.documentCamera(),
                      left,
                      scans,
                      check,
                      samples,
                      pictures,
                      turn));
      case MaterialStages.MoveCorners(String id, int page) ->
          rule(id, turn)
              .flatMap(rule -> CornersScreen.of(rule, page, scans, check, pictures, turn));
      case MaterialStages.Review review ->
          rule(review.material(), turn)
              .map(rule -> new ReviewScreen(rule, review, check, devices, samples, pictures, turn));
      case MaterialStages.Photo photo ->
          rule(photo.material(), turn)
              .map(rule ->
                  new PhotoScreen(
                      rule, photo.earlier(), devices.faceCamera(), faces, pictures, clock, turn));
      case MaterialStages.Photos photos ->
          rule(photos.material(), turn)
              .map(rule -> new PhotoChoiceScreen(rule, photos.shots(), pictures, turn));
      default -> Optional.empty();
    };
  }

  private static Optional<MaterialRule> rule(String id, Turn turn) {
    return turn.visit().item().flatMap(item -> item.material(id));
  }
}
