package io.yichuang.device.portrait;

/**
 * A vendor's library with a function {@code int f(const unsigned char coded[1024], unsigned char
 * *picture, int mode)}. No vendor's signature is public; one that differs needs a few lines of C
 * around it. A function that wants files is of no use here: portraits never touch the disk.
 *
 * @param file absolute path, or a name for the system's own search
 * @param symbol name of the function; {@code unpack} in several libraries
 * @param mode its last argument
 * @param success what it returns when it has decoded
 * @param form what it writes
 */
public record PortraitLibrary(String file, String symbol, int mode, int success, Form form) {

  /** What the function writes into {@code picture}. */
  public enum Form {
    /** A BMP of 102 x 126 with 24 bits: 38862 bytes. */
    BMP(38_862),
    /** Its pixels alone, top row first, blue green red, rows of 306 bytes: 38556 bytes. */
    BGR(38_556);

    private final int length;

    Form(int length) {
      this.length = length;
    }

    int length() {
      return length;
    }
  }

  public PortraitLibrary {
    if (file.isBlank()) {
      throw new IllegalArgumentException("the file of the portrait library is missing");
    }
    if (!symbol.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("'" + symbol + "' is no name of a C function");
    }
  }

  /** The usual shape: {@code unpack(coded, picture, 0)} returns 1 and writes a BMP. */
  public static PortraitLibrary usual(String file) {
    return new PortraitLibrary(file, "unpack", 0, 1, Form.BMP);
  }
}
