package io.yichuang.simulator.code;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A QR and bar code scanner on a serial line of 9600 baud: text and a carriage return. */
public final class CodeScannerSimulator extends LineDevice {
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

  private final Maker maker;
  private final Imager imager;

  /** Starts a scanner with Newland's frames on {@code <run folder>/dev/code-scanner}. */
  public CodeScannerSimulator(SimulatorOptions options) {
    this(options, Maker.NEWLAND);
  }

  public CodeScannerSimulator(SimulatorOptions options, Maker maker) {
    super("code-scanner", options, BAUD, NO_READ, REFUSES, NO_SUFFIX);
    this.maker = maker;
    this.imager = new Imager(maker, faults, options::scaled);
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    return imager.begin(line);
  }

  @Override
  protected void calm() {
    takeAway();
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
  public String address() {
    return line() + "?driver=code&trigger=" + maker.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
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
  public void close() {
    super.close();
    imager.close();
  }
}
