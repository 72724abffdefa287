package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.json.JsonMapper;

/** What the two cameras see, as a citizen meets it: sheets photographed, and a face compared. */
@Tag("browser")
class CameraIT {
  /** These reach the border of their photo: the camera sends them back, and the hand may insist. */
  private static final Set<String> AT_THE_BORDER =
      Set.of("1023-receipt.jpg", "test3.jpg", "test8.JPG");

  /** A sheet that lies well is taken in some 2 s, on a busy machine in 8. */
  private static final double BY_ITSELF_MS = 12_000;

  private static final Logger log = LoggerFactory.getLogger(CameraIT.class);
  private static final String PERSON = "wang-xiaoying";
  private static final Path PHOTOS = samples().resolve("paper");
  private static final Path FACES = samples().resolve("faces");

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @BeforeAll
  static void start() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void sheets_under_the_camera_become_the_pages_of_the_case() throws Exception {
    List<Sheet> sheets = sheets();
    terminal.begin("FW-ZL-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.answerTheLease();
    terminal.screen("materials");
    terminal.tap("photograph-lease");
    terminal.screen("camera");
    hint("没看到纸");
    terminal.shot("camera-empty");

    terminal.simulators.documentCamera().show(sheets.getFirst().photo());
    terminal.page.waitForSelector(".yc-live-line polygon");
    terminal.shot("camera-found");
    terminal.screen("review");
    terminal.shot("camera-review");

    // The sheet still lies there: it is not taken twice.
    terminal.tap("add-page");
    terminal.screen("camera");
    hint("换下一页");
    terminal.shot("camera-next");
    for (Sheet sheet : sheets.subList(1, sheets.size())) {
      if (!terminal.screen().equals("camera")) {
        terminal.tap("add-page");
        terminal.screen("camera");
      }
      terminal.simulators.documentCamera().show(sheet.photo());
      if (AT_THE_BORDER.contains(sheet.name()) && !takenByItself()) {
        terminal.tap("shoot");
        terminal.screen("review");
      }
      terminal.screen("review");
    }
    int pages = sheets.size();
    terminal.page.getByText("第" + pages + "页，共" + pages + "页").waitFor();

    // One again: it takes the place of the page that is looked at.
    terminal.tap("previous-page");
    terminal.tap("retake-page");
    terminal.screen("camera");
    terminal.page.waitForSelector(".yc-live-line polygon");
    terminal.simulators.documentCamera().show(sheets.getFirst().photo());
    if (!takenByItself()) {
      // A sheet that is swapped without an empty table between may look like the one before.
      terminal.tap("shoot");
      terminal.screen("review");
    }
    terminal.screen("review");
    terminal.page.getByText("第" + (pages - 1) + "页，共" + pages + "页").waitFor();
    terminal.tap("large-type");
    terminal.page.waitForSelector("html.elder");
    terminal.tap("close");
    terminal.shot("camera-review-elder");
    terminal.tap("large-type");
    // The page is built anew: a touch on the old one would be lost.
    terminal.page.waitForSelector("html:not(.elder)");
    terminal.tap("close");
    terminal.keepThePages();
    terminal.tap("checked");
    terminal.sign();
    terminal.touchUntil("submit", "done");
    terminal.page.waitForSelector("[data-paper='out']");
    String code = String.valueOf(terminal.onlyCase().get("code"));
    byte[] pdf = terminal.simulators.platform().materialPdf(code, "lease");
    Files.write(Path.of("target", "lease-photographed.pdf"), pdf);
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      assertThat(validator.validate(parser).isCompliant()).isTrue();
    }
    var expected = new ArrayList<>(IntStream.range(0, pages).boxed().toList());
    expected.set(pages - 2, 0); // taken again
    assertThat(Likeness.sheets(Likeness.pages(pdf), sheets.stream().map(Sheet::truth).toList()))
        .as("the sheet that each page shows")
        .isEqualTo(expected);
    assertThat(terminal.receiptCode()).isEqualTo(code);
    terminal.tap("finish");
    terminal.screen("standby");

    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-code");
    terminal.screen("progress-code");
    terminal.type(code);
    terminal.tap("search");
    terminal.screen("progress");
    assertThat(terminal.page.locator("[data-code='" + code + "']").count()).isOne();
    terminal.tap("finish");
    terminal.screen("standby");
    assertThat(terminal.complaints).isEmpty();
  }

