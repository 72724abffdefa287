package io.yichuang.device.camera;

import org.jspecify.annotations.Nullable;

/**
 * The size of a JPEG, read from its frame header (ITU-T T.81, annex B) without decoding it.
 *
 * @param width pixels
 * @param height pixels
 */
record JpegHeader(int width, int height) {
  /** Cameras have up to 20 megapixels (protocols of document cameras); more is an attack. */
  static final long MAX_PIXELS = 40_000_000;

  /** Some cameras fill up to a block. */
  private static final int MAX_PADDING = 512;

  private static final int SOI = 0xD8;
  private static final int SOS = 0xDA;
  private static final int EOI = 0xD9;

  /**
   * Null when the bytes are no JPEG, were cut off, have no size or a size that nobody should
   * decode.
   */
  static @Nullable JpegHeader of(byte[] jpeg) {
    if (jpeg.length < 4 || at(jpeg, 0) != 0xFF || at(jpeg, 1) != SOI || !ends(jpeg)) {
      return null;
    }
    int at = 2;
    while (at + 4 <= jpeg.length && at(jpeg, at) == 0xFF) {
      int marker = at(jpeg, at + 1);
      if (marker == 0xFF) { // fill byte
        at++;
      } else if (marker == SOS || marker == EOI) {
        return null;
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) { // no length follows
        at += 2;
      } else if (isFrame(marker)) {
        return at + 9 <= jpeg.length ? sized(two(jpeg, at + 7), two(jpeg, at + 5)) : null;
      } else {
        at += 2 + Math.max(2, two(jpeg, at + 2));
      }
    }
    return null;
  }

  /** The end mark is there, perhaps before some padding. */
  private static boolean ends(byte[] jpeg) {
    for (int i = jpeg.length - 2; i >= Math.max(0, jpeg.length - MAX_PADDING); i--) {
      if (at(jpeg, i) == 0xFF && at(jpeg, i + 1) == EOI) {
        return true;
      }
    }
    return false;
  }

  /** SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static @Nullable JpegHeader sized(int width, int height) {
    return width > 0 && height > 0 && (long) width * height <= MAX_PIXELS
        ? new JpegHeader(width, height)
        : null;
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static int two(byte[] bytes, int index) {
    return at(bytes, index) << 8 | at(bytes, index + 1);
  }
}
