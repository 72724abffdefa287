package io.yichuang.simulator.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.SimulatorsExtension;
import io.yichuang.simulator.page.IppClient;
import io.yichuang.simulator.platform.PlatformClient;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person at the bench's page, in a real Chromium with a made-up webcam. */
@Tag("browser")
class BenchPageTest {
  @RegisterExtension static final SimulatorsExtension EXTENSION = new SimulatorsExtension();

  private static final double PATIENCE_MILLIS = 40_000;
  private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();
  private static Bench bench;
  private static Playwright playwright;
  private static BrowserContext context;
  private static Page page;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    bench = Bench.start(EXTENSION.simulators(), 0);
    // The machine's own Chromium; Playwright must not fetch another.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("yichuang.chromium", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--use-fake-device-for-media-stream",
                            "--use-fake-ui-for-media-stream")));
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(
        PATIENCE_MILLIS);
    Awaitility.setDefaultTimeout(Duration.ofMillis((long) PATIENCE_MILLIS));
    // One window for all: the page's fonts have some megabytes.
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(COMPLAINTS::add);
  }

  @AfterAll
  static void stop() {
    context.close();
    playwright.close();
    bench.close();
  }

  @BeforeEach
  void open() {
    page.navigate(bench.url());
    assertThat(page.locator("#link")).hasText("已连接");
  }

  @AfterEach
  void leave() {
    page.evaluate("localStorage.clear()");
    assertThat(COMPLAINTS).isEmpty();
  }

  private Locator device(String id) {
    return page.locator("#device-" + id);
  }

  private void press(String device, String action) {
    device(device).locator("[data-do=" + action + "]").first().click();
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "bench-" + name + ".png"))
            .setFullPage(true));
  }

  private Path picture() throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
    var g = image.createGraphics();
    g.setColor(Color.ORANGE);
    g.fillRect(0, 0, 640, 480);
    g.dispose();
    Path file = folder.resolve("orange.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static Color middle(CameraBench camera) {
    try {
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(camera.view()));
      return new Color(seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isOrange(Color colour) {
    return colour.getRed() > 230 && colour.getBlue() < 40;
  }

  @Test
  void a_card_is_laid_and_taken_away(Simulators simulators) {
    page.selectOption("#card-person", "li-defu");
    press("id-card-reader", "lay");
    assertThat(device("id-card-reader").locator(".now")).containsText("李德福 卡在读卡器上");
    assertThat(simulators.idCardReader().cardPresent()).isTrue();
    press("id-card-reader", "take");
    assertThat(device("id-card-reader").locator(".now")).hasText("读卡器上没有卡");
    assertThat(simulators.idCardReader().cardPresent()).isFalse();
  }

  @Test
  void paper_is_fed_from_files_and_from_the_samples(Simulators simulators) throws Exception {
    device("scanner").locator("input[type=file]").setInputFiles(picture());
    assertThat(device("scanner").locator(".now")).hasText("进纸口 1 张");
    press("scanner", "paper");
    assertThat(device("scanner").locator(".now")).hasText("进纸口 3 张");
    press("scanner", "empty");
    assertThat(device("scanner").locator(".now")).hasText("进纸口没有纸");
    press("document-camera", "paper");
    await().until(() -> simulators.documentCamera().state().get("view").equals("shown"));
    press("document-camera", "away");
    await().until(() -> simulators.documentCamera().state().get("view").equals("empty"));
  }

  @Test
  void a_face_comes_from_a_person_a_file_or_the_webcam(Simulators simulators) throws Exception {
    press("face-camera", "face");
    await().until(() -> simulators.faceCamera().state().get("view").equals("shown"));
    device("face-camera").locator("input[type=file]").setInputFiles(picture());
    await().until(() -> isOrange(middle(simulators.faceCamera())));
    for (String device : List.of("face-camera", "document-camera")) {
      press(device, "webcam");
      assertThat(page.locator("#camera")).isVisible();
      page.waitForFunction("document.querySelector('#camera video').videoWidth > 0");
      page.locator("[data-do=camera-take]").click();
      assertThat(page.locator("#camera")).isHidden();
      await().until(() -> simulators.device(device).state().get("view").equals("shown"));
    }
    assertThat(isOrange(middle(simulators.faceCamera()))).isFalse();
    press("face-camera", "away");
    await().until(() -> simulators.faceCamera().state().get("view").equals("empty"));
  }

  @Test
  void a_newcomer_becomes_a_citizen_with_the_webcams_portrait(Simulators simulators) {
    press("id-card-reader", "become");
    page.waitForFunction("document.querySelector('#camera video').videoWidth > 0");
    page.fill("#camera-name input", "小明");
    shot("become");
    page.locator("[data-do=camera-take]").click();
    assertThat(device("id-card-reader").locator(".now")).containsText("小明 卡在读卡器上");
    var person = simulators.people().byId("newcomer-1").orElseThrow();
    assertThat(simulators.people().portrait(person)).isPresent();
    // Who joins stands before the camera, too.
    await().until(() -> simulators.faceCamera().state().get("view").equals("shown"));
  }

  @Test
  void faults_and_cables_are_set_and_put_right(Simulators simulators) {
    Locator printer = device("receipt-printer");
    printer.locator("summary").click();
    printer.locator("[data-fault=paper-out]").click();
    assertThat(printer.locator(".state")).containsText("缺纸");
    assertThat(simulators.receiptPrinter().activeFaults()).containsExactly("paper-out");
    printer.locator("[data-fault=cover-open]").click();
    assertThat(printer.locator(".state")).containsText("上盖打开");
    // One is put right; the other stays.
    printer.locator("[data-fault=paper-out]").click();
    assertThat(printer.locator(".state")).hasText("上盖打开");
    press("receipt-printer", "clear");
    assertThat(printer.locator(".state")).containsText("已接通");
    press("receipt-printer", "unplug");
    assertThat(printer.locator(".state")).containsText("线已拔");
    assertThat(simulators.receiptPrinter().state().get("plugged")).isEqualTo(false);
    press("receipt-printer", "plug");
    assertThat(printer.locator(".state")).containsText("已接通");
  }

  @Test
  void what_is_printed_is_seen(Simulators simulators) throws Exception {
    URI address = URI.create(simulators.receiptPrinter().address());
    try (Socket host = new Socket(address.getHost(), address.getPort())) {
      byte[] text = "办件回执\n监管码\n\n".getBytes(Charset.forName("GB18030"));
      host.getOutputStream().write(text);
      host.getOutputStream().write(new byte[] {0x1D, 'V', 'A', 0});
      Locator receipt = page.locator("#receipts img");
      assertThat(receipt).hasCount(1);
      assertThat((Boolean) receipt.evaluate("x => x.decode().then(() => x.naturalWidth === 576)"))
          .isTrue();
    }
    page.locator("#receipts button").click();
    assertThat(page.locator("#picture img")).isVisible();
    page.locator("[data-do=picture-close]").click();
    try (var client = new IppClient(simulators.pagePrinter().address())) {
      client.print(simulators.papers().pdf("lease"));
    }
    Locator link = page.locator("#pages a");
    assertThat(link).hasCount(1);
    var pdf = page.request().get(bench.url() + link.getAttribute("href"));
    assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
    shot("printed");
    press("receipt-printer", "receipts");
    assertThat(page.locator("#receipts img")).hasCount(0);
  }

  @Test
  void an_official_works_on_cases_and_time_passes(Simulators simulators) throws Exception {
    Locator clock = page.locator("#clock");
    assertThat(clock).not().isEmpty();
    try (var terminal = new PlatformClient(simulators.platform().url())) {
      terminal.putFiles();
      terminal.submit("NC-0001-00000001-00", PlatformClient.lease("NC-0001-00000001-00", now()));
    }
    Locator item = page.locator("#cases .item");
    assertThat(item).containsText("房屋租赁登记备案");
    assertThat(item).containsText("已收件");
    assertThat(item.locator("a")).hasCount(1);
    for (String[] step :
        new String[][] {{"correct", "等补正"}, {"accept", "办理中"}, {"finish", "已办好"}}) {
      item.locator("[data-step=" + step[0] + "]").click();
      assertThat(item).containsText(step[1]);
    }
    assertThat(page.locator("#messages .item")).hasCount(3);
    String before = clock.textContent();
    page.locator("[data-do=clock][data-by=P1D]").click();
    assertThat(clock).not().hasText(before);
    shot("platform");
    Locator faults = page.locator("#platform-faults");
    faults.locator("[data-fault=down]").click();
    assertThat(faults.locator("[aria-pressed=true]")).hasCount(1);
    faults.locator("[data-do=clear]").click();
    assertThat(faults.locator("[aria-pressed=true]")).hasCount(0);
    page.locator("[data-do=reset]").click();
    assertThat(page.locator("#cases .item")).hasCount(0);
    assertThat(page.locator("#messages .item")).hasCount(0);
  }

  private static Instant now() {
    return java.time.InstantSource.system().instant();
  }

  @Test
  void english_is_chosen_and_kept_and_all_fits_a_laptop() {
    shot("zh");
    page.locator("[data-do=language]").click();
    assertThat(page.locator("h1")).containsText("Yichuang");
    page.reload();
    assertThat(page.locator("#link")).hasText("Connected");
    shot("en");
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isTrue();
  }
}
