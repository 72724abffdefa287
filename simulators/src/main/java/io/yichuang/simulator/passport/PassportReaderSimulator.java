package io.yichuang.simulator.passport;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A swipe reader of machine-readable zones on a serial line of 9600 baud: it only sends. */
public final class PassportReaderSimulator extends LineDevice {
  private static final int BAUD = 9_600;

  static final String MISREAD = "misread";
  static final String UNREADABLE = "unreadable";
  static final String ONE_LINE = "one-line";

  private volatile @Nullable Line line;
  private volatile String last = "";

  /** Starts the reader on {@code <run folder>/dev/passport-reader}. */
  public PassportReaderSimulator(SimulatorOptions options) {
    super("passport-reader", options, BAUD, MISREAD, UNREADABLE, ONE_LINE);
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line fresh) {
    line = fresh;
    return bytes -> {}; // it takes no orders
  }

  @Override
  protected void calm() {
    last = "";
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
  public String address() {
    return line() + "?driver=mrz";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
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
}
