package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.live.FaceModels;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a certificate's photo in the basket: taken here, or brought to the
 * counter.
 */
final class PhotoKeys {
  private final DeviceBoard devices;
  private final FaceModels faces;
  private final Turn turn;

  PhotoKeys(DeviceBoard devices, FaceModels faces, Turn turn) {
    this.devices = devices;
    this.faces = faces;
    this.turn = turn;
  }

  /**
   * The keys.
   *
   * @param words from the bundles
   * @param changed the basket holds something else now
   */
  List<Action> of(
      MaterialRule rule,
      @Nullable Collected collected,
      UnaryOperator<String> words,
      Runnable changed) {
    if (collected instanceof Collected.Photo(var page, var doubts)) {
      return List.of(
          new Action(
              "photo-look-" + rule.id(),
              words.apply("material.review"),
              () ->
                  turn.go(
                      new MaterialStages.Photos(
                          rule.id(), List.of(new Shot(page.jpeg(), doubts))))));
    }
    var keys = new ArrayList<Action>();
    if (takes(rule)) {
      keys.add(
          new Action(
                  "photo-take-" + rule.id(),
                  words.apply("material.photo.take"),
                  () -> turn.go(new MaterialStages.Photo(rule.id(), List.of())))
              .with(Icon.CAMERA));
    }
    if (collected == null) {
      keys.add(
          new Action(
                  "photo-bring-" + rule.id(),
                  words.apply("material.photo.window"),
                  () -> {
                    turn.visit().collect(rule.id(), new Collected.Later());
                    changed.run();
                  })
              .binds());
    }
    return keys;
  }

  private boolean takes(MaterialRule rule) {
    return devices.canServe(DeviceBoard.FACE_CAMERA)
        && faces.available()
        && rule.photoRule().isPresent();
  }
}
