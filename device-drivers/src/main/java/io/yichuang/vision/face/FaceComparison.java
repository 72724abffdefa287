package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Two still pictures compared: for the workshop. At the terminal a {@link FaceCheck} looks at
 * several frames and asks for life.
 *
 * @param similarity cosine, -1 to 1; empty where one of the pictures shows no face
 * @param band what it means by the thresholds; RETRY where there is nothing to compare
 * @param first quality of the first picture
 * @param second quality of the second picture
 */
public record FaceComparison(
    OptionalDouble similarity, Verdict band, FaceQuality first, FaceQuality second) {

  /** A face's features and its quality. */
  private record Measured(float[] features, FaceQuality quality) {}

  /**
   * Compares the largest faces of two pictures.
   *
   * @param first JPEG or PNG
   * @param second JPEG or PNG
   * @throws UnreadableImageException when one cannot be decoded
   */
  public static FaceComparison of(
      FaceEngine engine, byte[] first, byte[] second, Thresholds thresholds)
      throws UnreadableImageException {
    var one = measured(engine, first);
    var other = measured(engine, second);
    try {
      if (one.features().length == 0 || other.features().length == 0) {
        return new FaceComparison(
            OptionalDouble.empty(), Verdict.RETRY, one.quality(), other.quality());
      }
      var similarity = 0.0;
      for (var i = 0; i < one.features().length; i++) {
        similarity += one.features()[i] * other.features()[i];
      }
      return new FaceComparison(
          OptionalDouble.of(similarity),
          band(similarity, thresholds),
          one.quality(),
          other.quality());
    } finally {
      Arrays.fill(one.features(), 0);
      Arrays.fill(other.features(), 0);
    }
  }

  static Verdict band(double similarity, Thresholds thresholds) {
    if (similarity >= thresholds.pass()) {
      return Verdict.PASS;
    }
    return similarity >= thresholds.retry() ? Verdict.RETRY : Verdict.FAIL;
  }

  private static Measured measured(FaceEngine engine, byte[] image)
      throws UnreadableImageException {
    try (var mats = new Mats()) {
      var sight = Sight.of(engine, image, mats);
      var quality = FaceView.measure(sight.picture(), sight.faces());
      return new Measured(
          sight.faces().isEmpty()
              ? new float[0]
              : engine.features(sight.picture(), sight.faces().getFirst()),
          quality);
    }
  }
}
