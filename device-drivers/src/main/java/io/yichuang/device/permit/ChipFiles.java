package io.yichuang.device.permit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is in the files of a travel document's chip, ICAO 9303 part 10. Pure. */
final class ChipFiles {
  static final int COM = 0x011E;
  static final int DG1 = 0x0101;
  static final int DG2 = 0x0102;

  private static final int TAG_COM = 0x60;
  private static final int TAG_DG2 = 0x75;

  /** How a picture begins: JPEG, JPEG 2000 in its file form, and as a bare stream. */
  private static final byte[][] PICTURES = {
    {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
    {0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20},
    {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51}
  };

  private ChipFiles() {}

  /** Whether the table of contents names the portrait. */
  static boolean hasPortrait(byte[] com) {
    Tlv list = Tlv.path(com, TAG_COM, 0x5C);
    if (list != null) {
      for (byte tag : list.value(com)) {
        if ((tag & 0xFF) == TAG_DG2) {
          return true;
        }
      }
    }
    return false;
  }

  /** The zone's lines in one; empty if there are none. */
  static String zone(byte[] dg1) {
    Tlv zone = Tlv.path(dg1, 0x61, 0x5F1F);
    return zone == null ? "" : new String(zone.value(dg1), StandardCharsets.US_ASCII);
  }

  /**
   * The first face's picture, without the record of ISO 19794-5 around it; null if none is there.
   */
  static byte @Nullable [] portrait(byte[] dg2) {
    Tlv face = Tlv.path(dg2, TAG_DG2, 0x7F61, 0x7F60, 0x5F2E);
    if (face == null) {
      face = Tlv.path(dg2, TAG_DG2, 0x7F61, 0x7F60, 0x7F2E);
    }
    if (face == null) {
      return null;
    }
    byte[] record = face.value(dg2);
    for (int at = 0; at < record.length; at++) {
      for (byte[] begin : PICTURES) {
        int end = at + begin.length;
        if (end <= record.length && Arrays.equals(record, at, end, begin, 0, begin.length)) {
          return Arrays.copyOfRange(record, at, record.length);
        }
      }
    }
    return null;
  }
}
