package io.yichuang.kiosk;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Two journeys over all the pages a citizen meets, with a stop at each of them. At a stop the page
 * may be seen in other ways; it must be as it was afterwards.
 */
final class Walk {
  /** Ways to see a page, as the sheet of the sill offers them. */
  enum Way {
    STANDARD("size-normal", "colour-normal", "place-normal"),
    ELDER("size-large", "colour-normal", "place-normal"),
    CONTRAST("size-normal", "colour-yellow", "place-normal"),
    LOW("size-normal", "colour-normal", "place-low"),
    ENGLISH("size-normal", "colour-normal", "place-normal");

    private final List<String> keys;

    Way(String... keys) {
      this.keys = List.of(keys);
    }
  }

  private static final String PERSON = "wang-xiaoying";

  private final Terminal terminal;
  private final Consumer<String> stop;

  /**
   * A walk.
   *
   * @param stop called at each page with a name for it
   */
  Walk(Terminal terminal, Consumer<String> stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  /** Switches by the sheet, as a person does; {@code then} looks at it. */
  static void see(Terminal terminal, Way way, Runnable then) {
    choose(terminal, way);
    if (way == Way.ENGLISH) {
      terminal.tap("language");
      terminal.page.waitForFunction("() => document.documentElement.lang === 'en'");
    }
    then.run();
    if (way == Way.ENGLISH) {
      terminal.tap("language");
      terminal.page.waitForFunction("() => document.documentElement.lang === 'zh-CN'");
    }
    choose(terminal, Way.STANDARD);
  }

  private static void choose(Terminal terminal, Way way) {
    terminal.tap("large-type");
    for (String key : way.keys) {
      terminal.tap(key);
      terminal.page.waitForSelector("[data-action='" + key + "'][aria-checked='true']");
    }
    terminal.tap("close");
    terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
  }

  /** From standby to the wiped standby, twice. */
  void go() {
    lease();
    progress();
  }

  private void lease() {
    terminal.tap("start");
    terminal.screen("home");
    stop.accept("home");
    terminal.tap("all-items");
    terminal.screen("items");
    stop.accept("items");
    terminal.tap("back");
    terminal.screen("home");
    terminal.tap("search");
    terminal.screen("search");
    stop.accept("search");
    terminal.tap("back");
    terminal.screen("home");
    terminal.tap("item-FW-ZL-01");
    terminal.screen("guide");
    stop.accept("guide");
    terminal.tap("begin");
    terminal.screen("identity");
    stop.accept("identity");
    terminal.layCard(PERSON);
    terminal.page.waitForFunction("() => !document.querySelector('[data-action=way-card]')");
    terminal.tap("way-sms");
    terminal.screen("identity-sms");
    stop.accept("identity-sms");
    terminal.tap("send-code");
    terminal.page.waitForSelector("[data-field='sms-code']");
    terminal.type(terminal.lastSmsCode());
    terminal.tap("check-code");
    terminal.question("role");
    stop.accept("question-choice");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    stop.accept("question-text");
    terminal.type("zhangwei");
    terminal.tap("candidate-0");
    terminal.tap("next");
    terminal.question("other-id");
    stop.accept("question-id");
    terminal.type(Visitor.withCheckDigit("50011919900307123"));
    terminal.tap("next");
    terminal.question("address");
    stop.accept("question-known");
    terminal.tap("next");
    terminal.question("rent");
    terminal.type("900");
    terminal.tap("next");
    terminal.question("start");
    terminal.type("20261201");
    terminal.tap("next");
    terminal.question("end");
    terminal.type("20271130");
    terminal.tap("next");
    terminal.question("phone");
    terminal.tap("next");
    papers();
  }

  private void papers() {
    terminal.screen("materials");
    terminal.action("feed-lease").waitFor();
    stop.accept("materials");
    terminal.tap("away");
    terminal.screen("away");
    stop.accept("away");
    String number = terminal.simulators.person(PERSON).number();
    terminal.type(number.substring(number.length() - 4).toLowerCase(Locale.ROOT));
    terminal.tap("returned");
    terminal.screen("materials");
    terminal.simulators.scanner().load(terminal.lease(), "lease");
    terminal.tap("feed-lease");
    terminal.screen("feeder");
    stop.accept("feeder");
    terminal.tap("scan");
    terminal.screen("review");
    stop.accept("review");
    terminal.tap("keep-pages");
    terminal.screen("materials");
    terminal.tap("next");
    terminal.screen("confirm");
    stop.accept("confirm");
    terminal.tap("checked");
    terminal.page.waitForSelector("kiosk-signature");
    stop.accept("sign");
    terminal.sign();
    terminal.touchUntil("submit", "done");
    terminal.page.waitForSelector("[data-paper='out']");
    stop.accept("done");
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
  }

  private void progress() {
    terminal.tap("start");
    terminal.screen("home");
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-code");
    terminal.screen("progress-code");
    stop.accept("progress-code");
    terminal.tap("back");
    terminal.screen("identity");
    terminal.layCard(PERSON);
    terminal.screen("progress");
    stop.accept("progress");
    terminal.simulators.platform().setFault("down");
    terminal.tap("home");
    terminal.screen("home");
    terminal.tap("look");
    terminal.screen("progress-not-now");
    stop.accept("progress-not-now");
    terminal.simulators.platform().clearFaults();
    terminal.tap("home");
    terminal.screen("home");
    terminal.tap("wipe-known");
    terminal.screen("standby");
  }
}
