package io.yichuang.device;

/**
 * Turns the portrait of an identity card into a picture. Its coding (WLT) is closed: only a library
 * of the reader's vendor can do it, and most terminals have none.
 */
@FunctionalInterface
public interface PortraitDecoder {
  /** Bytes of a coded portrait. */
  int CODED_LENGTH = 1024;

  /**
   * Decodes a portrait; blocks for a few seconds at most. Any thread.
   *
   * @param coded {@link IdCard#codedPortrait}; personal
   */
  Portrait decode(byte[] coded);

  /** Where there is no library. */
  static PortraitDecoder none() {
    return _ -> new Portrait.None("no library for portraits is configured");
  }

  /** What came of it. */
  sealed interface Portrait {
    /**
     * A picture of 102 x 126. Personal.
     *
     * @param png for the caller to wipe
     */
    record Picture(byte[] png) implements Portrait {
      @Override
      public String toString() {
        return "Picture[" + png.length + " bytes]";
      }
    }

    /**
     * No picture: a placeholder is shown, or it comes from elsewhere.
     *
     * @param why for the technician, never personal
     */
    record None(String why) implements Portrait {}
  }
}
