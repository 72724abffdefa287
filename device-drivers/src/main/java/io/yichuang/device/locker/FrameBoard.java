package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import java.time.Duration;

/** Boards that speak 0x8A frames. */
final class FrameBoard implements Board {
  private final FrameLine<BoardFrame> line;
  private final int locks;
  private final int open;
  private final Duration answer;

  /**
   * @param locks how many locks each board has
   * @param open the value that means open: it depends on how the feedback is wired
   */
  FrameBoard(ByteLink link, int locks, int open, Duration answer, LaneClock clock) {
    this.line = new FrameLine<>(link, new BoardParser(), clock.nanos());
    this.locks = locks;
    this.open = open;
    this.answer = answer;
  }

  private int board(int door) {
    return 1 + (door - 1) / locks;
  }

  private int lock(int door) {
    return 1 + (door - 1) % locks;
  }

  @Override
  public void fire(int door) throws DeviceException {
    ask(BoardFrame.fire(board(door), lock(door))); // its value may be older than the spring
  }

  @Override
  public boolean isOpen(int door) throws DeviceException {
    BoardFrame question = BoardFrame.ask(board(door), lock(door));
    try {
      return ask(question).value() == open;
    } catch (DeviceException e) {
      return switch (e.fault().code()) {
        case NO_ANSWER, BAD_CHECKSUM, MALFORMED -> ask(question).value() == open;
        default -> throw e;
      };
    }
  }

  private BoardFrame ask(BoardFrame question) throws DeviceException {
    line.drain();
    line.send(question.bytes(), answer);
    return line.receive(frame -> frame.answers(question), answer);
  }

  @Override
  public void close() {
    line.close();
  }
}
