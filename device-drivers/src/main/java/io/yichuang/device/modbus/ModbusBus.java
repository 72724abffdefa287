package io.yichuang.device.modbus;

import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a bus beyond one connection: which units owe an answer. Answers carry neither
 * number nor address, so one that comes late would pass for that of the next question; a unit that
 * kept silent is therefore left alone until nothing can come any more. The lane's thread only.
 */
public final class ModbusBus {
  /** 9600 8N1 is what modules sold in China come with; the standard's own is 19200 8E1. */
  private static final SerialSettings USUAL = SerialSettings.plain(9_600);

  private final ModbusTimings timings;
  private final LaneClock clock;
  private final Map<Integer, Long> owing = new HashMap<>();

  public ModbusBus(ModbusTimings timings, LaneClock clock) {
    this.timings = timings;
    this.clock = clock;
  }

  /**
   * The port of {@code modbus+serial:…}, or of {@code tcp://host:port} for RTU through a serial
   * server.
   *
   * @param parameters names that the driver itself reads
   * @throws IllegalArgumentException for a wrong address, with the valid choices
   */
  public static Port port(Address address, Set<String> parameters) {
    Address line =
        address.scheme().equals("modbus+serial")
            ? new Address("serial", "", 0, address.path(), address.parameters())
            : address;
    return Port.at(line, USUAL, parameters);
  }

  /** The master on an open line. */
  public ModbusLine on(ByteLink link) {
    return new ModbusLine(this, link, timings, clock);
  }

  void kept(int unit) {
    owing.put(unit, clock.nanos().getAsLong() + timings.late().toNanos());
  }

  /** How long a unit still owes an answer: zero for those that do not. */
  Duration owes(int unit) {
    long left = owing.getOrDefault(unit, 0L) - clock.nanos().getAsLong();
    if (left <= 0 || !owing.containsKey(unit)) {
      owing.remove(unit);
      return Duration.ZERO;
    }
    return Duration.ofNanos(left);
  }
}
