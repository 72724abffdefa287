package io.yichuang.simulator.xfs;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.TcpListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One device behind an XFS4IoT service on a port of its own. */
public final class XfsServiceSimulator implements SimulatedDevice {
  static final String NO_ANSWER = "no-answer";
  static final String NO_COMPLETION = "no-completion";
  static final String LATE_ANSWER = "late-answer";
  static final String GARBAGE = "garbage";
  static final String TRUNCATED = "truncated";
  static final String DUPLICATE = "duplicate";
  static final String LOST = "lost";
  static final String BUSY = "busy";
  static final String HARDWARE_ERROR = "hardware-error";
  static final String JAM = "jam";
  static final String PAPER_OUT = "paper-out";
  static final String NO_READ = "no-read";

  /** Which device it is, and which interface of the standard counts for its reset. */
  public enum Kind {
    ENDORSER("endorser", "CardReader"),
    FINGERPRINT_READER("fingerprint-reader", "Biometric"),
    PIN_PAD("pin-pad", "Keyboard"),
    CERTIFICATE_PRINTER("certificate-printer", "Printer");

    private final String id;
    private final String service;

    Kind(String id, String service) {
      this.id = id;
      this.service = service;
    }
  }

  private final Kind kind;
  private final Faults faults;
  private final Machine machine = new Machine();
  private final SimulatorOptions options;
  private final TcpListener listener;
  private volatile int frameBytes = 1 << 16;

  public XfsServiceSimulator(SimulatorOptions options, Kind kind) {
    this.kind = kind;
    this.options = options;
    this.faults =
        new Faults(
            List.of(
                NO_ANSWER,
                NO_COMPLETION,
                LATE_ANSWER,
                GARBAGE,
                TRUNCATED,
                DUPLICATE,
                LOST,
                BUSY,
                HARDWARE_ERROR,
                JAM,
                PAPER_OUT,
                NO_READ),
            options.seed());
    this.listener =
        new TcpListener(
            id(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::serve);
  }

  /** A machine that reads and endorses travel permits (签注机). */
  public static XfsServiceSimulator endorser(SimulatorOptions options) {
    return new XfsServiceSimulator(options, Kind.ENDORSER);
  }

  public static XfsServiceSimulator fingerprintReader(SimulatorOptions options) {
    return new XfsServiceSimulator(options, Kind.FINGERPRINT_READER);
  }

  public static XfsServiceSimulator pinPad(SimulatorOptions options) {
    return new XfsServiceSimulator(options, Kind.PIN_PAD);
  }

  public static XfsServiceSimulator certificatePrinter(SimulatorOptions options) {
    return new XfsServiceSimulator(options, Kind.CERTIFICATE_PRINTER);
  }

  private String path() {
    return "/xfs4iot/v1.0/" + kind.id;
  }

  private void serve(Socket socket) throws IOException {
    WebSocketLine line = WebSocketLine.accept(socket, path(), frameBytes);
    try (XfsDesk desk = new XfsDesk(kind, machine, faults, line, socket, options::scaled)) {
      while (true) {
        desk.take(line.read());
      }
    }
  }

  /** Who connects from now on gets messages in frames of at most so many bytes. */
  public void frameBytes(int most) {
    frameBytes = most;
  }

  /** Lays a card or a certificate in, or takes it away. */
  public void medium(boolean there) {
    machine.medium(there);
  }

  /** Lays a finger on the glass, or lifts it. */
  public void finger(boolean there) {
    machine.finger(there);
  }

  /** Presses keys: digits, {@code E} for enter, {@code C} for cancel. */
  public void press(String keys) {
    if (!keys.matches("[0-9EC]{1,32}")) {
      throw new IllegalArgumentException("Keys are 0 to 9, E for enter and C for cancel");
    }
    machine.press(keys);
  }

  /** What was printed, oldest first. */
  public List<String> output() {
    return machine.output();
  }

  @Override
  public String id() {
    return kind.id;
  }

  @Override
  public String address() {
    return "xfs+ws://127.0.0.1:" + listener.address().getPort() + path() + "?class=" + kind.service;
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", listener.plugged());
    state.putAll(machine.state());
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    return switch (kind) {
      case FINGERPRINT_READER -> Map.of("finger", List.of("present"));
      case PIN_PAD -> Map.of("press", List.of("keys"));
      case ENDORSER, CERTIFICATE_PRINTER -> Map.of("medium", List.of("present"));
    };
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    Fields given = new Fields(fields);
    switch (action) {
      case "finger" -> finger(given.yes("present"));
      case "press" -> press(given.text("keys"));
      default -> medium(given.yes("present"));
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
    listener.unplug();
  }

  @Override
  public void plug() {
    listener.plug();
  }

  @Override
  public void reset() {
    faults.clear();
    machine.clear();
    listener.plug();
  }

  @Override
  public void close() {
    listener.close();
  }
}
