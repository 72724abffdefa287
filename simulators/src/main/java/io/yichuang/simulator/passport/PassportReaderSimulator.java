package io.yichuang.simulator.passport;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.SerialWire;
import io.yichuang.simulator.wire.Wire;
import io.yichuang.simulator.wire.WireFaults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A swipe reader of machine-readable zones on a serial line of 9600 baud: it only sends. */
public final class PassportReaderSimulator implements SimulatedDevice {
  private static final int BAUD = 9_600;

  static final String MISREAD = "misread";
  static final String UNREADABLE = "unreadable";
  static final String ONE_LINE = "one-line";

  private final Faults faults;
  private final Wire wire;
  private volatile @Nullable Line line;
  private volatile String last = "";

  /** Starts the reader on {@code <run folder>/dev/passport-reader}. */
  public PassportReaderSimulator(SimulatorOptions options) {
    List<String> names = new ArrayList<>(WireFaults.NAMES);
    names.addAll(List.of(MISREAD, UNREADABLE, ONE_LINE));
    faults = new Faults(names, options.seed());
    wire =
        new SerialWire(
            options.runFolder().resolve("dev").resolve(id()),
            fresh -> {
              line = fresh;
              return bytes -> {}; // it takes no orders
            },
            faults,
            BAUD,
            options.speed());
  }

  /**
   * Draws a document through.
   *
   * @param document {@code passport}, {@code td2}, {@code card} or {@code permit}
   */
  public void swipe(String document) {
    List<String> zone = Zone.all().get(document);
    if (zone == null) {
      throw new IllegalArgumentException(
          "There is no document '"
              + document
              + "'; there are "
              + new TreeSet<>(Zone.all().keySet()));
    }
    last = document;
    if (faults.isSet(UNREADABLE)) {
      return;
    }
    List<String> lines = faults.isSet(MISREAD) ? Zone.misread(zone) : zone;
    String text = String.join(faults.isSet(ONE_LINE) ? "" : "\r", lines) + "\r";
    Line now = line;
    if (now != null) {
      now.send(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public String id() {
    return "passport-reader";
  }

  @Override
  public String address() {
    return wire.address() + "?driver=mrz";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", wire.plugged());
    state.put("document", last);
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    return Map.of("swipe", List.of("document"));
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    swipe(new Fields(fields).text("document"));
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  @Override
  public void setFault(String name, FaultPlan plan) {
    faults.set(name, plan);
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  @Override
  public void plug() {
    wire.plug();
  }

  @Override
  public void reset() {
    faults.clear();
    last = "";
    wire.plug();
  }

  @Override
  public void close() {
    wire.close();
  }
}
