package io.yichuang.device.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.XfsService;
import io.yichuang.device.driver.DeviceKind;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.receipt.Roll;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.camera.SimulatedCamera;
import io.yichuang.simulator.page.SimulatedPagePrinter;
import io.yichuang.simulator.scan.SimulatedScanner;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Wires of whole messages: what is kept tells the course of things and nothing of a citizen. */
@Timeout(60)
class MessageTraceTest {
  private static final Call CALL = Call.within(Duration.ofSeconds(30));

  @TempDir Path folder;

  private SimulatorOptions options() {
    return SimulatorOptions.in(folder).withSpeed(10);
  }

  private static Device open(String address) {
    Address where = Address.parse(address);
    Device device =
        new Drivers(LaneClock.system(), GlyphRaster.none(), 4)
            .start(DeviceKind.of(where), new DeviceId("traced"), where, Roll.MM_80);
    await().atMost(Duration.ofSeconds(30)).until(() -> device.status().ready());
    return device;
  }

  private static String trace(Device device) {
    return ((Recorded) device)
        .traffic().stream().map(Traffic::toString).collect(Collectors.joining("\n"));
  }

  /** A fault keeps what led to it. */
  private static void strikes(Device device, SimulatedDevice far, String fault, String led) {
    far.setFault(fault);
    await().atMost(Duration.ofSeconds(30)).until(() -> !((Recorded) device).faults().isEmpty());
    assertThat(((Recorded) device).faults().getLast().traffic().toString()).contains(led);
  }

  @Test
  void a_scan_over_escl_leaves_its_requests_and_lengths() throws Exception {
    try (var far = new SimulatedScanner(options())) {
      far.load(sheet(), "sheet");
      try (Device device = open(far.esclAddress())) {
        scan(device);
        assertThat(trace(device))
            .contains("\"GET /eSCL/ScannerStatus [", "\"POST /eSCL/ScanJobs [", "/NextDocument [")
            .contains("\"201 [", "content-type")
            .doesNotContain("image/jpeg");
        assertThat(longest(device)).isGreaterThan(1_000);
        assertThat(((Recorded) device).traffic()).allMatch(each -> each.bytes().isEmpty());
        strikes(device, far, "no-answer", "ScannerStatus");
      }
    }
  }

  @Test
  void a_scan_over_sane_leaves_its_settings_and_the_length_of_its_pictures() throws Exception {
    try (var far = new SimulatedScanner(options())) {
      far.load(sheet(), "sheet");
      try (Device device = open(far.address())) {
        scan(device);
        assertThat(trace(device)).contains("\"picture from port ", "\"picture\"");
        assertThat(longest(device)).isGreaterThan(100_000);
        strikes(device, far, "no-answer", "");
      }
    }
  }

  private static void scan(Device device) {
    var job = new ScanJob(ScanJob.Source.FEEDER, 75, ScanJob.Mode.GREY);
    assertThat(((DocumentScanner) device).scan(job, _ -> true, CALL))
        .isInstanceOf(Outcome.Done.class);
  }

  private static int longest(Device device) {
    return ((Recorded) device).traffic().stream().mapToInt(Traffic::length).max().orElse(0);
  }

  @Test
  void a_print_over_ipp_leaves_no_document() throws Exception {
    try (var far = new SimulatedPagePrinter(options());
        Device device = open(far.address())) {
      byte[] pdf = pdf();
      var job = new PagePrinter.PageJob(pdf, 1);
      assertThat(((PagePrinter) device).print(job, new JobId("wang-xiaoying"), CALL))
          .isInstanceOf(Outcome.Done.class);
      assertThat(trace(device))
          .contains("\"POST /ipp/print [", "\"200 [")
          .doesNotContain("wang-xiaoying", "application/ipp");
      assertThat(longest(device)).isGreaterThan(pdf.length);
      strikes(device, far, "no-answer", "/ipp/print");
    }
  }

  @Test
  void a_camera_leaves_when_its_stream_began() throws Exception {
    try (var far = SimulatedCamera.faceCamera(options());
        Device device = open(far.address())) {
      var seen = new CountDownLatch(2);
      try (var _ = ((FrameSource) device).frames(new FrameSpec(5), _ -> seen.countDown())) {
        seen.await();
      }
      assertThat(trace(device)).contains("\"GET /", "\"200 [");
      assertThat(((Recorded) device).traffic()).hasSizeLessThan(20); // and no entry for a picture
    }
  }

  @Test
  void a_service_leaves_names_and_codes_and_no_payload() {
    try (var far = XfsServiceSimulator.certificatePrinter(options());
        Device device = open(far.address())) {
      var print = new XfsService.Command("Printer.PrintNative", Map.of("data", "JVBERi0="), true);
      assertThat(((XfsService) device).run(print, _ -> {}, CALL)).isInstanceOf(Outcome.Done.class);
      assertThat(trace(device))
          .contains(
              "\"COMMAND Printer.PrintNative ", "\"COMPLETION Printer.PrintNative ", "success")
          .doesNotContain("JVBERi0");
      strikes(device, far, "no-answer", "Common.Status");
    }
  }

  @Test
  void what_would_break_a_line_is_not_told() {
    var recorder = new FlightRecorder(Mask.ALL, () -> java.time.Instant.EPOCH);
    recorder.say(true, Long.MAX_VALUE, "a\r\n\"b\"" + "x".repeat(1_000));
    Traffic told = recorder.traffic().getFirst();
    assertThat(told.told()).startsWith("a???b?x").hasSizeLessThan(500);
    assertThat(told.length()).isEqualTo(Integer.MAX_VALUE);
  }

  private static byte[] sheet() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(100, 141, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    return out.toByteArray();
  }

  private static byte[] pdf() throws Exception {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
