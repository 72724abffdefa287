package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import java.util.Optional;

/** Makes a page straight and its paper white; stamps and ink keep their colour. Any thread. */
public final class PageCleaner {

  private PageCleaner() {}

  /**
   * Cleans a photo.
   *
   * @param image JPEG or PNG
   * @param quad the page in it; empty for the whole picture
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static CleanPage clean(byte[] image, Optional<Quad> quad) throws UnreadableImageException {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }

  /**
   * Cleans a page that a feeder or a flatbed scanned.
   *
   * @param jpeg JPEG or PNG
   * @param dpi what it was scanned at
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static CleanPage cleanScan(byte[] jpeg, int dpi) throws UnreadableImageException {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }
}
