package io.yichuang.simulator.xfs;

import static io.yichuang.simulator.xfs.XfsServiceSimulator.HARDWARE_ERROR;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.JAM;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.NO_READ;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.PAPER_OUT;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.Pace;
import io.yichuang.simulator.xfs.XfsServiceSimulator.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One command at its device (protocols.md 6.1). */
record XfsWork(
    Kind kind,
    Machine machine,
    Faults faults,
    UnaryOperator<Duration> scaled,
    BooleanSupplier stop,
    Events events) {
  private static final Duration PRINTS = Duration.ofSeconds(3);
  private static final Duration LOOKS = Duration.ofMillis(10);
  private static final Duration READS = Duration.ofMillis(800);

  /** An invented card; no real chip answers so. */
  private static final String CHIP = "YICHUANG SIMULATED PERMIT";

  private static final String TEMPLATE = "YICHUANG SIMULATED FINGERPRINT TEMPLATE";

  /** Tells an event on the way. */
  @FunctionalInterface
  interface Events {
    void tell(String name, Map<String, Object> payload) throws IOException;
  }

  record Completion(String code, Map<String, Object> payload) {
    static final Completion SUCCESS = new Completion("success", Map.of());

    static Completion error(String errorCode) {
      return new Completion("commandErrorCode", Map.of("errorCode", errorCode));
    }
  }

  Completion run(String name, long timeoutMillis, JsonNode payload) throws IOException {
    switch (name) {
      case "Common.Status" -> {
        return new Completion("success", status());
      }
      case "Common.Capabilities" -> {
        return new Completion("success", Map.of("interfaces", interfaces()));
      }
      default -> {}
    }
    if (!interfaces().contains(name.substring(0, Math.max(0, name.indexOf('.'))))) {
      return new Completion("unsupportedCommand", Map.of());
    }
    if (faults.isSet(HARDWARE_ERROR)) {
      return new Completion("hardwareError", Map.of());
    }
    long end = timeoutMillis == 0 ? Long.MAX_VALUE : System.nanoTime() + timeoutMillis * 1_000_000;
    return switch (name) {
      case "Biometric.Read" -> finger(end);
      case "Keyboard.PinEntry" -> pin(end);
      case "CardReader.ReadRawData" -> card(end);
      case "Printer.PrintNative" -> print(payload);
      case "Printer.ControlMedia" -> eject();
      case "Biometric.Reset", "Keyboard.Reset", "CardReader.Reset", "Printer.Reset" ->
          faults.isSet(JAM) ? Completion.error("mediaJam") : Completion.SUCCESS;
      default -> new Completion("unsupportedCommand", Map.of());
    };
  }

  private List<String> interfaces() {
    return switch (kind) {
      case ENDORSER -> List.of("Common", "CardReader", "Printer");
      case FINGERPRINT_READER -> List.of("Common", "Biometric");
      case PIN_PAD -> List.of("Common", "Keyboard", "PinPad");
      case CERTIFICATE_PRINTER -> List.of("Common", "Printer");
    };
  }

  private Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    String device =
        faults.isSet(HARDWARE_ERROR) ? "hardwareError" : faults.isSet(JAM) ? "userError" : "online";
    status.put("common", Map.of("device", device));
    String media =
        faults.isSet(JAM)
            ? "jammed"
            : machine.medium() || machine.presented() ? "present" : "notPresent";
    switch (kind) {
      case ENDORSER -> status.put("cardReader", Map.of("media", media));
      case CERTIFICATE_PRINTER ->
          status.put(
              "printer",
              Map.of(
                  "media",
                  media,
                  "paper",
                  Map.of("upper", faults.isSet(PAPER_OUT) ? "out" : "full"),
                  "toner",
                  "full"));
      case FINGERPRINT_READER ->
          status.put("biometric", Map.of("subject", machine.finger() ? "present" : "notPresent"));
      case PIN_PAD -> status.put("keyboard", Map.of());
    }
    return status;
  }

  private Completion finger(long end) throws IOException {
    events.tell("Biometric.PresentSubject", Map.of());
    Completion stopped = await(machine::finger, end);
    if (stopped != null) {
      return stopped;
    }
    events.tell("Biometric.SubjectDetected", Map.of());
    Pace.pause(scaled.apply(READS).toNanos());
    if (faults.isSet(NO_READ)) {
      return Completion.error("readFailed");
    }
    events.tell("Biometric.RemoveSubject", Map.of());
    return new Completion("success", Map.of("dataRead", List.of(Map.of("data", base64(TEMPLATE)))));
  }

  /** The digits stay inside: only their number goes over the wire. */
  private Completion pin(long end) throws IOException {
    int digits = 0;
    while (true) {
      char[] key = new char[1];
      Completion stopped = await(() -> (key[0] = machine.key()) != 0, end);
      if (stopped != null) {
        return stopped;
      }
      if (key[0] == 'C') {
        return new Completion("success", Map.of("digits", 0, "completion", "cancel"));
      }
      if (key[0] == 'E') {
        return new Completion("success", Map.of("digits", digits, "completion", "enter"));
      }
      digits++;
      events.tell("Keyboard.Key", Map.of("completion", "auto"));
    }
  }

  private Completion card(long end) throws IOException {
    if (!machine.medium()) {
      events.tell("CardReader.InsertCard", Map.of());
    }
    Completion stopped = await(machine::medium, end);
    if (stopped != null) {
      return stopped;
    }
    events.tell("CardReader.MediaInserted", Map.of());
    Pace.pause(scaled.apply(READS).toNanos());
    if (faults.isSet(JAM)) {
      return Completion.error("mediaJam");
    }
    return faults.isSet(NO_READ)
        ? Completion.error("invalidMedia")
        : new Completion("success", Map.of("chip", Map.of("status", "ok", "data", base64(CHIP))));
  }

  private Completion print(JsonNode payload) throws IOException {
    if (kind == Kind.ENDORSER && !machine.medium()) {
      return Completion.error("noMediaPresent");
    }
    if (faults.isSet(PAPER_OUT)) {
      return Completion.error("paperOut");
    }
    String data = payload.path("data").asString("");
    if (data.isEmpty()) {
      return new Completion("invalidData", Map.of());
    }
    Pace.pause(scaled.apply(PRINTS).toNanos());
    if (faults.isSet(JAM)) {
      return Completion.error("mediaJammed");
    }
    machine.print(data);
    machine.present();
    events.tell("Printer.MediaPresented", Map.of("wadIndex", 1, "totalWads", 1));
    return Completion.SUCCESS;
  }

  private Completion eject() {
    if (!machine.medium() && !machine.presented()) {
      return Completion.error("noMediaPresent");
    }
    machine.medium(false);
    return Completion.SUCCESS;
  }

  /** Waits for a person; says why the wait ended if nobody came. */
  private @Nullable Completion await(BooleanSupplier there, long end) {
    while (!there.getAsBoolean()) {
      if (stop.getAsBoolean()) {
        return new Completion("canceled", Map.of());
      }
      if (System.nanoTime() > end) {
        return new Completion("timeOut", Map.of());
      }
      Pace.pause(LOOKS.toNanos());
    }
    return null;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
