package io.yichuang.device.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The number on a SAM-V module's label. */
final class SamId {
  private SamId() {}

  /**
   * Sixteen bytes, little-endian 2, 2, 4, 4, 4, to {@code 05.01-20260101-0000000001-0000000001}.
   */
  static String printed(byte[] id) {
    ByteBuffer bytes = ByteBuffer.wrap(id).order(ByteOrder.LITTLE_ENDIAN);
    return "%02d.%02d-%08d-%010d-%010d"
        .formatted(
            Short.toUnsignedInt(bytes.getShort()),
            Short.toUnsignedInt(bytes.getShort()),
            Integer.toUnsignedLong(bytes.getInt()),
            Integer.toUnsignedLong(bytes.getInt()),
            Integer.toUnsignedLong(bytes.getInt()));
  }
}
