package io.yichuang.device.idcard;

/** What the module can be told (SDT commands; each takes no data). */
enum SamCommand {
  RESET(0x10, 0xFF, 0),
  STATUS(0x11, 0xFF, 0),
  SAM_ID(0x12, 0xFF, 16),
  FIND(0x20, 0x01, 4),
  SELECT(0x20, 0x02, 8),
  /** Two lengths, 256 bytes of text, 1024 of photo. */
  READ_TEXT_AND_PHOTO(0x30, 0x01, 1284),
  READ_NEW_ADDRESS(0x30, 0x03, 70);

  private final int command;
  private final int parameter;
  private final int answerLength;

  SamCommand(int command, int parameter, int answerLength) {
    this.command = command;
    this.parameter = parameter;
    this.answerLength = answerLength;
  }

  /**
   * Whether an answer can be one to this command. Answers carry no number; a late one would pass
   * for that of the next question if it were not for its length.
   */
  boolean mayAnswer(SamFrame frame) {
    boolean good = frame.status() == SamFrame.DONE || frame.status() == SamFrame.FOUND;
    return !good
        || (frame.data().length == answerLength
            && (this == FIND) == (frame.status() == SamFrame.FOUND));
  }

  /** Preamble, length 3, command, parameter, XOR of all after the preamble. */
  byte[] request() {
    return new byte[] {
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0x96,
      0x69,
      0,
      3,
      (byte) command,
      (byte) parameter,
      (byte) (3 ^ command ^ parameter)
    };
  }
}
