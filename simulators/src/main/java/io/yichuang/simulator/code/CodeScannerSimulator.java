package io.yichuang.simulator.code;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.SerialWire;
import io.yichuang.simulator.wire.Wire;
import io.yichuang.simulator.wire.WireFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A QR and bar code scanner on a serial line of 9600 baud: text and a carriage return. */
public final class CodeScannerSimulator implements SimulatedDevice {
  private static final int BAUD = 9_600;

  static final String NO_READ = "no-read";
  static final String REFUSES = "refuses";
  static final String NO_SUFFIX = "no-suffix";

  /** Whose trigger frames it understands; {@code NONE} is always lit (presentation mode). */
  public enum Maker {
    HONEYWELL,
    NEWLAND,
    NONE
  }

  private final Faults faults;
  private final Maker maker;
  private final Imager imager;
  private final Wire wire;

  /** Starts a scanner with Newland's frames on {@code <run folder>/dev/code-scanner}. */
  public CodeScannerSimulator(SimulatorOptions options) {
    this(options, Maker.NEWLAND);
  }

  public CodeScannerSimulator(SimulatorOptions options, Maker maker) {
    List<String> names = new ArrayList<>(WireFaults.NAMES);
    names.addAll(List.of(NO_READ, REFUSES, NO_SUFFIX));
    this.faults = new Faults(names, options.seed());
    this.maker = maker;
    this.imager = new Imager(maker, faults, options::scaled);
    this.wire =
        new SerialWire(
            options.runFolder().resolve("dev").resolve(id()),
            imager::begin,
            faults,
            BAUD,
            options.speed());
  }

  /** Holds a code before the scanner until it is taken away. */
  public void show(String text) {
    imager.show(text);
  }

  public void takeAway() {
    imager.show(null);
  }

  /** Whether the light is on. */
  public boolean lit() {
    return imager.lit();
  }

  @Override
  public String id() {
    return "code-scanner";
  }

  @Override
  public String address() {
    return wire.address() + "?driver=code&trigger=" + maker.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", wire.plugged());
    state.put("lit", lit());
    state.put("code", imager.shown());
    state.put("read", imager.read());
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put("show", List.of("text"));
    actions.put("take-away", List.of());
    return actions;
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    if (action.equals("show")) {
      String text = new Fields(fields).text("text");
      if (text.isEmpty() || text.length() > Imager.LONGEST) {
        throw new IllegalArgumentException("A code has 1 to " + Imager.LONGEST + " characters");
      }
      show(text);
    } else {
      takeAway();
    }
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
    takeAway();
    wire.plug();
  }

  @Override
  public void close() {
    wire.close();
    imager.close();
  }
}
