package io.yichuang.device.camera;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * Cameras of USB leave out the Huffman tables that ITU-T T.81 gives as typical (annex K), since the
 * class says that everybody has them; decoders have not.
 */
final class JpegTables {
  private static final int SOS = 0xDA;
  private static final int DHT = 0xC4;

  private static final byte[] TYPICAL = typical();

  private JpegTables() {}

  /** The picture with its tables; as it is where they are there, or where it is no JPEG. */
  static byte[] complete(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && at(jpeg, at) == 0xFF) {
      int marker = at(jpeg, at + 1);
      if (marker == DHT) {
        return jpeg;
      }
      if (marker == SOS) {
        byte[] whole = Arrays.copyOf(jpeg, jpeg.length + TYPICAL.length);
        System.arraycopy(TYPICAL, 0, whole, at, TYPICAL.length);
        System.arraycopy(jpeg, at, whole, at + TYPICAL.length, jpeg.length - at);
        return whole;
      }
      // A fill byte, or a segment with its length.
      at += marker == 0xFF ? 1 : 2 + Math.max(2, at(jpeg, at + 2) << 8 | at(jpeg, at + 3));
    }
    return jpeg;
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  /** One segment with all four: class and number, 16 counts, values. */
  private static byte[] typical() {
    var tables = new java.io.ByteArrayOutputStream();
    table(tables, 0x00, JPEGHuffmanTable.StdDCLuminance);
    table(tables, 0x10, JPEGHuffmanTable.StdACLuminance);
    table(tables, 0x01, JPEGHuffmanTable.StdDCChrominance);
    table(tables, 0x11, JPEGHuffmanTable.StdACChrominance);
    int length = 2 + tables.size();
    var segment = new java.io.ByteArrayOutputStream();
    segment.writeBytes(new byte[] {(byte) 0xFF, (byte) DHT, (byte) (length >> 8), (byte) length});
    segment.writeBytes(tables.toByteArray());
    return segment.toByteArray();
  }

  private static void table(
      java.io.ByteArrayOutputStream out, int destination, JPEGHuffmanTable table) {
    out.write(destination);
    short[] counts = Arrays.copyOf(table.getLengths(), 16);
    for (short count : counts) {
      out.write(count);
    }
    for (short value : table.getValues()) {
      out.write(value);
    }
  }
}
