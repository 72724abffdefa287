package io.yichuang.vision.page;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A font whose every letter is an empty box half an em wide, for text that is searched and copied
 * but never seen. PDF/A wants each font embedded: a real one for Chinese has 10 MB, this one half a
 * kilobyte. Made here, in the form of TrueType (ISO 14496-22); Tesseract's PDFs do the same.
 */
final class Glyphless {

  /** Units per em, and the width of each letter. */
  static final int EM = 1000;

  static final int ADVANCE = 500;

  private static final long CHECKSUM_OF_ALL = 0xB1B0AFBAL;

  private Glyphless() {}

  /** What writes the inside of a table. */
  private interface Body {
    void to(DataOutputStream out) throws IOException;
  }

  /** The font's file: glyph 0 for what is missing, glyph 1 for everything. */
  static byte[] font() {
    var tables = new TreeMap<String, byte[]>();
    tables.put("glyf", new byte[4]);
    tables.put("loca", new byte[3 * 2]);
    tables.put("head", head(0));
    tables.put(
        "hhea",
        table(out -> {
          out.writeInt(0x00010000);
          shorts(out, EM, 0, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, 0, 0, 0, 0, 2);
        }));
    tables.put("hmtx", table(out -> shorts(out, ADVANCE, 0, ADVANCE, 0)));
    tables.put(
        "maxp",
        table(out -> {
          out.writeInt(0x00010000);
          shorts(out, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        }));
    var sum = sum(file(tables));
    tables.put("head", head(CHECKSUM_OF_ALL - sum));
    return file(tables);
  }

  private static byte[] head(long adjustment) {
    return table(out -> {
      out.writeInt(0x00010000);
      out.writeInt(0x00010000);
      out.writeInt((int) adjustment);
      out.writeInt(0x5F0F3CF5);
      shorts(out, 0, EM);
      out.writeLong(0);
      out.writeLong(0);
      shorts(out, 0, 0, ADVANCE, EM, 0, 8, 2, 0, 0);
    });
  }

  private static void shorts(DataOutputStream out, int... values) throws IOException {
    for (var value : values) {
      out.writeShort(value);
    }
  }

  private static byte[] table(Body body) {
    try {
      var bytes = new ByteArrayOutputStream();
      body.to(new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] file(Map<String, byte[]> tables) {
    return table(out -> {
      var count = tables.size();
      var power = Integer.highestOneBit(count);
      out.writeInt(0x00010000);
      var searched = Integer.numberOfTrailingZeros(power);
      shorts(out, count, power * 16, searched, (count - power) * 16);
      var at = 12 + 16 * count;
      for (var table : tables.entrySet()) {
        out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
        out.writeInt((int) sum(table.getValue()));
        out.writeInt(at);
        out.writeInt(table.getValue().length);
        at += padded(table.getValue().length);
      }
      for (var table : tables.values()) {
        out.write(table);
        out.write(new byte[padded(table.length) - table.length]);
      }
    });
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  /** Of words of 32 bits, modulo 2 to the 32nd. */
  private static long sum(byte[] bytes) {
    var sum = 0L;
    for (var i = 0; i < bytes.length; i++) {
      sum += (long) (bytes[i] & 0xFF) << (24 - i % 4 * 8);
    }
    return sum & 0xFFFFFFFFL;
  }
}
