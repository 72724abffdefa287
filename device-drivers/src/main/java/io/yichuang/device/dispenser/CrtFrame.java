package io.yichuang.device.dispenser;

import java.nio.charset.StandardCharsets;

/** What a CRT-571/591 sends. */
sealed interface CrtFrame {
  int STX = 0xF2;
  int ETX = 0x03;
  int ACK = 0x06;
  int NAK = 0x15;

  /** The frame arrived whole. */
  record Ack() implements CrtFrame {}

  /** The frame arrived damaged and may be sent again. */
  record Nak() implements CrtFrame {}

  /**
   * The answer to a command.
   *
   * @param done true for 'P', false for 'N' and 'E'
   * @param command CM and PM, such as {@code 10} for status
   * @param data after it: three states and more, or two characters of an error
   */
  record Reply(int address, boolean done, String command, String data) implements CrtFrame {}

  /** F2, address, length, 'C', CM, PM, 03, XOR of all before. */
  static byte[] command(int address, String command) {
    byte[] text = ("C" + command).getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[4 + text.length + 2];
    frame[0] = (byte) STX;
    frame[1] = (byte) address;
    frame[2] = (byte) (text.length >> 8);
    frame[3] = (byte) text.length;
    System.arraycopy(text, 0, frame, 4, text.length);
    frame[frame.length - 2] = ETX;
    for (int i = 0; i < frame.length - 1; i++) {
      frame[frame.length - 1] ^= frame[i];
    }
    return frame;
  }
}
