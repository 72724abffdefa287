package io.yichuang.device.locker;

import io.yichuang.device.link.FrameParser;

/** Finds frames of a board: a known head, a known value, a right XOR. */
final class BoardParser extends FrameParser<BoardFrame> {
  @Override
  public Parsed<BoardFrame> next() {
    if (held() == 0) {
      return new NeedMore<>();
    }
    if (at(0) != BoardFrame.FIRE && at(0) != BoardFrame.ASK && at(0) != BoardFrame.PUSHED) {
      return drop(1, new Corrupt<>("bytes before a frame", false));
    }
    if (held() < BoardFrame.LENGTH) {
      return new NeedMore<>();
    }
    if (xor(0, 4) != at(4)) {
      return drop(1, new Corrupt<>("a wrong checksum", true));
    }
    if (at(3) != 0x00 && at(3) != 0x11) {
      return drop(1, new Corrupt<>("a feedback that is neither 00 nor 11", false));
    }
    var frame = new BoardFrame(at(0), at(1), at(2), at(3));
    return drop(BoardFrame.LENGTH, new Frame<>(frame));
  }
}
