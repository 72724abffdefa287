package io.yichuang.device.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.UsbStandIn;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.SimulatorsExtension;
import io.yichuang.simulator.card.CardDispenserSimulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The command line against every simulated device, in one process. */
@Timeout(120)
class DeviceCommandTest {
  /** Slow enough for two busy cores; the command's own limits are not cut. */
  private static final int FASTER = 4;

  @RegisterExtension
  static final SimulatorsExtension SIMULATORS =
      new SimulatorsExtension(options -> options.withSpeed(FASTER));

  @TempDir Path folder;
  private int exit;
  private String told = "";

  @Test
  void every_device_of_the_fleet_says_how_it_is(Simulators simulators) {
    for (var far : simulators.devices()) {
      var line = run(far.address(), "status").getFirst();
      assertThat(exit).as(far.id() + line).isZero();
      assertThat(line).containsEntry("state", "online").containsKeys("device", "media", "supplies");
    }
  }

  @Test
  void a_device_that_is_not_there_is_told_with_its_remedy(Simulators simulators) {
    var far = simulators.device("ups");
    far.unplug();
    var line = run(far.address(), "status").getFirst();
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
    assertThat(line)
        .containsEntry("state", "noDevice")
        .containsEntry("fault", "D-101")
        .containsKeys("technician", "remedy");
    assertThat(run(far.address(), "read").getFirst()).containsEntry("outcome", "failed");
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
  }

  @Test
  void a_reader_on_usb_is_asked_as_one_on_a_line(Simulators simulators) {
    CCompiler.assume();
    var reader = simulators.idCardReader();
    reader.lay(simulators.people().all().getFirst());
    String where = UsbStandIn.socket(reader.address(), 1);
    assertThat(UsbStandIn.with(where, address -> run(address, "read")).getFirst())
        .containsEntry("outcome", "done");
    assertThat(exit).isZero();
  }

  @Test
  void a_card_is_masked_unless_it_is_asked_for_plainly(Simulators simulators) {
    var reader = simulators.idCardReader();
    var person = simulators.people().all().getFirst();
    reader.lay(person);
    var masked = value(run(reader.address(), "read").getFirst());
    assertThat(exit).isZero();
    assertThat(told).doesNotContain(person.name(), person.number(), person.address());
    assertThat(masked).hasEntrySatisfying("number", n -> assertThat((String) n).contains("＊"));
    reader.take();
    reader.lay(person);
    assertThat(value(run(reader.address(), "read", "--plain").getFirst()))
        .containsEntry("name", person.name())
        .containsEntry("number", person.number());
  }

