package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 教我一遍: the whole journey with a made-up card, of which nothing leaves the page. */
@Tag("browser")
class RehearsalIT {
  private static final String LEASE = "FW-ZL-01";

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void a_lease_is_practised_from_end_to_end_and_nothing_leaves_the_page() throws Exception {
    begin();
    terminal.tap("item-" + LEASE);
    practised("guide");
    terminal.tap("begin");
    practised("rehearsal-identity");
    terminal.tap("rehearsal-card");
    terminal.page.waitForSelector("[data-field='rehearsal-code']");
    String message = terminal.page.locator(".yc-hint").first().innerText();
    terminal.type("000000");
    terminal.tap("rehearsal-check");
    terminal.page.waitForSelector(".yc-hint.yc-stop");
    for (int i = 0; i < 6; i++) {
      terminal.tap("key-backspace");
    }
    terminal.type(message.replaceAll("[^0-9]", ""));
    terminal.tap("rehearsal-check");
    practised("question");
    answer();
    practised("rehearsal-materials");
    var papers = terminal.page.locator("[data-action^='rehearsal-paper-']");
    while (papers.count() > 0) {
      int before = papers.count();
      papers.first().tap();
      terminal.page.waitForFunction(
          "before => document.querySelectorAll(\"[data-action^='rehearsal-paper-']\").length < before",
          before);
    }
    terminal.tap("next");
    practised("rehearsal-confirm");
    maskedWhileHelped();
    terminal.tap("checked");
    terminal.page.waitForSelector("kiosk-signature");
    terminal.sign();
    terminal.touchUntil("rehearsal-submit", "rehearsal-done");
    practised("rehearsal-done");
    terminal.tap("rehearsal-end");
    terminal.screen("standby");

    assertThat(terminal.page.getAttribute("html", "class")).doesNotContain("rehearsal");
    nothingLeft();
    assertThat(files("500119199001010000")).isEmpty();
  }

  @Test
  void what_asks_the_platform_is_shut_and_home_ends_the_practice() {
    begin();
    terminal.tap("look");
    practised("rehearsal-elsewhere");
    terminal.tap("rehearsal-home");
    practised("home");
    terminal.tap("home");
    terminal.tap("leave-now");
    terminal.page.waitForFunction(
        "() => !document.documentElement.classList.contains('rehearsal')");
    terminal.screen("home");
    nothingLeft();
  }

  private static void begin() {
    terminal.start();
    terminal.tap("rehearse");
    terminal.screen("rehearsal");
    terminal.tap("rehearsal-begin");
    practised("home");
  }

  /** A held value shows itself to its owner, and to nobody who helps. */
  private static void maskedWhileHelped() {
    String hold =
        "() => document.querySelector('.yc-masked').dispatchEvent(new CustomEvent('yc-hold'))";
    String conceal =
        "() => document.querySelector('.yc-masked').dispatchEvent(new CustomEvent('yc-conceal'))";
    terminal.tap("help");
    terminal.tap("helped");
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('helped')");
    terminal.page.evaluate(hold);
    terminal.tap("checked");
    terminal.tap("nod-no");
    terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
    assertThat(terminal.page.locator(".yc-masked").first().innerText()).isEqualTo("练＊人");
    terminal.tap("help");
    terminal.tap("helped");
    terminal.tap("nod-yes");
    terminal.page.waitForFunction("() => !document.documentElement.classList.contains('helped')");
    terminal.page.evaluate(hold);
    terminal.page.waitForFunction(
        "() => document.querySelector('.yc-masked').textContent === '练习人'");
    terminal.page.evaluate(conceal);
    terminal.page.waitForFunction(
        "() => document.querySelector('.yc-masked').textContent === '练＊人'");
  }

  /** Each page says what it is. */
  private static void practised(String screen) {
    terminal.screen(screen);
    terminal.page.waitForFunction("() => document.documentElement.classList.contains('rehearsal')");
    assertThat(terminal.page.locator(".yc-lintel").innerText()).contains("练习", "不会提交");
  }

  /** The rest of the questions; some are filled in from the made-up card. */
  private static void answer() {
    terminal.question("role");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    terminal.type("zhangwei");
    terminal.takeCandidate("张伟");
    terminal.tap("next");
    terminal.question("other-id");
    terminal.type(Visitor.withCheckDigit("50011919900307123"));
    terminal.tap("next");
    terminal.question("address");
    if (terminal.page.locator("[data-field='address']").isVisible()) {
      terminal.type("nanchuanqu");
      terminal.takeCandidate("南川区");
    }
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
  }

  /** Files of the terminal in which the made-up number stands. */
  private static List<Path> files(String number) throws IOException {
    try (var files = Files.walk(terminal.run)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, number)).toList();
    }
  }

  private static boolean holds(Path file, String number) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(number);
    } catch (IOException e) {
      return false; // gone meanwhile: nothing is left of it
    }
  }

  private static void nothingLeft() {
    assertThat(terminal.simulators.platform().cases()).isEmpty();
    assertThat(terminal.simulators.platform().messages()).isEmpty();
    assertThat(terminal.simulators.pagePrinter().output()).isEmpty();
    assertThat(terminal.simulators.receiptPrinter().output()).isEmpty();
  }
}
