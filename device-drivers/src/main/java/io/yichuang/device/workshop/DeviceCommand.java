package io.yichuang.device.workshop;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.receipt.Roll;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Recorded;
import io.yichuang.device.trace.Traffic;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to one device and tells what came, a line of JSON each, on standard output. */
public final class DeviceCommand {
  static final int GOOD = 0;
  static final int BAD = 1;
  static final int USAGE = 2;

  private static final String HELP =
      """
      usage: ./kiosk device ADDRESS status      how it is
             ./kiosk device ADDRESS read        a card, a document, a code, a sensor, all doors
             ./kiosk device ADDRESS scan        sheets, a code, one picture of a camera
                      [--duplex | --platen] [--grey] [--dpi 300] [-o FOLDER]
             ./kiosk device ADDRESS print FILE  a text on a receipt, a PDF on paper
             ./kiosk device ADDRESS selftest    what the device can prove; some print or move cards
             ./kiosk device mrz IMAGE... [--plain]
                                                the zone of a passport or permit in pictures
             ./kiosk device ADDRESS trace [ACTION ...] [-o FILE]
                                                an action (else status), then what went over the wire
      Options: --limit SECONDS (30) for each command, --plain shows personal data as it is.
      ADDRESS as in the configuration, for lines with driver=: serial:/dev/ttyUSB0?driver=sam,
      tcp://host:9100?driver=escpos, sane://host:6566/DEVICE, ipp://host:631/ipp/print, ...
      The forms are in device-drivers/README.md. A kiosk that runs holds its serial lines: stop it.
      Exit code: 0 all is well, 1 the device says no or has a fault, 2 wrong call.
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DeviceCommand() {}

  /** Ends the process with one of the exit codes. */
  public static void main(String[] args) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Standard output carries lines of JSON and nothing else, whatever a library logs.
    System.setOut(err);
    System.setProperty("logback.configurationFile", "io/yichuang/device/workshop/logback.xml");
    System.exit(run(List.of(args), out, err, Drivers.usual(GlyphRaster.none())));
  }

  /** One call; the answer is the exit code. */
  static int run(List<String> arguments, PrintStream out, PrintStream err, Drivers drivers) {
    if (arguments.contains("--help") || arguments.contains("help")) {
      out.print(HELP);
      return GOOD;
    }
    try {
      if (!arguments.isEmpty() && arguments.getFirst().equals("mrz")) {
        return mrz(arguments.subList(1, arguments.size()), out, drivers);
      }
      Request request = Request.of(arguments);
      try (Device device = start(request, drivers)) {
        boolean good = new Work(device, request, line -> out.println(json(line))).run();
        if (request.traced()) {
          good &= trace(device, request, out, err);
        }
        return good ? GOOD : BAD;
      }
    } catch (UsageException e) {
      err.println("kiosk device: " + e.getMessage());
      err.print(HELP);
      return USAGE;
    } catch (IOException | UncheckedIOException e) {
      err.println("kiosk device: " + e);
      return BAD;
    }
  }

  private static int mrz(List<String> arguments, PrintStream out, Drivers drivers)
      throws UsageException, IOException {
    var files = new ArrayList<>(arguments);
    var words = new Words(files.remove("--plain"));
    if (files.isEmpty() || files.stream().anyMatch(name -> name.startsWith("-"))) {
      throw new UsageException("mrz wants pictures, and --plain at most");
    }
    var today = LocalDate.ofInstant(drivers.clock().wall().instant(), ZoneId.systemDefault());
    var command = new MrzCommand(words, line -> out.println(json(line)));
    try {
      return command.run(files.stream().map(Path::of).toList(), today) ? GOOD : BAD;
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e); // this machine has no vision
    }
  }

  private static Device start(Request request, Drivers drivers) throws UsageException {
    try {
      return drivers.start(
          request.kind(), new DeviceId(request.kind().word()), request.address(), Roll.MM_80);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** What is masked was never kept, so no option shows it. */
  private static boolean trace(Device device, Request request, PrintStream out, PrintStream err)
      throws IOException {
    List<Traffic> traffic = device instanceof Recorded recorded ? recorded.traffic() : List.of();
    if (traffic.isEmpty()) {
      err.println("kiosk device: nothing was recorded");
      return false;
    }
    Path file = request.out();
    if (file != null) {
      var lines = new ArrayList<String>();
      lines.add("# yichuang trace 1 " + request.address());
      traffic.forEach(each -> lines.add(each.toString()));
      faults(device)
          .forEach(fault -> lines.add("# fault " + fault.at() + " " + fault.fault().code().code()));
      Files.write(file, lines);
      return true;
    }
    for (Traffic each : traffic) {
      var line = new LinkedHashMap<String, @Nullable Object>();
      line.put("device", request.kind().word());
      line.put("action", "trace");
      line.put("at", each.at().toString());
      line.put("out", each.out());
      line.put("length", each.length());
      line.put("bytes", each.bytes().isEmpty() ? null : each.bytes());
      if (!each.told().isEmpty()) {
        line.put("told", each.told());
      }
      out.println(json(line));
    }
    faults(device).forEach(fault -> out.println(json(told(request, fault))));
    return true;
  }

  private static List<FlightRecorder.Fault> faults(Device device) {
    return device instanceof Recorded recorded ? recorded.faults() : List.of();
  }

  /** A fault and the traffic that led to it, in one line. */
  private static Map<String, @Nullable Object> told(Request request, FlightRecorder.Fault fault) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("device", request.kind().word());
    line.put("action", "fault");
    line.put("at", fault.at().toString());
    line.put("fault", fault.fault().code().code());
    line.put("detail", fault.fault().detail());
    line.put("traffic", fault.traffic().stream().map(Traffic::toString).toList());
    return line;
  }

  private static String json(Map<String, @Nullable Object> line) {
    return JSON.writeValueAsString(line);
  }
}
