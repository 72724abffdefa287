package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.yichuang.kiosk.devices.DeviceBoard;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes back with the card, and who comes next. */
class AfterwardsIT extends BareTerminal {
  private static final Duration LONG = Duration.ofMinutes(6);

  /** Spring Festival with the weekends before and after it. */
  private static final int LONGEST_HOLIDAY_DAYS = 12;

  @BeforeEach
  void begin() {
    anew();
  }

  @AfterEach
  void end() {
    simulators.reset();
    simulators.idCardReader().take();
    clock.forward(LONG);
    page.until(
        "asked, or away", () -> page.id().equals("still-there") || page.id().equals("standby"));
    clock.forward(LONG);
    page.screen("standby");
  }

  @Test
  void a_certificate_that_is_owed_is_printed_by_the_card_once_its_owner_is_sure() {
    begin("SB-CB-01");
    identify();
    page.question("period");
    page.choose(0);
    page.tap("next");
    page.screen("confirm");
    simulators.pagePrinter().setFault("jam");
    page.until("the printer", () -> !board.canServe(DeviceBoard.PAGE_PRINTER));
    page.tap("submit");
    page.screen("no-paper");
    page.tap("home");
    page.until("home", () -> page.offers("leave-now") || page.id().equals("home"));
    if (page.offers("leave-now")) {
      page.tap("leave-now");
    }
    simulators.pagePrinter().clearFaults();
    page.until("the printer", () -> board.canServe(DeviceBoard.PAGE_PRINTER));
    simulators.idCardReader().take();

    page.screen("home");
    if (page.offers("wipe-known")) {
      page.tap("wipe-known");
      page.screen("standby");
      page.tap("start");
      page.screen("home");
    }
    page.tap("look");
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.screen("progress");
    page.says(words("progress.paper.verify"));
    String verify =
        page.ways().stream().filter(id -> id.startsWith("paper-verify-")).toList().getFirst();
    String again = verify.replace("verify", "again");
    assertThat(page.offers(again)).isFalse();
    page.tap(verify);
    verifyBySms();
    page.screen("progress");
    page.tap(again);
    page.says(words("progress.paper.out"));
    assertThat(simulators.pagePrinter().output()).isNotEmpty();
  }

  @Test
  void an_office_that_is_silent_and_a_case_that_waits_for_its_citizen_are_told_apart() {
    String code = submitTheLease();

    // The second working day: nobody has said whether the case is taken, and its promise still
    // runs.
    simulators.platform().advance(Duration.ofDays(2));
    find(code);
    page.says(words("progress.red.unheard"));
    assertThat(page.text()).doesNotContain("红灯，超了");
    assertThat(page.offers("remind")).isTrue();
    page.tap("remind");
    page.says(words("progress.reminded").replaceAll(".*催过了", "催过了"));
    page.tap("finish");
    page.screen("standby");

    simulators.platform().step(code, "correct");
    find(code);
    page.says(words("progress.state.correction"));
    assertThat(page.offers("remind")).isFalse();
  }

  @Test
  void on_the_last_day_of_its_promise_a_case_is_yellow_and_then_done() {
    String code = submitTheLease();
    simulators.platform().step(code, "accept");
    find(code);
    page.says(words("progress.green"));
    page.tap("finish");
    page.screen("standby");

    // Weekends and holidays do not count.
    for (int day = 0; day < LONGEST_HOLIDAY_DAYS && !light().equals("yellow"); day++) {
      simulators.platform().advance(Duration.ofDays(1));
    }
    find(code);
    page.says(words("progress.yellow"));
    page.tap("finish");
    page.screen("standby");

    simulators.platform().step(code, "finish");
    find(code);
    page.says(words("progress.state.finished"));
    assertThat(page.text()).doesNotContain(words("progress.yellow"));
  }

  private String light() {
    return String.valueOf(simulators.platform().cases().getFirst().get("light"));
  }

  @Test
  void sheets_left_in_the_feeder_are_nobodys_pages_until_they_were_taken_out() {
    begin("FW-ZL-01");
    identify();
    answerTheLease();
    page.tap("feed-lease");
    page.screen("feeder");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    simulators.scanner().setFault("jam");
    page.tap("scan");
    page.says(words("material.feeder.jam"));
    page.tap("home");
    page.tap("leave-now");
    page.screen("home");
    simulators.scanner().clearFaults();

    simulators.idCardReader().take();
    page.until("the scanner", () -> board.canServe(DeviceBoard.SCANNER));
    choose("FW-ZL-01");
    identify();
    answerTheLease();
    page.tap("feed-lease");
    page.screen("feeder");
    page.says(words("material.feeder.left"));
    assertThat(page.offers("scan")).isFalse();
    simulators.scanner().emptyFeeder();
    page.tap("feeder-emptied");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    page.tap("scan");
    page.screen("review");
    page.says("第1页，共2页");
  }

  /** Who goes by ear does not know where the line is to write on. */
  @Test
  void who_does_not_write_signs_with_a_key_and_the_office_sees_so() {
    begin("FW-ZL-01");
    identify();
    answerTheLease();
    page.tap("feed-lease");
    page.screen("feeder");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    page.tap("scan");
    page.screen("review");
    keepThePages();
    page.tap("checked");
    assertThat(page.offers("sign-by-key")).isFalse();
    simulators.surroundings().headset(true);
    page.tap("sign-by-key");
    page.says(words("submission.sign.by-key.done"));
    page.tap("submit");
    page.screen("done");
    page.until("the case", () -> simulators.platform().cases().size() == 1);
    String code = String.valueOf(simulators.platform().cases().getFirst().get("code"));
    assertThat(simulators.platform().caseFile(code).get("consents"))
        .asInstanceOf(LIST)
        .contains("signed-by-key");
    page.until("the receipt", () -> page.paper("out"));
    page.tap("finish");
    page.screen("standby");
  }

  /** From standby to standby; gives the supervision code. */
  private String submitTheLease() {
    begin("FW-ZL-01");
    identify();
    answerTheLease();
    page.tap("feed-lease");
    page.screen("feeder");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    page.tap("scan");
    page.screen("review");
    keepThePages();
    page.tap("checked");
    sign();
    page.tap("submit");
    page.until("the paper", () -> page.paper("out"));
    page.tap("finish");
    page.screen("standby");
    return String.valueOf(simulators.platform().cases().getFirst().get("code"));
  }

  private void sign() {
    try {
      page.sign();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void find(String code) {
    page.tap("start");
    page.screen("home");
    page.tap("look");
    page.screen("identity");
    page.tap("way-code");
    page.screen("progress-code");
    page.enter("code", code);
    page.tap("search");
    page.screen("progress");
  }
}
