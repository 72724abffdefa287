package io.yichuang.kiosk.input;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The keyboard under fingers, in the browser of the terminal. */
@Tag("browser")
class KeyboardIT {
  /** A busy machine lets a touch wait for seconds. */
  private static final double PATIENCE_MS = 60_000;

  private static Playwright playwright;
  private static Browser browser;
  private static KeyboardPage server;

  private final List<String> errors = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    server = new KeyboardPage();
    // The machine's own Chromium, as on the terminal; Playwright must not fetch another.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("yichuang.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stop() {
    playwright.close();
    server.close();
  }

  @BeforeEach
  void open() {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
    page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("404")) {
        errors.add(message.text());
      }
    });
    page.navigate(server.address());
    page.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    assertThat(page.locator("body")).hasAttribute("data-ready", "true");
  }

  @AfterEach
  void no_errors() {
    context.close();
    assertThat(errors).isEmpty();
  }

  private Locator key(String action) {
    return page.locator("[data-action='" + action + "']");
  }

  private void tap(String... actions) {
    for (String action : actions) {
      key(action).tap();
    }
  }

  private void spell(String keys) {
    keys.chars().forEach(key -> tap("key-" + (char) key));
  }

  private Locator first() {
    return page.locator("#first");
  }

  private Object focused() {
    return page.evaluate("document.activeElement.id");
  }

  @Test
  void pinyin_becomes_words_in_the_field_and_the_focus_stays_there() {
    first().tap();
    spell("longhuadadao");
    assertThat(page.locator(".kb-typed")).hasText("long hua da dao");
    assertThat(key("candidate-0")).hasText("隆化大道本地路名");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/keyboard.png")));
    tap("candidate-0", "key-signs", "key-1", "key-8", "key-hao");
    assertThat(first()).hasValue("隆化大道18号");
    assertThat(focused()).isEqualTo("first");
    assertThat(page.locator(".kb-typed")).isHidden();
  }

  @Test
  void a_page_without_focus_is_typed_into_its_first_field() {
    tap("key-language", "key-a", "key-shift", "key-b", "key-c", "key-space", "key-at");
    assertThat(first()).hasValue("aBc @");
    assertThat(focused()).isEqualTo("first");
  }

  @Test
  void a_space_waits_for_the_candidates_it_takes_and_late_answers_are_dropped() {
    first().tap();
    page.evaluate("window.delay = 200");
    spell("zhang");
    tap("key-space");
    spell("wei");
    tap("key-space", "key-stop");
    assertThat(first()).hasValue("张为。");
  }

  @Test
  void a_shorter_candidate_leaves_the_rest_of_the_pinyin() {
    first().tap();
    spell("nanchuanjie");
    tap("key-more");
    Locator two =
        page.locator(".kb-list .kb-candidate")
            .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^..(本地地名)?$")));
    while (two.count() == 0) {
      tap("key-page-next");
    }
    String chosen = two.first().evaluate("c => c.firstChild.textContent").toString();
    two.first().tap();
    assertThat(page.locator(".kb-typed")).hasText("jie");
    tap("key-backspace", "key-backspace", "key-backspace");
    assertThat(page.locator(".kb-row .kb-candidate")).hasCount(0);
    assertThat(first()).hasValue(chosen);
    tap("key-backspace");
    assertThat(first()).hasValue(chosen.substring(0, 1));
  }

  @Test
  void more_candidates_stand_on_pages() {
    first().tap();
    spell("yi");
    tap("key-more");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/keyboard-more.png")));
    String here = page.locator(".kb-list .kb-candidate").first().textContent();
    tap("key-page-next");
    Locator chosen = page.locator(".kb-list .kb-candidate").first();
    assertThat(chosen).not().hasText(here);
    String word = chosen.textContent();
    chosen.tap();
    assertThat(first()).hasValue(word);
    assertThat(key("key-q")).isVisible();
  }

  @Test
  void a_character_is_written_with_the_finger_and_a_stroke_taken_back() {
    first().tap();
    tap("key-hand");
    write(0.2, 0.5, 0.8, 0.49);
    assertThat(key("candidate-0")).hasText("一");
    write(0.5, 0.1, 0.5, 0.9);
    assertThat(key("candidate-0")).hasText("十");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/keyboard-hand.png")));
    tap("key-backspace");
    assertThat(key("candidate-0")).hasText("一");
    tap("candidate-0");
    assertThat(first()).hasValue("一");
    assertThat(page.locator(".kb-row .kb-candidate")).hasCount(0);
    write(0.2, 0.5, 0.8, 0.5);
    tap("key-rewrite", "key-backspace");
    assertThat(first()).hasValue("");
    assertThat(focused()).isEqualTo("first");
    tap("key-pinyin");
    assertThat(key("key-q")).isVisible();
  }

  /**
   * The words of the keys come anew with the language; the page itself is drawn anew beside them.
   */
  @Test
  void what_is_half_written_outlives_another_language() {
    first().tap();
    tap("key-hand");
    write(0.2, 0.5, 0.8, 0.49);
    assertThat(key("candidate-0")).hasText("一");
    page.evaluate(
        "() => { document.querySelector('kiosk-keyboard').texts = { 'hand.here': 'Write here' } }");
    assertThat(page.locator(".kb-sheet")).hasAttribute("aria-label", "Write here");
    assertThat(key("candidate-0")).hasText("一");
    write(0.5, 0.1, 0.5, 0.9);
    assertThat(key("candidate-0")).hasText("十");
    tap("candidate-0", "key-pinyin");
    spell("nanch");
    page.evaluate("() => { document.querySelector('kiosk-keyboard').texts = {} }");
    assertThat(page.locator(".kb-typed")).containsText("n");
    spell("uan");
    tap("candidate-0");
    assertThat(first()).hasValue("十南川");
  }

  /** One stroke, from and to shares of the sheet's sides. */
  private void write(double fromX, double fromY, double toX, double toY) {
    var sheet = page.locator(".kb-sheet").boundingBox();
    page.mouse().move(sheet.x + fromX * sheet.width, sheet.y + fromY * sheet.height);
    page.mouse().down();
    page.mouse()
        .move(
            sheet.x + toX * sheet.width,
            sheet.y + toY * sheet.height,
            new Mouse.MoveOptions().setSteps(12));
    page.mouse().up();
  }

  @Test
  void backspace_takes_a_rare_character_whole() {
    first().fill("甲𠅤");
    tap("key-backspace");
    assertThat(first()).hasValue("甲");
  }

  @Test
  void no_more_goes_in_than_the_field_holds() {
    page.locator("#second").tap();
    spell("cqsncq");
    tap("candidate-0");
    assertThat(page.locator("#second")).hasValue("重庆市南");
  }

  @Test
  void the_pad_for_identity_numbers_has_an_x_and_letters_behind_a_key() {
    page.evaluate("document.querySelector('kiosk-keyboard').setAttribute('layout', 'ID_NUMBER')");
    first().tap();
    tap("key-5", "key-0", "key-x", "key-9", "key-backspace");
    assertThat(first()).hasValue("50X");
    assertThat(key("key-q")).hasCount(0);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/pad.png")));
    page.evaluate("document.querySelector('kiosk-keyboard').setAttribute('layout', 'DIGITS')");
    tap("key-dot", "key-7");
    assertThat(first()).hasValue("50X.7");
    // A foreigner's card of 2017.
    page.evaluate("document.querySelector('kiosk-keyboard').setAttribute('layout', 'ID_NUMBER')");
    tap("key-permit", "key-u", "key-s", "key-id", "key-1");
    assertThat(first()).hasValue("50X.7US1");
  }

  @Test
  void pinyin_outlives_being_taken_out_and_put_back() {
    first().tap();
    spell("nanc");
    page.evaluate(
        "{ const k = document.querySelector('kiosk-keyboard'); k.parentNode.append(k); }");
    spell("huan");
    tap("key-space");
    assertThat(first()).hasValue("南川");
  }

  @Test
  void it_works_while_an_open_list_holds_the_pointer_and_does_not_close_it() {
    page.evaluate(
        "document.body.style.pointerEvents = 'none';"
            + "window.outside = 0; document.addEventListener('click', () => window.outside++, true);"
            + "document.addEventListener('mousedown', () => window.outside++, true)");
    page.locator("#first").focus();
    spell("nan");
    assertThat(key("candidate-0")).hasText(Pattern.compile("^.$"));
    tap("key-space");
    // Which one is the best is another test's matter: the list may still be that of the keys
    // before.
    assertThat(first()).hasValue(Pattern.compile("^[\\u4e00-\\u9fff]$"));
    assertThat(page.evaluate("window.outside")).isEqualTo(0);
  }

  @Test
  void a_mouse_and_an_assistive_click_press_too() {
    first().click();
    key("key-language").click();
    key("key-a").click();
    page.evaluate("document.querySelector('[data-action=key-b]').click()");
    assertThat(first()).hasValue("ab");
    assertThat(focused()).isEqualTo("first");
  }

  @Test
  void a_held_backspace_goes_on_until_the_finger_lifts() {
    first().fill("一二三四五六七八");
    var box = key("key-backspace").boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    assertThat(first()).hasValue("");
    page.mouse().up();
  }

  @Test
  void every_key_is_large_enough_and_inside_the_page_in_both_sizes() {
    for (String looks : List.of("", "elder")) {
      page.evaluate("looks => document.documentElement.className = looks", looks);
      double least = looks.isEmpty() ? 84 : 112;
      for (String layer : List.of("key-signs", "key-letters", "key-language", "key-language")) {
        for (Locator button : page.locator(".kb-key").all()) {
          var box = button.boundingBox();
          assertThat(box.height).as(button.textContent()).isGreaterThanOrEqualTo(least);
          assertThat(box.width).as(button.textContent()).isGreaterThanOrEqualTo(76);
          assertThat(box.x).isGreaterThanOrEqualTo(0);
          assertThat(box.x + box.width).isLessThanOrEqualTo(1080);
          assertThat(button.evaluate("b => b.scrollWidth <= b.clientWidth")).isEqualTo(true);
        }
        tap(layer);
        assertThat(key(layer.equals("key-signs") ? "key-letters" : "key-language")).isVisible();
      }
    }
    first().tap();
    spell("longhua");
    assertThat(key("candidate-0")).isVisible();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/keyboard-elder.png")));
  }
}
