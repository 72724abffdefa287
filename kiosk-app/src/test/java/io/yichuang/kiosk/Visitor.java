package io.yichuang.kiosk;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.yichuang.simulator.Simulators;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person does at a terminal: touches the page, types, lays a card. */
abstract class Visitor {
  /** The machine's own Chromium, as on the terminal; the launcher names the one it found. */
  static final Path CHROMIUM =
      Path.of(System.getProperty("yichuang.chromium", "/usr/bin/chromium"));

  /** Of the landlord whose number is typed; without its check digit. */
  static final String OTHER_PARTY = "50011919900307123";

  static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu");
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Page.WaitForSelectorOptions GONE =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  private static final int MOST_TOUCHES = 15;
  private static final double A_TOUCH_MS = 2_000;

  /** The middle of each key that is seen, by its action. */
  private static final String PLACES_OF_KEYS =
      """
      () => Object.fromEntries([...document.querySelectorAll('[data-action^="key-"]')]
        .map(key => [key.dataset.action, key.getBoundingClientRect()])
        .filter(([_, box]) => box.width > 0)
        .map(([action, box]) => [action, [box.x + box.width / 2, box.y + box.height / 2]]))
      """;

  private static final Logger log = LoggerFactory.getLogger(Visitor.class);
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  final Simulators simulators;
  private final Path screenshots = Path.of("target", "screenshots");
  private final String look;
  Page page;

  Visitor(Simulators simulators) {
    this(simulators, "");
  }

  /**
   * A person at the simulators' terminal.
   *
   * @param look begins the names of the pictures
   */
  Visitor(Simulators simulators, String look) {
    this.simulators = simulators;
    this.look = look;
  }

  /** It must not fetch a browser of its own. */
  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Waits for a page; the first of its kind is kept as a picture, to be looked at. */
  void screen(String id) {
    try {
      page.waitForSelector(".yc-screen[data-screen='" + id + "']");
    } catch (TimeoutError e) {
      shot("failed-" + id);
      throw e;
    }
    String picture = "screen-" + look + id;
    if (SEEN.add(picture)) {
      shot(picture);
    }
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

  /** As fast as fingers are: a tap of Playwright waits for two pictures each. */
  void type(String keys) {
    action("key-" + keys.charAt(0)).waitFor();
    Map<?, ?> places = (Map<?, ?>) page.evaluate(PLACES_OF_KEYS);
    keys.chars()
        .mapToObj(key -> (List<?>) places.get("key-" + Character.toString(key)))
        .forEach(at ->
            page.touchscreen()
                .tap(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()));
  }

  void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(screenshots.resolve(name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  /** After a signature: see {@link #sign}. */
  final void touchUntil(String action, String screen) {
    touchUntilSeen(action, ".yc-screen[data-screen='" + screen + "']");
    screen(screen);
  }

  final void touchUntilSeen(String action, String selector) {
    var next = page.locator(selector).first();
    for (int touch = 1; touch < MOST_TOUCHES && !next.isVisible(); touch++) {
      try {
        if (action(action).isVisible()) {
          // It may go just now, for the touch before was not lost but slow.
          action(action).tap(new Locator.TapOptions().setTimeout(A_TOUCH_MS));
        }
        next.waitFor(new Locator.WaitForOptions().setTimeout(A_TOUCH_MS));
      } catch (TimeoutError e) {
        log.info("touch {} on {} has led nowhere yet", touch, action);
      }
    }
    next.waitFor();
  }

  /** The first of some choices. */
  final void chooseFirst() {
    page.locator("[role=radio]").first().tap();
    page.waitForSelector("[role=radio][aria-checked='true']");
  }

  /** From standby to the page that asks what to do. */
  final void start() {
    tap("start");
    screen("home");
  }

  /** From standby to the first page of an item's journey. */
  void begin(String item) {
    start();
    choose(item);
  }

  /** From the page that asks what to do to the first page of an item's journey. */
  final void choose(String item) {
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
    return Sms.code(simulators);
  }

  void question(String id) {
    page.waitForSelector("[data-question='" + id + "']");
  }

  /** As soon as it is the first that is offered: of the whole, not of the keys before the last. */
  final void takeCandidate(String word) {
    page.waitForFunction(
        "word => document.querySelector('[data-action=candidate-0]')?.firstChild.data === word",
        word);
    tap("candidate-0");
  }

  /** From the first question to the basket. */
  void answerTheLease() {
    question("role");
    chooseFirst();
    tap("next");
    question("other-name");
    type("zhangwei");
    takeCandidate("张伟");
    tap("next");
    question("other-id");
    type(withCheckDigit(OTHER_PARTY));
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

  /** From the basket to the signature: the lease goes through the feeder. */
  void feedTheLeaseAndSign() {
    screen("materials");
    simulators.scanner().load(lease(), "lease");
    tap("feed-lease");
    screen("feeder");
    tap("scan");
    screen("review");
    keepThePages();
    tap("checked");
    sign();
  }

  /**
   * From the review to the answers. What the pages say may be read only meanwhile; if something in
   * them does not fit, they are looked at once more.
   */
  final void keepThePages() {
    tap("keep-pages");
    screen("materials");
    // The basket is drawn anew when a page was read: a finger may be down just then.
    touchUntilSeen("next", ".yc-screen:is([data-screen='confirm'], [data-screen='review'])");
    if (screen().equals("review")) {
      tap("keep-pages");
      screen("materials");
      tap("next");
    }
    screen("confirm");
  }

  /** The lintel says so. */
  final void printersAreBack() {
    page.locator(".yc-lintel")
        .getByText("打印", new Locator.GetByTextOptions().setExact(true))
        .waitFor();
  }

  /** What the square on the last receipt says, read from its picture. */
  String receiptCode() throws IOException, ReaderException {
    byte[] png = simulators.receiptPrinter().output().getFirst().png();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  /** Of the simulators' own sheets. */
  byte[] lease() {
    return simulators.papers().pdf("lease");
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

  /**
   * Three strokes of a finger. No finger is at the next key within a tenth of a second, and
   * Chromium takes such a touch for the rest of the stroke: go on with {@link #touchUntil}.
   */
  void sign() {
    var pad = page.locator("kiosk-signature").boundingBox();
    var finger = page.context().newCDPSession(page);
    for (int stroke = 0; stroke < 3; stroke++) {
      double x = pad.x + 150 + stroke * 200;
      double y = pad.y + 80;
      touch(finger, "touchStart", x, y);
      for (int i = 1; i < 14; i++) {
        touch(finger, "touchMove", x + i * 8, y + Math.abs(7 - i) * 12);
      }
      touch(finger, "touchEnd");
    }
  }

  /** One event of a finger, as Chromium gets it from the glass. */
  static void touch(CDPSession finger, String type, double... at) {
    var points = new JsonArray();
    if (at.length == 2) {
      var point = new JsonObject();
      point.addProperty("x", at[0]);
      point.addProperty("y", at[1]);
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  /** Waits for a case to be at the platform, and gives it. */
  Map<String, Object> onlyCase() {
    await().atMost(PATIENCE).until(() -> simulators.platform().cases().size() == 1);
    return simulators.platform().cases().getFirst();
  }
}
