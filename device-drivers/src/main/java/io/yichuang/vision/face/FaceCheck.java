package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;

/**
 * Compares the person before the camera with a portrait, over several frames. One thread at a time.
 * Closing zeroes what was measured of both faces.
 */
public final class FaceCheck implements AutoCloseable {

  /** One frame, judged, and the verdict so far. */
  public record Look(FaceHint hint, Verdict verdict) {}

  /**
   * Measures the portrait.
   *
   * @param portrait JPEG or PNG, such as the picture in an identity card
   * @throws UnreadableImageException when it cannot be decoded
   */
  public FaceCheck(FaceEngine engine, byte[] portrait, Thresholds thresholds)
      throws UnreadableImageException {}

  /** Whether the portrait shows exactly one face; if not, the verdict never is PASS. */
  public boolean portraitUsable() {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }

  /**
   * Judges the next frame.
   *
   * @throws UnreadableImageException when it cannot be decoded; the next one may be good again
   */
  public Look look(byte[] jpegFrame) throws UnreadableImageException {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }

  @Override
  public void close() {}
}
