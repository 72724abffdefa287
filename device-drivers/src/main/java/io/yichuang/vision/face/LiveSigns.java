package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.PageFinder;

/**
 * What one still picture tells of a living person before the camera. Signals, no proof: a certified
 * detection of presentation attacks (ISO/IEC 30107-3) needs more than this.
 *
 * @param quality of the face
 * @param live how sure the model is, 0 to 1; 0 without a face
 * @param framed a straight border runs around the face, as of a print or a screen
 * @param verdict PASS: alive. RETRY: not sure, or no face to judge. FAIL: not alive
 */
public record LiveSigns(FaceQuality quality, double live, boolean framed, Verdict verdict) {

  /** Pixels, as in {@link FaceCheck}. */
  private static final int LONG_SIDE = 640;

  /**
   * Looks at the largest face.
   *
   * @param image JPEG or PNG, as from a camera
   * @throws UnreadableImageException when it cannot be decoded
   */
  public static LiveSigns of(FaceEngine engine, byte[] image, Thresholds thresholds)
      throws UnreadableImageException {
    try (var mats = new Mats()) {
      var frame = Picture.decodeSmall(image, LONG_SIDE, mats);
      var faces = engine.faces(frame);
      var quality = FaceView.measure(frame, faces, engine);
      if (faces.isEmpty()) {
        return new LiveSigns(quality, 0, false, Verdict.RETRY);
      }
      var face = faces.getFirst();
      var live = engine.live(image, frame, face);
      var framed =
          PageFinder.find(frame).filter(quad -> FaceCheck.encloses(quad, face)).isPresent();
      return new LiveSigns(quality, live, framed, verdict(quality, live, framed, thresholds));
    }
  }

  static Verdict verdict(FaceQuality quality, double live, boolean framed, Thresholds thresholds) {
    if (live < thresholds.live()) {
      return Verdict.FAIL;
    }
    // A turned or covered head lives as well.
    return switch (quality.hint()) {
      case GOOD, LOOK_HERE, MASK -> framed ? Verdict.RETRY : Verdict.PASS;
      case NO_FACE, SEVERAL_FACES, TOO_FAR, TOO_DARK, BLURRED, OFF_CENTRE, EYES_CLOSED ->
          Verdict.RETRY;
    };
  }
}