  @Test
  void what_lies_not_there_is_refused(Simulators simulators) {
    var reader = simulators.idCardReader();
    var line = run(reader.address(), "read", "--limit", "1").getFirst();
    assertThat(line).containsEntry("outcome", "refused").containsEntry("why", "noMedium");
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"card-dispenser", "site", "ups", "locker-bank"})
  void sensors_are_read(String id, Simulators simulators) {
    var lines = run(simulators.device(id).address(), "read");
    assertThat(exit).isZero();
    assertThat(lines).allSatisfy(line -> assertThat(line).containsKey("value"));
    assertThat(lines).hasSize(id.equals("locker-bank") ? 16 : 1);
  }

  @Test
  void sheets_and_pictures_are_kept_where_it_is_said(Simulators simulators) throws IOException {
    simulators.scanner().load(sheet(), "sheet");
    simulators.scanner().load(sheet(), "sheet");
    var lines =
        run(
            simulators.device("scanner").address(),
            "scan",
            "--dpi",
            "75",
            "--grey",
            "-o",
            folder.toString());
    assertThat(exit).as(told).isZero();
    assertThat(value(lines.getLast())).containsEntry("pages", 2).containsEntry("end", "empty");
    assertThat(folder.resolve("1-1.jpg")).isNotEmptyFile();
    assertThat(folder.resolve("2-1.jpg")).isNotEmptyFile();
    run(simulators.device("face-camera").address(), "scan", "-o", folder.toString());
    assertThat(exit).isZero();
    assertThat(folder.resolve("frame.jpg")).isNotEmptyFile();
  }

  @Test
  void a_folder_that_cannot_be_written_is_named_and_is_no_fault_of_the_scanner(
      Simulators simulators) throws IOException {
    simulators.scanner().load(sheet(), "sheet");
    var file = Files.writeString(folder.resolve("taken"), "");
    var lines =
        run(simulators.device("scanner").address(), "scan", "--dpi", "75", "-o", file.toString());
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
    assertThat(String.valueOf(lines.getFirst().get("error"))).contains("cannot write " + file);
    assertThat(told).doesNotContain("D-110");
    simulators.scanner().reset();
  }

  @Test
  void a_text_and_a_document_are_printed(Simulators simulators) throws IOException {
    var text = Files.writeString(folder.resolve("r.txt"), "第一行\nsecond\n");
    run(simulators.receiptPrinter().address(), "print", text.toString());
    assertThat(exit).as(told).isZero();
    assertThat(simulators.receiptPrinter().output().getFirst().text()).contains("第一行", "second");
    var pdf = folder.resolve("p.pdf");
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(pdf.toFile());
    }
    var line = run(simulators.device("page-printer").address(), "print", pdf.toString());
    assertThat(exit).as(told).isZero();
    assertThat(value(line.getFirst())).containsEntry("sheets", 1);
  }

  @Test
  void self_tests_pass_on_a_good_device_and_fail_on_a_bad_one(Simulators simulators) {
    var box = simulators.device("card-dispenser");
    assertThat(run(box.address(), "selftest"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).containsEntry("passed", true));
    assertThat(exit).isZero();
    box.setFault("stack-empty");
    assertThat(run(box.address(), "selftest"))
        .allSatisfy(line -> assertThat(line).containsEntry("passed", false));
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
  }

  @Test
  void a_trace_is_told_and_written_and_holds_no_card(Simulators simulators) throws IOException {
    var box = (CardDispenserSimulator) simulators.device("card-dispenser");
    assertThat(run(box.address(), "trace"))
        .anySatisfy(
            line -> assertThat(line).containsEntry("action", "trace").containsEntry("out", true));
    var file = folder.resolve("box.trace");
    run(box.address(), "trace", "selftest", "-o", file.toString());
    assertThat(exit).isZero();
    assertThat(box.binned()).isEqualTo(1);
    assertThat(Files.readAllLines(file))
        .hasSizeGreaterThan(10)
        .first()
        .isEqualTo("# yichuang trace 1 " + box.address());
    var reader = simulators.idCardReader();
    reader.lay(simulators.people().all().getFirst());
    var lines = run(reader.address(), "trace", "read", "--plain");
    assertThat(lines.stream().filter(line -> Boolean.FALSE.equals(line.get("out"))))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsEntry("bytes", null));
    assertThat(run(simulators.device("page-printer").address(), "trace"))
        .anySatisfy(
            line -> assertThat(String.valueOf(line.get("told"))).startsWith("POST /ipp/print ["));
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  | an address and an action are needed",
        "nut://h/u | an address and an action are needed",
        "mrz | mrz wants pictures",
        "mrz a.jpg --loud | mrz wants pictures",
        "nut://h/u dance | unknown action dance",
        "nut://h/u scan | a ups cannot scan",
        "nut://h/u status --loud | unknown option --loud",
        "nut://h/u status --limit 0 | --limit wants a number of 1 to 3600",
        "nut://h/u status --limit | --limit wants a value",
        "nut://h/u print | print wants a FILE",
        "nut://h/u print /nowhere | no file to read at /nowhere",
        "nut://h status | 3493/NAME",
        "lpt:1 status | the scheme 'lpt' is unknown",
        "usb:0400:c35a status | driver is missing; valid: sam",
        "serial:/dev/ttyS9 status | driver is missing; valid: sam, escpos",
        "serial:/dev/ttyS9?driver=x status | driver=x is not known; valid: sam",
        "xfs+ws://h/a?class=Printer read | class=CardReader"
      })
  void a_wrong_call_is_told_with_what_would_be_right(String call, String why) {
    var arguments = call == null ? new String[0] : call.split(" ");
    assertThat(run(arguments)).isEmpty();
    assertThat(exit).isEqualTo(DeviceCommand.USAGE);
    assertThat(told).contains(why, "usage: ./kiosk device ADDRESS");
  }

  @Test
  void pictures_without_a_zone_are_told_a_line_each() throws Exception {
    Path empty = folder.resolve("empty.png");
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", empty.toFile());
    Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {1, 2, 3});
    var lines = run("mrz", empty.toString(), broken.toString(), folder.toString());
    assertThat(exit).isEqualTo(DeviceCommand.BAD);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).toString()).contains("empty.png", "none");
    assertThat(lines.get(1).toString()).contains("refused", "neither JPEG nor PNG");
    assertThat(lines.get(2).toString()).contains("cannot be read");
  }

  @Test
  void help_is_no_fault() {
    assertThat(run("--help")).isEmpty();
    assertThat(exit).isZero();
    assertThat(told).contains("usage: ./kiosk device ADDRESS", "Exit code");
  }

  /** Standard output has nothing but JSON, a line each; the help is the exception. */
  private List<Map<String, Object>> run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    exit =
        DeviceCommand.run(
            List.of(arguments),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Drivers(LaneClock.system(), GlyphRaster.none(), 1));
    told = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    Stream<String> lines = out.toString(StandardCharsets.UTF_8).lines();
    return List.of(arguments).contains("--help")
        ? List.of()
        : lines.map(DeviceCommandTest::json).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String line) {
    return JsonMapper.shared().readValue(line, Map.class);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> value(Map<String, Object> line) {
    assertThat(line).containsKey("value");
    return (Map<String, Object>) line.get("value");
  }

  private static byte[] sheet() throws IOException {
    var image = new java.awt.image.BufferedImage(100, 140, 5);
    var out = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
