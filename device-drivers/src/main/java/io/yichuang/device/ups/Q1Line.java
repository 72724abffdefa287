package io.yichuang.device.ups;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Ups.Power;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import io.yichuang.device.link.LineParser;
import java.nio.charset.StandardCharsets;

/**
 * Q1 on a serial line. It has no checksum: flags that differ from the last ones are believed only
 * when a second answer says the same, so that a turned bit shuts no terminal down.
 */
final class Q1Line implements UpsLine {
  private static final byte[] QUESTION = "Q1\r".getBytes(StandardCharsets.US_ASCII);

  /** 46 characters; the rest is room for models that write wider fields. */
  private static final int LONGEST = 80;

  private final FrameLine<String> line;
  private final UpsTimings timings;
  private String flags = "";

  Q1Line(ByteLink link, UpsTimings timings, LaneClock clock) {
    this.line = new FrameLine<>(link, new LineParser(LONGEST), clock.nanos());
    this.timings = timings;
  }

  @Override
  public Power ask() throws DeviceException {
    Q1Reading reading = reading();
    if (!reading.flags().equals(flags)) {
      Q1Reading again = reading();
      if (!again.flags().equals(reading.flags())) {
        throw new DeviceException(
            FaultCode.MALFORMED, "two answers, " + reading.flags() + " and " + again.flags());
      }
      flags = again.flags();
    }
    return reading.power();
  }

  private Q1Reading reading() throws DeviceException {
    try {
      return askOnce();
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.CONNECTION_LOST) {
        throw e;
      }
      return askOnce();
    }
  }

  private Q1Reading askOnce() throws DeviceException {
    line.drain();
    line.send(QUESTION, timings.answer());
    Q1Reading reading =
        Q1Reading.of(line.receive(text -> Q1Reading.of(text) != null, timings.answer()));
    if (reading == null) {
      throw new DeviceException(FaultCode.MALFORMED, "no answer to Q1");
    }
    return reading;
  }

  @Override
  public void close() {
    line.close();
  }
}
