package io.yichuang.device.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.UsbStandIn;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.SimulatorsExtension;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import io.yichuang.simulator.scan.SimulatedScanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every action of the workshop command on every scheme of an address: all is well, the device says
 * no, or the call is told to be wrong; always in lines of JSON or with the usage.
 */
@Timeout(180)
@Tag("long")
class AddressSchemesTest {
  private static final int GOOD = 0;
  private static final int BAD = DeviceCommand.BAD;
  private static final int USAGE = DeviceCommand.USAGE;
  private static final int FASTER = 20;

  @RegisterExtension
  static final SimulatorsExtension SIMULATORS =
      new SimulatorsExtension(options -> options.withSpeed(FASTER));

  @TempDir Path folder;
  private final List<String> wrong = new ArrayList<>();
  private String text = "";
  private String page = "";

  /** What status, read, scan, print, selftest and trace of an address end with. */
  private void ends(String address, int status, int read, int scan, int print, int selfTest) {
    check(address, status, "status");
    check(address, read, "read", "--limit", "2");
    check(address, scan, "scan", "--limit", "5", "-o", folder.resolve("out").toString());
    check(address, print, "print", address.startsWith("ipp:") ? page : text);
    check(address, selfTest, "selftest", "--limit", "10");
    // A camera is not asked for pictures to see whether it is there: nothing goes over the wire.
    boolean silent = address.startsWith("mjpeg") || address.startsWith("file:");
    check(address, silent ? BAD : status, "trace");
  }

  private void check(String address, int expected, String... action) {
    var arguments = new ArrayList<>(List.of(address));
    arguments.addAll(List.of(action));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        DeviceCommand.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Drivers(LaneClock.system(), GlyphRaster.none(), 1));
    String told = out.toString(StandardCharsets.UTF_8);
    boolean answered =
        exit == USAGE
            ? err.toString(StandardCharsets.UTF_8).contains("usage:")
            : !told.isBlank() && told.lines().allMatch(line -> line.startsWith("{"));
    if (exit != expected || !answered) {
      wrong.add(arguments + ": " + exit + " for " + expected + ": " + told + err);
    }
  }

  @Test
  void each_scheme_answers_each_action(Simulators simulators) throws IOException {
    text = Files.writeString(folder.resolve("r.txt"), "一行\n").toString();
    page = folder.resolve("p.pdf").toString();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(page);
    }
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    ImageIO.write(
        new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB),
        "jpg",
        pictures.resolve("1.jpg").toFile());
    var options = SimulatorOptions.in(folder.resolve("own")).withSpeed(FASTER);
    try (var roll = new ReceiptPrinterSimulator(options.withReceiptWire(ReceiptWire.TCP));
        var feeder = new SimulatedScanner(options)) {
      // Nothing lies in the scanners: they say so.
      ends(simulators.device("scanner").address(), GOOD, USAGE, BAD, USAGE, BAD);
      ends(feeder.esclAddress(), GOOD, USAGE, BAD, USAGE, BAD);
      ends(roll.address(), GOOD, USAGE, USAGE, GOOD, GOOD); // tcp:
      ends(simulators.receiptPrinter().address(), GOOD, USAGE, USAGE, GOOD, GOOD); // serial:
      ends(simulators.device("page-printer").address(), GOOD, USAGE, USAGE, GOOD, GOOD);
      ends(simulators.device("site").address(), GOOD, GOOD, USAGE, USAGE, GOOD);
      ends(simulators.device("face-camera").address(), GOOD, USAGE, GOOD, USAGE, GOOD);
      ends(simulators.device("certificate-printer").address(), GOOD, USAGE, USAGE, USAGE, GOOD);
      ends("file:" + pictures, GOOD, USAGE, GOOD, USAGE, GOOD);
    }
    // What is not there says that, whatever is asked.
    ends("nut://127.0.0.1:1/kiosk", BAD, BAD, USAGE, USAGE, BAD);
    ends("pcsc:no such reader", BAD, BAD, USAGE, USAGE, BAD);
    ends("v4l2:/dev/no-such-camera", BAD, USAGE, BAD, USAGE, BAD);
    ends("usb:0400:c35a?driver=sam", BAD, BAD, USAGE, USAGE, BAD);
    ends("escl+https://127.0.0.1:1/eSCL", BAD, USAGE, BAD, USAGE, BAD);
    ends("ipps://127.0.0.1:1/ipp/print", BAD, USAGE, USAGE, BAD, BAD);
    ends("tcp://127.0.0.1:1?driver=modbus&door=1/discrete/0", BAD, BAD, USAGE, USAGE, BAD);
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_reader_on_usb_answers_each_action(Simulators simulators) {
    CCompiler.assume();
    String where = UsbStandIn.socket(simulators.idCardReader().address(), 1);
    UsbStandIn.with(
        where,
        address -> {
          ends(address, GOOD, BAD, USAGE, USAGE, GOOD);
          return address;
        });
    assertThat(wrong).isEmpty();
  }
}
