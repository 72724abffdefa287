package io.yichuang.device.portrait;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** What the child process says; whatever comes, it is one of these. */
sealed interface PortraitAnswer {
  /** The function has written a picture; nobody has looked at it yet. */
  record Written(byte[] picture) implements PortraitAnswer {
    @Override
    public String toString() {
      return "Written[" + picture.length + " bytes]";
    }
  }

  /** Nothing of use. */
  record Useless(String why) implements PortraitAnswer {}

  /** Magic, kind, code, length, and the checksum at the end: 4 bytes each. */
  int FRAME = 20;

  /**
   * Reads it.
   *
   * @param bytes all that came
   * @param length of the picture that was asked for
   */
  static PortraitAnswer of(byte[] bytes, int length) {
    if (bytes.length < FRAME) {
      return new Useless("the process of the library said nothing whole: " + bytes.length);
    }
    var in = ByteBuffer.wrap(bytes);
    if (in.getInt() != PortraitChild.MAGIC) {
      return new Useless("the process of the library said something else");
    }
    int kind = in.getInt();
    int code = in.getInt();
    int said = in.getInt();
    if (bytes.length - FRAME != said) {
      return new Useless("the answer of the library has a wrong length: " + bytes.length);
    }
    byte[] picture = Arrays.copyOfRange(bytes, FRAME - Integer.BYTES, bytes.length - Integer.BYTES);
    var sum = new CRC32();
    sum.update(picture);
    if (in.getInt(bytes.length - Integer.BYTES) != (int) sum.getValue()) {
      return new Useless("the answer of the library is damaged");
    }
    return switch (kind) {
      case PortraitChild.PICTURE ->
          said == length ? new Written(picture) : new Useless("a picture of " + said + " bytes");
      case PortraitChild.REFUSED -> new Useless("the library refused it: " + code);
      case PortraitChild.NO_LIBRARY -> new Useless("the library cannot be loaded");
      case PortraitChild.NO_FUNCTION -> new Useless("the library has no such function");
      default -> new Useless("the answer of the library is of no kind: " + kind);
    };
  }
}
