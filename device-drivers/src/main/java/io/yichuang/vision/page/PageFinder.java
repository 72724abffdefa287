package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import java.util.Optional;

/** Finds the one page in a photo, without a model. Any thread. */
public final class PageFinder {

  private PageFinder() {}

  /**
   * The corners of the page, or nothing when no four-sided thing stands out.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static Optional<Quad> find(byte[] image) throws UnreadableImageException {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }
}
