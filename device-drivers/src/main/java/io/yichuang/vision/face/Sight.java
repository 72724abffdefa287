package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A portrait and the faces in it, the largest first. */
record Sight(Mat picture, List<Box> faces) {

  /** Pixels: a face that fills such a picture has ten times what the models look at. */
  private static final int LONG_SIDE = 1024;

  static Sight of(FaceEngine engine, byte[] image, Mats mats) throws UnreadableImageException {
    var picture = Picture.decodeSmall(image, LONG_SIDE, mats);
    var faces = engine.faces(picture);
    if (!faces.isEmpty()) {
      return new Sight(picture, faces);
    }
    // The picture in a card is cropped so tightly that the detector wants air around it.
    var air = Math.max(picture.cols(), picture.rows()) / 3;
    var wide = mats.mat();
    Core.copyMakeBorder(picture, wide, air, air, air, air, Core.BORDER_CONSTANT, Scalar.all(200));
    return new Sight(wide, engine.faces(wide));
  }
}
