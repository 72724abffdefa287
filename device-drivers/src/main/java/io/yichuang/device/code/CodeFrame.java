package io.yichuang.device.code;

/** What a scanner sends. */
sealed interface CodeFrame {
  /** The bytes of one code, without suffix. Personal. */
  record Text(byte[] bytes) implements CodeFrame {
    @Override
    public String toString() {
      return "Text[" + bytes.length + " bytes]";
    }
  }

  /**
   * The answer to a trigger frame.
   *
   * @param done false when the scanner refuses it
   */
  record Reply(boolean done) implements CodeFrame {}
}
