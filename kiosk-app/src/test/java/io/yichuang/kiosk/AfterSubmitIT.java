package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a citizen is told once it is submitted is true, whatever went wrong. */
class AfterSubmitIT extends BareTerminal {
  private static final String ITEM = "SB-CB-01";

  @Test
  void what_the_screen_calls_submitted_is_on_the_disk_and_not_in_a_cache() {
    // FULL: the log is synced with every commit, https://sqlite.org/pragma.html#pragma_synchronous
    assertThat(jdbc.sql("pragma synchronous").query(Integer.class).single()).isEqualTo(2);
    assertThat(jdbc.sql("pragma journal_mode").query(String.class).single()).isEqualTo("wal");
  }

  @BeforeEach
  void begin() {
    anew();
  }

  @AfterEach
  void leave() {
    simulators.reset();
    if (page.offers("no-receipt")) {
      page.tap("no-receipt");
    } else if (page.offers("finish")) {
      page.tap("finish");
    }
    page.screen("standby");
  }

  @Test
  void after_the_question_whether_somebody_is_there_nothing_is_printed_again() {
    untilConfirm();
    page.tap("submit");
    page.until("the paper", () -> page.paper("out"));
    page.until("the certificate", () -> simulators.pagePrinter().output().size() == 1);
    clock.forward(Duration.ofSeconds(121)); // longer than anybody reads
    page.screen("still-there");
    page.tap("still-here");
    page.screen("done");
    page.until("the same paper", () -> page.paper("out"));
    assertThat(simulators.pagePrinter().output()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"down, waiting", "refuses, refused"})
  void without_paper_the_whole_number_stays_on_the_page_and_the_words_are_true(
      String fault, String standing) {
    untilConfirm();
    simulators.platform().setFault(fault);
    simulators.receiptPrinter().setFault("paper-out");
    page.until("no paper", () -> board.empty("receipt-printer"));
    page.tap("submit");
    page.screen("no-paper");
    assertThat(page.text())
        .contains(words("submission.no-paper.submitted." + standing))
        .containsPattern("NC-0001-[0-9]{8}-[0-9]{2}")
        .doesNotContain(words("submission.no-paper.fine"));
    assertThat(page.offers("by-sms")).isFalse();
  }

  @Test
  void what_the_platform_refused_is_not_called_received() {
    untilConfirm();
    simulators.platform().setFault("refuses");
    page.tap("submit");
    page.screen("done");
    page.says(words("submission.done.refused.title"));
    page.until("the receipt", () -> page.paper("out"));
    assertThat(page.text())
        .contains(words("submission.number.refused"))
        .doesNotContain(words("submission.next"), words("submission.number.use"));
    assertThat(simulators.receiptPrinter().output().getFirst().text())
        .contains(words("submission.receipt.refused"))
        .doesNotContain(words("submission.receipt.later"), words("submission.receipt.next"));
  }

  @Test
  void nobody_leaves_while_it_is_being_submitted_believing_that_nothing_was() {
    untilConfirm();
    simulators.platform().setFault("slow");
    page.tap("submit");
    assertThat(page.offers("home")).isFalse();
    page.screen("done");
    // Nor does anybody leave while the paper is on its way out.
    page.until("the paper", () -> page.paper("out"));
    assertThat(page.offers("home")).isTrue();
  }

  private void untilConfirm() {
    page.tap("start");
    page.screen("home");
    page.tap("item-" + ITEM);
    page.screen("guide");
    page.tap("begin");
    page.screen("identity");
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.says(words("identity.title.second"));
    simulators.idCardReader().take();
    page.tap("way-sms");
    page.tap("send-code");
    page.until("the code", () -> !simulators.platform().messages().isEmpty());
    page.enter("sms-code", code());
    page.tap("check-code");
    page.question("period");
    page.choose(0);
    page.tap("next");
    page.screen("confirm");
  }
}
