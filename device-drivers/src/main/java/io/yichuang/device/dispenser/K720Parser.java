package io.yichuang.device.dispenser;

import io.yichuang.device.link.FrameParser;

/** Cuts bytes into ACK, NAK and replies of {@code 02 R1 R2 D1 D2 D3 03 BCC}. */
final class K720Parser extends FrameParser<K720Frame> {
  static final int LENGTH = 8;

  @Override
  public Parsed<K720Frame> next() {
    if (held() == 0) {
      return new NeedMore<>();
    }
    return switch (at(0)) {
      case K720Frame.ACK -> drop(1, new Frame<>(new K720Frame.Ack()));
      case K720Frame.NAK -> drop(1, new Frame<>(new K720Frame.Nak()));
      case K720Frame.STX -> reply();
      default -> drop(1, new Corrupt<>("bytes before a frame", false));
    };
  }

  private Parsed<K720Frame> reply() {
    if (held() < LENGTH) {
      return new NeedMore<>();
    }
    if (at(6) != K720Frame.ETX || xor(0, 7) != at(7)) {
      return drop(1, new Corrupt<>("a wrong checksum", true));
    }
    String name = "" + (char) at(1) + (char) at(2);
    return drop(
        LENGTH, new Frame<>(new K720Frame.Reply(name, at(3) & 0x0F, at(4) & 0x0F, at(5) & 0x0F)));
  }
}
