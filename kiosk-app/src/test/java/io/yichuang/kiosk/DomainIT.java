package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Search, and papers of unknown fate, as a citizen meets them. */
@Tag("browser")
class DomainIT {
  private static final String PERSON = "wang-xiaoying";

  /** Of that invented person. */
  private static final String NUMBER = "50011919840612002X";

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void an_item_is_found_as_its_name_is_typed_and_help_is_offered_where_none_is() {
    terminal.start();
    terminal.tap("search");
    terminal.screen("search");
    terminal.action("item-SB-CB-01").waitFor();
    terminal.type("shebao");
    terminal.takeCandidate("社保");
    terminal.page.waitForSelector(
        "[data-action='item-FW-ZL-01']",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    terminal.action("item-SB-CB-01").waitFor();
    terminal.shot("search");
    terminal.type("qqq");
    terminal.page.locator("[data-action='candidate-0']").first().tap();
    terminal.page.waitForSelector("[data-found='nothing']");
    terminal.shot("search-nothing");
    terminal.tap("ask-help");
    terminal.action("close").waitFor();
    terminal.tap("close");
    terminal.tap("all-items");
    terminal.screen("items");
  }

  @Test
  void pinyin_without_a_word_goes_along_and_the_wheel_goes_on_from_what_is_typed() {
    terminal.begin("FW-ZL-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("role");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    terminal.type("zhangwei");
    terminal.tap("next");
    terminal.question("other-id");
    terminal.type(Visitor.withCheckDigit(Visitor.OTHER_PARTY));
    terminal.tap("next");
    terminal.question("address");
    terminal.tap("next");
    terminal.question("rent");
    terminal.type("900");
    terminal.tap("next");
    terminal.question("start");
    terminal.type("20261201");
    holds("start", "20261201");
    terminal.page.waitForFunction(
        "() => [...document.querySelectorAll('.yc-wheel-column')].at(2).innerText.includes('1')"
            + " && [...document.querySelectorAll('.yc-wheel-column')].at(1).innerText.includes('12')");
    terminal.tap("wheel-more-day");
    holds("start", "20261202");
    for (int page = 0; page < 4; page++) {
      terminal.tap("back");
    }
    terminal.question("other-name");
    holds("other-name", "张伟");
  }

  private static void holds(String field, String value) {
    terminal.page.waitForFunction(
        "([field, value]) => document.querySelector(`[data-field='${field}']`)?.value === value",
        List.of(field, value));
  }

  @Test
  void a_paper_of_unknown_fate_is_asked_of_the_citizen_and_printed_only_then() {
    terminal.begin("SB-CB-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("period");
    terminal.page.locator("[role=radio]").first().tap();
    terminal.tap("next");
    terminal.screen("confirm");
    terminal.tap("submit");
    terminal.page.waitForSelector("[data-paper='out']");
    String code = String.valueOf(terminal.onlyCase().get("code"));
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    // As if the terminal had been killed while the page went through the printer.
    var journal =
        JdbcClient.create(
            new DriverManagerDataSource("jdbc:sqlite:" + terminal.run.resolve("data/kiosk.db")));
    assertThat(
            journal
                .sql("update print_job set state = 'uncertain' where job_id = ?")
                .param(terminal.onlyCase().get("terminalNumber") + ".1")
                .update())
        .isOne();

    // By the card alone a certificate is not given away.
    lookUpByCard();
    terminal.page.waitForSelector("[data-paper='doubt']");
    terminal.shot("progress-doubt");
    assertThat(terminal.page.locator("[data-action='paper-again-" + code + "']").count()).isZero();
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(1);

    // Known twice over, its owner has it printed again.
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-sms");
    terminal.screen("identity-sms");
    terminal.type(NUMBER.toLowerCase(Locale.ROOT));
    terminal.tap("send-code");
    terminal.page.waitForSelector("[data-field='sms-code']");
    terminal.type(terminal.lastSmsCode());
    terminal.tap("check-code");
    terminal.screen("progress");
    terminal.action("paper-again-" + code).waitFor();
    terminal.shot("progress-doubt-owner");
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(1);
    terminal.tap("paper-again-" + code);
    terminal.page.waitForSelector(
        "[data-paper='doubt']",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(2);
    terminal.shot("progress-printed-again");
  }

  private static void lookUpByCard() {
    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.layCard(PERSON);
    terminal.screen("progress");
  }
}
