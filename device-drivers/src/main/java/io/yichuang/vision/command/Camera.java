package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Whether a camera took a picture, or a scanner: by what the camera wrote (EXIF), else by its
 * shape. Paper and platens are 1.41 (A4), 1.29 (Letter) and 1.38, sensors and video are not.
 */
final class Camera {

  /** Long side by short side: still cameras, film and its heirs, video. */
  private static final double[] SENSORS = {4 / 3.0, 3 / 2.0, 16 / 9.0};

  /** A pixel or two of rounding. */
  private static final double ROUNDING = 0.003;

  /** EXIF 2.32: exposure time, f-number, sensitivity, focal length; no scanner has them. */
  private static final Set<Integer> EXPOSED = Set.of(0x829A, 0x829D, 0x8827, 0x920A);

  private static final int EXIF_FOLDER = 0x8769;
  private static final int APP1 = 0xFFE1;

  /** The letters Exif, and two zeros. */
  private static final long EXIF = 0x457869660000L;

  /** A folder's entry, and a marker with its length. */
  private static final int ENTRY = 12;

  private static final int MARKER = 4;

  private Camera() {}

  /**
   * Whether one took it.
   *
   * @throws UnreadableImageException when its form is wrong
   */
  static boolean took(byte[] image) throws UnreadableImageException {
    var size = Picture.size(image);
    var shape =
        Math.max(size.width(), size.height()) / (double) Math.min(size.width(), size.height());
    for (var sensor : SENSORS) {
      if (Math.abs(shape / sensor - 1) < ROUNDING) {
        return true;
      }
    }
    return exposed(image);
  }

  private static boolean exposed(byte[] image) {
    var in = ByteBuffer.wrap(image);
    var at = 2;
    while (at + MARKER + 8 <= in.limit() && (in.getShort(at) & 0xFF00) == 0xFF00) {
      var length = in.getShort(at + 2) & 0xFFFF;
      var end = at + 2 + length;
      if ((in.getShort(at) & 0xFFFF) == APP1
          && in.getLong(at + MARKER) >>> 16 == EXIF
          && end <= in.limit()) {
        var from = at + MARKER + 6;
        return exposed(in.slice(from, Math.max(0, end - from)));
      }
      if ((in.getShort(at) & 0xFFFF) == 0xFFDA || length < 2) {
        return false;
      }
      at = end;
    }
    return false;
  }

  /** TIFF 6.0: byte order, 42, where the first folder is. */
  private static boolean exposed(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return false;
    }
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return folder(tiff, tiff.getInt(4), true);
  }

  private static boolean folder(ByteBuffer tiff, int at, boolean first) {
    if (at < 0 || at > tiff.limit() - 2) {
      return false;
    }
    var entries = tiff.getShort(at) & 0xFFFF;
    for (var i = 0; i < entries && at + 2 + (i + 1) * ENTRY <= tiff.limit(); i++) {
      var entry = at + 2 + i * ENTRY;
      var tag = tiff.getShort(entry) & 0xFFFF;
      if (EXPOSED.contains(tag)
          || (first && tag == EXIF_FOLDER && folder(tiff, tiff.getInt(entry + 8), false))) {
        return true;
      }
    }
    return false;
  }
}
