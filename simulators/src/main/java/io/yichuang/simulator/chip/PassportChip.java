package io.yichuang.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is on the chip of an invented person's passport: the zone, the portrait, the table of
 * contents, as ICAO 9303 part 10 lays them out; and what opens it.
 *
 * @param zone both lines in one
 * @param portrait JPEG; empty for a chip without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PassportChip(String zone, byte[] portrait) {

  /** The parts of the zone from which the keys are made, check digits and all (part 11, 4.3.2). */
  String secret() {
    String second = zone.substring(44);
    return second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 28);
  }

  /** The files by their two-byte names. */
  Map<Integer, byte[]> files() {
    Map<Integer, byte[]> files = new HashMap<>();
    byte[] groups = portrait.length == 0 ? new byte[] {0x61} : new byte[] {0x61, 0x75};
    files.put(
        0x011E,
        object(
            0x60,
            object(0x5F01, "0107".getBytes(StandardCharsets.US_ASCII)),
            object(0x5F36, "040000".getBytes(StandardCharsets.US_ASCII)),
            object(0x5C, groups)));
    files.put(0x0101, object(0x61, object(0x5F1F, zone.getBytes(StandardCharsets.US_ASCII))));
    if (portrait.length > 0) {
      files.put(0x0102, face());
    }
    return files;
  }

  /** One face in its envelope; the record before the picture is of ISO 19794-5, 46 bytes. */
  private byte[] face() {
    byte[] record = new byte[46 + portrait.length];
    System.arraycopy("FAC\0".getBytes(StandardCharsets.US_ASCII), 0, record, 0, 4);
    System.arraycopy("010\0".getBytes(StandardCharsets.US_ASCII), 0, record, 4, 4);
    System.arraycopy(portrait, 0, record, 46, portrait.length);
    byte[] header = object(0xA1, object(0x81, new byte[] {2}), object(0x82, new byte[] {0}));
    return object(
        0x75,
        object(
            0x7F61, object(0x02, new byte[] {1}), object(0x7F60, header, object(0x5F2E, record))));
  }

  static byte[] object(int tag, byte[]... values) {
    int length = List.of(values).stream().mapToInt(value -> value.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    if (length > 0xFF) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7F) {
      out.write(0x81);
    }
    out.write(length);
    for (byte[] value : values) {
      out.writeBytes(value);
    }
    return out.toByteArray();
  }
}
