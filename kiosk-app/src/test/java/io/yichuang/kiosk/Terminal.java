package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole terminal for tests: simulators on real wires, the kiosk, and a real Chromium with touch.
 */
final class Terminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Pattern SMS_CODE = Pattern.compile("([0-9]{6})");

  final Simulators simulators;
  final List<String> complaints = new ArrayList<>();
  private final ConfigurableApplicationContext kiosk;
  private final Playwright playwright;
  private final Browser browser;
  private final String url;
  private final Path screenshots = Path.of("target", "screenshots");
  private BrowserContext context;
  Page page;

  Terminal(Path run) {
    simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(5));
    kiosk =
        KioskApplication.application()
            .run(
                "--server.port=0",
                "--kiosk.data=" + run.resolve("data"),
                "--kiosk.key-file=" + run.resolve("kiosk.key"),
                "--kiosk.texts.strict=true",
                "--kiosk.terminal.night-from=0",
                "--kiosk.terminal.night-until=0",
                "--spring.config.additional-location=file:" + run.resolve("addresses.yaml"));
    url = "http://127.0.0.1:" + ((WebServerApplicationContext) kiosk).getWebServer().getPort();
    // The machine's own Chromium, as on the terminal; Playwright must not fetch another.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** A fresh page at standby; everything at the bench is as after its start. */
  void open() {
    simulators.reset();
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
    page = context.newPage();
    page.setDefaultTimeout((double) PATIENCE.toMillis());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(url);
    screen("standby");
  }

  void leave() {
    context.close();
  }

  void screen(String id) {
    page.waitForSelector(".yc-screen[data-screen='" + id + "']");
  }

  String screen() {
    return String.valueOf(page.getAttribute(".yc-screen", "data-screen"));
  }

  void tap(String action) {
    action(action).tap();
  }

  Locator action(String id) {
    return page.locator("[data-action='" + id + "']:visible").first();
  }

  void type(String keys) {
    keys.chars().forEach(key -> tap("key-" + Character.toString(key)));
  }

  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
  }

  /** From standby to the first page of an item's journey. */
  void begin(String item) {
    page.touchscreen().tap(400, 1750);
    screen("home");
    tap("item-" + item);
    screen("guide");
    shot("guide-" + item);
    tap("begin");
    screen("identity");
  }

  void layCard(String person) {
    simulators.idCardReader().lay(simulators.person(person));
  }

  /** After the card: a code by SMS, read off the bench. */
  void verifyBySms() {
    page.waitForFunction("() => !document.querySelector('[data-action=way-card]')");
    tap("way-sms");
    screen("identity-sms");
    tap("send-code");
    page.waitForSelector("[data-field='sms-code']");
    type(lastSmsCode());
    tap("check-code");
  }

  String lastSmsCode() {
    var matcher =
        SMS_CODE.matcher(String.valueOf(simulators.platform().messages().getFirst().get("text")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  void question(String id) {
    page.waitForSelector("[data-question='" + id + "']");
  }

  /** Waits for a case to be at the platform, and gives it. */
  Map<String, Object> onlyCase() {
    await().atMost(PATIENCE).until(() -> simulators.platform().cases().size() == 1);
    return simulators.platform().cases().getFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    kiosk.close();
    simulators.close();
  }
}
