package io.yichuang.simulator.power;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A UPS that speaks Megatec's Q1 at 2400 baud (protocols.md 5.6): Q1, F and I are answered, other
 * commands are echoed. On battery it lasts ten minutes and says "low" for the last two.
 */
public final class UpsSimulator extends LineDevice {
  private static final int BAUD = 2_400;
  private static final Duration ANSWERS_AFTER = Duration.ofMillis(50);
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final double LOW = 0.2;

  static final String BATTERY_LOW = "battery-low";
  static final String BROKEN = "broken";
  static final String ECHO = "echo";

  private final SimulatorOptions options;
  private boolean mains = true;
  private int load = 23;
  private long mainsLost;

  /** Starts the UPS on {@code <run folder>/dev/ups}. */
  public UpsSimulator(SimulatorOptions options) {
    super("ups", options, BAUD, BATTERY_LOW, BROKEN, ECHO);
    this.options = options;
    plug();
  }

  /** Switches the mains off or on. */
  public synchronized void mains(boolean on) {
    if (mains && !on) {
      mainsLost = System.nanoTime();
    }
    mains = on;
  }

  /** Percent of what it can feed. */
  public synchronized void load(int percent) {
    load = percent;
  }

  /** 0 to 1; full again as soon as the mains are back. */
  private synchronized double charge() {
    double lasts = options.scaled(LASTS).toNanos();
    return mains ? 1 : Math.max(0, 1 - (System.nanoTime() - mainsLost) / lasts);
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    StringBuilder pending = new StringBuilder();
    return bytes -> {
      for (byte each : bytes) {
        if (each != '\r') {
          pending.append((char) (each & 0xFF));
          if (pending.length() > 64) {
            pending.setLength(0); // no command is that long
          }
          continue;
        }
        Pace.pause(options.scaled(ANSWERS_AFTER).toNanos());
        line.send((answer(pending.toString()) + "\r").getBytes(StandardCharsets.ISO_8859_1));
        pending.setLength(0);
      }
    };
  }

  @Override
  protected void calm() {
    mains(true);
    load(23);
  }

  private synchronized String answer(String command) {
    if (faults.isSet(ECHO)) {
      return command;
    }
    return switch (command) {
      case "Q1" -> reading();
      case "F" -> "#220.0 004 12.00 50.0";
      case "I" -> "#YICHUANG        SIM-1000   1.0       ";
      default -> command;
    };
  }

  private String reading() {
    double charge = charge();
    double input = mains ? 229.4 : 0;
    boolean low = faults.isSet(BATTERY_LOW) || charge < LOW;
    String flags =
        (mains ? "0" : "1") + (low ? "1" : "0") + "0" + (faults.isSet(BROKEN) ? "1" : "0") + "1000";
    return String.format(
        Locale.ROOT,
        "(%05.1f %05.1f %05.1f %03d %04.1f %04.1f %04.1f %s",
        input,
        input,
        220.0,
        load,
        50.0,
        10.5 + 3 * charge,
        25.0,
        flags);
  }

  @Override
  public String address() {
    return line() + "?driver=q1";
  }

  @Override
  public synchronized Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("mains", mains);
    state.put("charge", Math.round(charge() * 100));
    state.put("load", load);
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put("mains", List.of("on"));
    actions.put("load", List.of("percent"));
    return actions;
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    Fields given = new Fields(fields);
    if (action.equals("mains")) {
      mains(given.yes("on"));
    } else {
      load(given.whole("percent", 0, 150));
    }
  }
}
