package io.yichuang.device.dispenser;

import io.yichuang.device.link.FrameParser;
import java.nio.charset.StandardCharsets;

/** Cuts bytes into ACK, NAK and replies. */
final class CrtParser extends FrameParser<CrtFrame> {
  /** The longest text that any manual names is 1024 bytes. */
  private static final int LONGEST_TEXT = 1_024;

  static final int LONGEST = 4 + LONGEST_TEXT + 2;

  /** 'P' or 'N', CM, PM, and at least the two characters of an error. */
  private static final int SHORTEST_TEXT = 5;

  @Override
  public Parsed<CrtFrame> next() {
    if (held() == 0) {
      return new NeedMore<>();
    }
    return switch (at(0)) {
      case CrtFrame.ACK -> drop(1, new Frame<>(new CrtFrame.Ack()));
      case CrtFrame.NAK -> drop(1, new Frame<>(new CrtFrame.Nak()));
      case CrtFrame.STX -> reply();
      default -> drop(1, new Corrupt<>("bytes before a frame", false));
    };
  }

  private Parsed<CrtFrame> reply() {
    if (held() < 4) {
      return new NeedMore<>();
    }
    int length = at(2) << 8 | at(3);
    if (length < SHORTEST_TEXT || length > LONGEST_TEXT) {
      return drop(1, new Corrupt<>("a length of " + length, false));
    }
    int end = 4 + length;
    if (held() < end + 2) {
      return new NeedMore<>();
    }
    if (at(end) != CrtFrame.ETX || xor(0, end + 1) != at(end + 1)) {
      return drop(1, new Corrupt<>("a wrong checksum", false)); // it comes again by itself
    }
    if (at(4) != 'P' && at(4) != 'N' && at(4) != 'E') {
      return drop(end + 2, new Corrupt<>("a reply of no known kind", false));
    }
    String text = new String(range(5, end), StandardCharsets.ISO_8859_1);
    var reply = new CrtFrame.Reply(at(1), at(4) == 'P', text.substring(0, 2), text.substring(2));
    return drop(end + 2, new Frame<>(reply));
  }
}
