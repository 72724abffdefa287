package io.yichuang.device.modbus;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The master of one bus: one question at a time. The lane's thread only. */
public final class ModbusLine implements AutoCloseable {
  private final ModbusBus bus;
  private final ModbusParser parser = new ModbusParser();
  private final FrameLine<ModbusAnswer> line;
  private final ModbusTimings timings;
  private final LaneClock clock;
  private long quietSince;

  ModbusLine(ModbusBus bus, ByteLink link, ModbusTimings timings, LaneClock clock) {
    this.bus = bus;
    this.line = new FrameLine<>(link, parser, clock.nanos());
    this.timings = timings;
    this.clock = clock;
    this.quietSince = clock.nanos().getAsLong();
  }

  /**
   * True for a unit that kept silent so lately that its answer may still come: a question to it
   * would wait {@link ModbusTimings#late} first.
   */
  public boolean owes(int unit) {
    return !bus.owes(unit).isZero();
  }

  /**
   * Reads values; asks once more when the answer was damaged.
   *
   * @return bits as 0 and 1, registers as 0 to 65535
   * @throws DeviceException {@code PROTOCOL} when the unit refuses, {@code BUSY} when it says so,
   *     else a fault of the line
   */
  public List<Integer> read(int unit, ModbusTable table, int address, int count)
      throws DeviceException {
    var request = ModbusRequest.read(unit, table, address, count);
    ModbusAnswer answer;
    try {
      answer = ask(request);
    } catch (DeviceException e) {
      answer = askAgain(request, e);
    }
    return answer instanceof ModbusAnswer.Values(List<Integer> values) ? values : List.of();
  }

  /**
   * Writes one value. A write whose confirmation is lost is never sent twice; what stands there is
   * read back instead.
   *
   * @throws DeviceException as {@link #read}; after a fault of the line the write may have happened
   */
  public void write(int unit, ModbusTable table, int address, int value) throws DeviceException {
    try {
      ask(ModbusRequest.write(unit, table, address, value));
    } catch (DeviceException e) {
      if (!damage(e) || read(unit, table, address, 1).getFirst() != value) {
        throw e;
      }
    }
  }

  /**
   * Writes what a coil has to go back to: at once, although the unit may owe an answer, and once
   * more when nobody confirms it. Confirmations name the value, so a late one of another write does
   * not pass for this one's.
   *
   * @throws DeviceException when the coil may not have gone back
   */
  public void putBack(int unit, int coil, int value) throws DeviceException {
    var request = ModbusRequest.write(unit, ModbusTable.COIL, coil, value);
    try {
      askNow(request);
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.CONNECTION_LOST) {
        throw e;
      }
      askNow(request);
    }
  }

  private ModbusAnswer askAgain(ModbusRequest request, DeviceException first)
      throws DeviceException {
    if (!damage(first)) {
      throw first;
    }
    return ask(request);
  }

  private static boolean damage(DeviceException e) {
    return switch (e.fault().code()) {
      case BAD_CHECKSUM, MALFORMED -> true;
      default -> false;
    };
  }

  private ModbusAnswer ask(ModbusRequest request) throws DeviceException {
    pause(bus.owes(request.unit()).toNanos());
    return askNow(request);
  }

  private ModbusAnswer askNow(ModbusRequest request) throws DeviceException {
    // Units know a new frame by the pause before it.
    pause(quietSince + timings.silence().toNanos() - now());
    line.drain();
    parser.expect(request);
    line.send(request.frame(), timings.answer());
    try {
      ModbusAnswer answer = line.receive(_ -> true, timings.answer());
      if (answer instanceof ModbusAnswer.Refused(int code)) {
        throw new DeviceException(
            code == 6 ? FaultCode.BUSY : FaultCode.PROTOCOL,
            "unit %d refuses function %02x at %d with code %d"
                .formatted(request.unit(), request.function(), request.address(), code));
      }
      return answer;
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.NO_ANSWER) {
        bus.kept(request.unit());
      }
      throw e;
    } finally {
      quietSince = clock.nanos().getAsLong();
    }
  }

  private void pause(long nanos) {
    long end = now() + nanos;
    for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); ) {
      LockSupport.parkNanos(left);
      left = end - now();
    }
  }

  private long now() {
    return clock.nanos().getAsLong();
  }

  @Override
  public void close() {
    line.close();
  }
}
