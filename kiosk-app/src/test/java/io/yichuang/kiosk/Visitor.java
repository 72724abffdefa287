package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.yichuang.simulator.Simulators;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person does at a terminal: touches the page, types, lays a card. */
abstract class Visitor {
  /** The machine's own Chromium, as on the terminal. */
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu");
  static final Duration PATIENCE = Duration.ofSeconds(40);
  static final Page.WaitForSelectorOptions GONE =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  private static final int MOST_TOUCHES = 4;
  private static final double A_TOUCH_MS = 8_000;
  private static final Logger log = LoggerFactory.getLogger(Visitor.class);
  private static final Pattern SMS_CODE = Pattern.compile("([0-9]{6})");

  final Simulators simulators;
  private final Path screenshots = Path.of("target", "screenshots");
  Page page;

  Visitor(Simulators simulators) {
    this.simulators = simulators;
  }

  /** It must not fetch a browser of its own. */
  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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

  /** A touch is lost in the moment in which the board is drawn anew: a person touches again. */
  private void wake() {
    var home = page.locator(".yc-screen[data-screen='home']");
    for (int touch = 1; touch < MOST_TOUCHES && !home.isVisible(); touch++) {
      if (action("start").isVisible()) {
        tap("start");
      }
      try {
        home.waitFor(new Locator.WaitForOptions().setTimeout(A_TOUCH_MS));
      } catch (TimeoutError e) {
        log.warn("touch {} on the standby page was lost", touch);
      }
    }
    screen("home");
  }

  /** From standby to the first page of an item's journey. */
  void begin(String item) {
    wake();
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

  final String lastSmsCode() {
    var matcher =
        SMS_CODE.matcher(String.valueOf(simulators.platform().messages().getFirst().get("text")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  void question(String id) {
    page.waitForSelector("[data-question='" + id + "']");
  }

  /** From the first question to the basket. */
  void answerTheLease() {
    question("role");
    page.locator("[role=radio]").first().tap();
    tap("next");
    question("other-name");
    type("zhangwei");
    tap("candidate-0");
    tap("next");
    question("other-id");
    type(withCheckDigit("50011919900307123"));
    tap("next");
    question("address");
    tap("next");
    question("rent");
    type("900");
    tap("next");
    question("start");
    type("20261201");
    tap("next");
    question("end");
    type("20271130");
    tap("next");
    question("phone");
    tap("next");
  }

  /** Of the simulators' own sheets. */
  byte[] lease() {
    return simulators.papers().orElseThrow().pdf("lease");
  }

  /** GB 11643. */
  static String withCheckDigit(String seventeen) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (seventeen.charAt(i) - '0');
    }
    return seventeen + "10x98765432".charAt(sum % 11);
  }

  /** Three strokes. */
  void sign() {
    var pad = page.locator("kiosk-signature").boundingBox();
    var mouse = page.mouse();
    for (int stroke = 0; stroke < 3; stroke++) {
      double x = pad.x + 150 + stroke * 200;
      double y = pad.y + 80;
      mouse.move(x, y);
      mouse.down();
      for (int i = 1; i < 14; i++) {
        mouse.move(x + i * 8, y + Math.abs(7 - i) * 12);
      }
      mouse.up();
    }
  }

  /** Waits for a case to be at the platform, and gives it. */
  Map<String, Object> onlyCase() {
    await().atMost(PATIENCE).until(() -> simulators.platform().cases().size() == 1);
    return simulators.platform().cases().getFirst();
  }
}
