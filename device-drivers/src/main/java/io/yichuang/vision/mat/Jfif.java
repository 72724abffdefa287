package io.yichuang.vision.mat;

import java.nio.ByteBuffer;

/** The head of a JPEG as JFIF 1.02 (ISO/IEC 10918-5) has it: it says how large it is on paper. */
final class Jfif {

  /** Bytes: start of image, marker and length of APP0, {@code JFIF\0}, version. */
  private static final int UNITS = 2 + 4 + 5 + 2;

  private static final int APP0 = 0xFFD8FFE0;
  private static final byte PER_INCH = 1;

  private Jfif() {}

  /** Writes the density into the head that OpenCV's encoder made; the same array is given back. */
  static byte[] withDensity(byte[] jpeg, int dpi) {
    var head = ByteBuffer.wrap(jpeg);
    if (jpeg.length < UNITS + 5 || head.getInt(0) != APP0) {
      throw new IllegalStateException("a JPEG without a JFIF head");
    }
    head.put(UNITS, PER_INCH);
    head.putShort(UNITS + 1, (short) dpi);
    head.putShort(UNITS + 3, (short) dpi);
    return jpeg;
  }
}