  private static boolean takenByItself() {
    try {
      terminal.page.waitForSelector(
          ".yc-screen[data-screen='review']",
          new Page.WaitForSelectorOptions().setTimeout(BY_ITSELF_MS));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  @Test
  void the_holder_passes_by_the_face_and_no_picture_is_kept() throws IOException {
    comeToTheFace();
    terminal.shot("face-consent");
    assertThat(terminal.page.locator(".yc-live").count()).isZero();
    terminal.tap("agree-face");
    hint("没看到脸");
    terminal.shot("face-nobody");
    byte[] portrait =
        terminal.simulators.people().portrait(terminal.simulators.person(PERSON)).orElseThrow();
    terminal.simulators.faceCamera().show(portrait);
    terminal.question("role");

    terminal.tap("home");
    terminal.tap("leave-now");
    terminal.screen("home");
    assertThat(picture(portrait)).isTrue();
    try (Stream<Path> files = Files.walk(terminal.run.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(picture(Files.readAllBytes(file))).as(file.toString()).isFalse();
      }
    }
    assertThat(terminal.complaints).isEmpty();
  }

  @Test
  void somebody_else_never_passes_and_is_shown_the_other_ways() throws IOException {
    byte[] stranger = Files.readAllBytes(require(FACES.resolve("a1.jpg")));
    comeToTheFace();
    terminal.simulators.faceCamera().show(stranger);
    terminal.tap("agree-face");
    hint("再来一次");
    // The way out is as wide as what the machine does, while it compares too.
    assertThat(terminal.width("[data-action='other-way']"))
        .isEqualTo(terminal.width(".yc-equal-keys .yc-wait"));
    terminal.shot("face-retry");
    hint("换一种方式");
    terminal.shot("face-others");
    assertThat(terminal.page.innerText("body")).doesNotContain("失败");
    assertThat(terminal.page.locator(".yc-live").count()).isZero();

    // The face is not offered again: no way leads round in a circle.
    terminal.tap("other-way");
    terminal.screen("identity");
    terminal.page.waitForSelector("[data-action='way-sms']");
    assertThat(terminal.page.locator("[data-action='way-face']").count()).isZero();
    terminal.verifyBySms();
    terminal.question("role");
    assertThat(terminal.complaints).isEmpty();
  }

  private static void comeToTheFace() {
    terminal.begin("FW-ZL-01");
    terminal.layCard(PERSON);
    terminal.tap("way-face");
    terminal.screen("identity-face");
  }

  private static void hint(String words) {
    terminal
        .page
        .locator(".yc-hint", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words))
        .waitFor();
  }

  /** Real photos where they lie beside the repository, else sheets that the simulators draw. */
  private static List<Sheet> sheets() throws IOException {
    var sheets = new ArrayList<Sheet>();
    for (String name :
        List.of("25_2.jpg", "1023-receipt.jpg", "test3.jpg", "test6.JPG", "test8.JPG")) {
      Path photo = PHOTOS.resolve(name);
      if (Files.isReadable(photo)) {
        byte[] image = Files.readAllBytes(photo);
        sheets.add(new Sheet(name, image, Likeness.within(image, corners(name))));
      }
    }
    if (sheets.isEmpty()) {
      log.warn("no real photos at {}: drawn sheets are used", PHOTOS);
      var papers = terminal.simulators.papers();
      var drawn = Likeness.pages(papers.pdf("lease"));
      for (int page = 1; page <= 2; page++) {
        sheets.add(new Sheet("drawn " + page, papers.photo("lease", page), drawn.get(page - 1)));
      }
    }
    return sheets;
  }

  /** From the upper left one, clockwise. */
  private static List<double[]> corners(String name) {
    var truth = JsonMapper.shared().readTree(PHOTOS.resolve("corners.json").toFile());
    return Stream.of("topLeft", "topRight", "bottomRight", "bottomLeft")
        .map(corner -> truth.path(name).path("corners").path(corner))
        .map(at -> new double[] {at.path(0).asDouble(), at.path(1).asDouble()})
        .toList();
  }

  /**
   * A photo of a sheet.
   *
   * @param truth the sheet alone
   */
  private record Sheet(String name, byte[] photo, BufferedImage truth) {}

  private static Path require(Path sample) {
    org.assertj.core.api.Assumptions.assumeThat(Files.isReadable(sample))
        .as("sample %s (set -Dyichuang.samples to the folder of real photos)", sample)
        .isTrue();
    return sample;
  }

  private static Path samples() {
    String set = System.getProperty("yichuang.samples");
    return set != null ? Path.of(set) : Path.of("..", "..", "shared", "samples");
  }

  /** Whether a JPEG or a PNG lies in it anywhere. */
  private static boolean picture(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.contains("\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF")
        || text.contains("\u00FF\u00D8\u00FF\u00E1")
        || text.contains("\u0089PNG\r\n");
  }
}
