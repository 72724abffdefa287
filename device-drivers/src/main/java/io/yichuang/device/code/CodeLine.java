package io.yichuang.device.code;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import org.jspecify.annotations.Nullable;

/** The line to a scanner: trigger frames out, codes and replies in. The lane's thread only. */
final class CodeLine implements AutoCloseable {
  private final FrameLine<CodeFrame> line;
  private final Trigger trigger;
  private final CodeTimings timings;
  private final LaneClock clock;
  private long heardAt;
  private int heldThen;

  CodeLine(ByteLink link, Trigger trigger, CodeTimings timings, LaneClock clock) {
    this.line = new FrameLine<>(link, new CodeParser(), clock.nanos());
    this.trigger = trigger;
    this.timings = timings;
    this.clock = clock;
  }

  /** Forgets codes that nobody asked for. */
  void forget() throws DeviceException {
    line.drain();
    heldThen = 0;
  }

  /**
   * Lights the scanner up or puts it out; both may be repeated.
   *
   * @throws DeviceException {@code NO_ANSWER}, {@code MALFORMED}, {@code PROTOCOL} when it refuses
   */
  void light(boolean on) throws DeviceException {
    try {
      lightOnce(on);
    } catch (DeviceException e) {
      switch (e.fault().code()) {
        case NO_ANSWER, MALFORMED -> lightOnce(on);
        default -> throw e;
      }
    }
  }

  private void lightOnce(boolean on) throws DeviceException {
    byte[] frame = trigger.frame(on);
    if (frame.length == 0) {
      return;
    }
    line.send(frame, timings.answer());
    if (trigger.answered()
        && line.receive(CodeFrame.Reply.class::isInstance, timings.answer())
            instanceof CodeFrame.Reply(boolean done)
        && !done) {
      throw new DeviceException(FaultCode.PROTOCOL, "the scanner refuses the trigger frame");
    }
  }

  /** The bytes of the next code, or null when none came within one look. */
  byte @Nullable [] listen() throws DeviceException {
    if (line.poll(timings.listen()) instanceof CodeFrame.Text(byte[] bytes)) {
      heldThen = 0;
      return bytes;
    }
    long now = clock.nanos().getAsLong();
    if (line.held() != heldThen) {
      heldThen = line.held();
      heardAt = now;
    } else if (heldThen > 0 && now - heardAt > timings.silence().toNanos()) {
      forget(); // it would be glued to the front of the next code
    }
    return null;
  }

  @Override
  public void close() {
    line.close();
  }
}
