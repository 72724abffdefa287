package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody goes away, comes back, plugs a headset in, is helped, or does nothing at all. */
@Tag("browser")
class PresenceIT {
  private static final String PERSON = "wang-xiaoying";

  /** Of a question, and of the warning behind it; the terminal's clock ticks once a second. */
  private static final Duration FORM = Duration.ofSeconds(180);

  /** Of any other page. */
  private static final Duration PAGE = Duration.ofSeconds(120);

  private static final Duration WARNING = Duration.ofSeconds(30);

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @AfterEach
  void somebodyIsThereAgain() {
    terminal.simulators.surroundings().reset();
  }

  private static void toTheName() {
    terminal.begin("FW-ZL-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("role");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    terminal.type("zhangwei");
    terminal.takeCandidate("张伟");
    typed();
  }

  private static void typed() {
    terminal.page.waitForFunction(
        "() => document.querySelector(\"[data-field='other-name']\")?.value === '张伟'");
  }

  @Test
  void who_goes_away_leaves_a_covered_page_and_finds_all_again() {
    toTheName();
    terminal.simulators.surroundings().present(false);
    terminal.page.waitForSelector("[data-overlay='cover']");
    assertThat(
            terminal.page.evaluate(
                "() => [200, 900, 1500].every(y => document.elementFromPoint(540, y)"
                    + ".closest('.yc-cover'))"))
        .isEqualTo(true);
    terminal.shot("covered");
    // Whoever comes may be another: the page stays covered until its owner touches it.
    terminal.simulators.surroundings().present(true);
    terminal.page.waitForSelector("[data-present='true']");
    terminal.tap("uncover");
    terminal.page.waitForSelector("[data-overlay='cover']", Visitor.GONE);
    typed();

    terminal.simulators.surroundings().present(false);
    terminal.tap("wipe-now");
    terminal.screen("standby");
    terminal.page.waitForSelector("[data-overlay='cover']", Visitor.GONE);
  }

  @Test
  void what_was_typed_is_said_into_a_headset_and_never_aloud() {
    toTheName();
    terminal.simulators.surroundings().headset(true);
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('speech')");
    var ear = new Listener(terminal.page);
    ear.hear("语音开始");
    ear.find("对方姓名 张伟");
    terminal.simulators.surroundings().headset(false);
    terminal.page.waitForSelector("yc-voice:not([headset])");
    ear.before();
    ear.next();
    await().atMost(Visitor.PATIENCE).until(() -> ear.said().contains("已填2个字"));
    assertThat(ear.said()).doesNotContain("张伟");
  }

  @Test
  void somebody_who_helps_presses_and_the_citizen_nods_to_each_page() {
    terminal.start();
    terminal.tap("help");
    terminal.tap("helped");
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('helped')");
    assertThat(terminal.page.locator(".yc-lintel").innerText()).contains("有人帮您办");
    terminal.tap("item-FW-ZL-01");
    terminal.screen("guide");
    terminal.tap("begin");
    terminal.page.waitForSelector("[data-overlay='nod']");
    terminal.shot("nod");
    terminal.tap("nod-no");
    terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
    assertThat(terminal.screen()).isEqualTo("guide");
    terminal.tap("begin");
    terminal.tap("nod-yes");
    terminal.screen("identity");
  }

  @Test
  void nobody_touches_is_asked_stays_as_often_as_wanted_and_is_wiped_in_the_end() {
    toTheName();
    for (int round = 0; round < 2; round++) {
      wait(FORM);
      terminal.screen("still-there");
      terminal.tap("still-here");
      terminal.screen("question");
      typed(); // not a letter of it is lost
    }
    wait(FORM);
    terminal.screen("still-there");
    wait(WARNING);
    terminal.screen("standby");
    assertThat(terminal.page.content()).doesNotContain("张伟");
    assertThat(flashed(terminal.page)).isTrue();
  }

  /** The first digit brings up the number in groups, above the keys: these stand elsewhere then. */
  @Test
  void the_key_that_was_said_is_pressed_again_wherever_it_stands_by_now() {
    toTheName();
    terminal.tap("next");
    terminal.question("other-id");
    terminal.simulators.surroundings().headset(true);
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('speech')");
    var ear = new Listener(terminal.page);
    ear.hear("语音开始");
    ear.find("5 按键");
    for (String value : List.of("5", "55", "555")) {
      ear.ok();
      terminal.page.waitForFunction(
          "value => document.querySelector(\"[data-field='other-id']\")?.value === value", value);
    }
  }

  @Test
  void speech_that_was_begun_at_standby_is_not_for_whoever_comes_next() {
    terminal.page.keyboard().press("ArrowDown");
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('speech')");
    wait(Duration.ofSeconds(61));
    terminal.page.waitForFunction("() => !document.documentElement.classList.contains('speech')");
    terminal.screen("standby");
  }

  /** Nobody touches the glass: the arrows are all that is heard of who listens to a page. */
  @Test
  void who_only_listens_is_somebody_there() {
    terminal.start();
    terminal.simulators.surroundings().headset(true);
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('speech')");
    var ear = new Listener(terminal.page);
    ear.hear("语音开始");
    for (int round = 0; round < 4; round++) {
      ear.next();
      wait(PAGE.minus(WARNING));
    }
    assertThat(terminal.screen()).isEqualTo("home");
  }

  /** The last touch is told up to a second late: before the clock goes on, it has come. */
  private static void wait(Duration time) {
    await().atMost(Visitor.PATIENCE).during(Duration.ofSeconds(3)).until(() -> true);
    terminal.clock.forward(time);
  }

  /** The rule is there and the element has had it: a flash lasts a second only. */
  private static boolean flashed(Page page) {
    return (boolean)
        page.evaluate(
            """
            () => { const v = document.querySelector('yc-voice'); v.chime();
              return document.querySelector('.yc-sized').classList.contains('yc-flash'); }
            """);
  }
}
