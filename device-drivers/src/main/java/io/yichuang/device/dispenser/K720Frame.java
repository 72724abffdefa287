package io.yichuang.device.dispenser;

/** What a unit of the 720 family sends. */
sealed interface K720Frame {
  int STX = 0x02;
  int ETX = 0x03;
  int ENQ = 0x05;
  int ACK = 0x06;
  int NAK = 0x15;

  record Ack() implements K720Frame {}

  record Nak() implements K720Frame {}

  /**
   * Flags or a status: two letters and three ASCII digits whose low halves count.
   *
   * @param name such as {@code SF} or {@code PB}
   */
  record Reply(String name, int first, int second, int third) implements K720Frame {}

  /** 02, two letters, 03, XOR of all before. */
  static byte[] command(String letters) {
    byte[] frame = {STX, (byte) letters.charAt(0), (byte) letters.charAt(1), ETX, 0};
    for (int i = 0; i < 4; i++) {
      frame[4] ^= frame[i];
    }
    return frame;
  }
}
