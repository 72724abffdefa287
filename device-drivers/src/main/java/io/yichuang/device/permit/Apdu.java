package io.yichuang.device.permit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A question to a card (ISO 7816-4, the short form).
 *
 * @param data at most 255 bytes
 * @param wanted bytes of answer, 1 to 256, or 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a wire, never compared
record Apdu(byte instruction, byte p1, byte p2, byte[] data, int wanted) {
  /** The status word of all being well. */
  static final int OK = 0x9000;

  private static final byte SELECT = (byte) 0xA4;
  private static final byte READ_BINARY = (byte) 0xB0;
  private static final byte[] NOTHING = {};

  /** ICAO's application, 9303 part 10. */
  private static final byte[] TRAVEL_DOCUMENT = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};

  /** What a card says. */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(byte[] data, int status) {
    /** Cuts the status word off; null if there is none. */
    static @Nullable Answer of(byte[] bytes) {
      int end = bytes.length - 2;
      return end < 0
          ? null
          : new Answer(Arrays.copyOf(bytes, end), word(bytes[end], bytes[end + 1]));
    }

    boolean ok() {
      return status == OK;
    }

    @Override
    public String toString() {
      return "Answer[" + data.length + " bytes, " + Integer.toHexString(status) + "]";
    }
  }

  static int word(byte high, byte low) {
    return ((high & 0xFF) << 8) | (low & 0xFF);
  }

  static Apdu selectApplication() {
    return new Apdu(SELECT, (byte) 4, (byte) 0x0C, TRAVEL_DOCUMENT.clone(), 0);
  }

  static Apdu selectFile(int file) {
    byte[] id = {(byte) (file >> 8), (byte) file};
    return new Apdu(SELECT, (byte) 2, (byte) 0x0C, id, 0);
  }

  static Apdu challenge() {
    return new Apdu((byte) 0x84, (byte) 0, (byte) 0, NOTHING, Bac.CHALLENGE);
  }

  static Apdu authenticate(byte[] proof) {
    return new Apdu((byte) 0x82, (byte) 0, (byte) 0, proof, proof.length);
  }

  /** From a place in the selected file, at most 32,767. */
  static Apdu read(int offset, int wanted) {
    return new Apdu(READ_BINARY, (byte) (offset >> 8), (byte) offset, NOTHING, wanted);
  }

  /** As it goes over the wire when nothing is sealed. */
  byte[] plain() {
    ByteBuffer out =
        ByteBuffer.allocate(4 + (data.length > 0 ? 1 + data.length : 0) + (wanted > 0 ? 1 : 0));
    out.put((byte) 0).put(instruction).put(p1).put(p2);
    if (data.length > 0) {
      out.put((byte) data.length).put(data);
    }
    if (wanted > 0) {
      out.put((byte) wanted);
    }
    return out.array();
  }

  @Override
  public String toString() {
    return "Apdu[" + Integer.toHexString(instruction & 0xFF) + ", " + data.length + " bytes]";
  }
}
