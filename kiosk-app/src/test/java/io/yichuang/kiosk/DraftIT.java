package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn broke off goes on where it broke off, and nobody else does. */
class DraftIT extends BareTerminal {
  private static final String LEASE = "FW-ZL-01";

  /** Longer than any page waits for a touch. */
  private static final Duration LONG = Duration.ofSeconds(361);

  @BeforeEach
  void begin() {
    anew();
  }

  @AfterEach
  void end() {
    simulators.reset();
    simulators.idCardReader().take();
    if (!page.id().equals("standby")) {
      runOut();
    }
  }

  private void runOut() {
    simulators.idCardReader().take();
    clock.forward(LONG);
    page.until(
        "asked, or away", () -> page.id().equals("still-there") || page.id().equals("standby"));
    clock.forward(LONG);
    page.screen("standby");
  }

  private void comeBack() {
    begin(LEASE);
    identify();
  }

  private void type(String question, String value) {
    page.question(question);
    page.enter(question, value);
    page.tap("next");
  }

  private void untilRent() {
    comeBack();
    page.question("role");
    page.choose(0);
    page.tap("next");
    type("other-name", "张伟");
    type("other-id", "50011919900307123X");
    page.question("address");
    page.tap("next");
    type("rent", "900");
    page.question("start");
  }

  @Test
  void who_runs_out_of_time_goes_on_twice_and_submits_once() throws Exception {
    untilRent();
    clock.forward(LONG);
    page.screen("still-there");
    page.says(words("session.still-there.kept"));
    runOut();

    comeBack();
    page.screen("draft");
    page.says("5"); // role, name, number, address, rent
    page.tap("draft-go-on");
    type("start", "20261201");
    type("end", "20271130");
    page.question("phone");
    page.tap("next");
    page.screen("materials");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    page.tap("feed-lease");
    page.tap("scan");
    page.screen("review");
    page.tap("keep-pages");
    page.screen("materials");
    page.tap("home");
    page.tap("leave-keep");
    page.screen("kept");
    assertThat(page.text()).doesNotContain("张伟");
    page.tap("finish");
    page.screen("standby");
    simulators.idCardReader().take();

    comeBack();
    page.screen("draft");
    page.says(words("draft.pages.note"));
    page.tap("draft-go-on");
    page.screen("materials");
    assertThat(page.offers("next")).isTrue();
    page.tap("next");
    page.until("answers or pages", () -> page.id().equals("confirm") || page.id().equals("review"));
    if (page.id().equals("review")) {
      page.tap("keep-pages");
      page.screen("materials");
      page.tap("next");
    }
    page.screen("confirm");
    assertThat(page.text()).contains("张＊");
    page.tap("checked");
    page.sign();
    page.tap("submit");
    page.screen("done");
    assertThat(Halves.count(jdbc)).isZero();
    assertThat(simulators.platform().cases()).hasSize(1);
    page.until("the paper", () -> page.paper("out"));
    page.tap("finish");
    page.screen("standby");
  }

  @Test
  void who_begins_anew_is_not_asked_a_second_time() {
    untilRent();
    runOut();
    comeBack();
    page.screen("draft");
    page.tap("draft-anew");
    page.question("role");
    assertThat(page.text()).doesNotContain("张伟");
    assertThat(Halves.count(jdbc)).isZero();
  }

  @Test
  void who_throws_it_away_leaves_nothing() {
    untilRent();
    page.tap("home");
    page.says(words("session.leave.half.text"));
    page.tap("leave-now");
    page.screen("home");
    assertThat(Halves.count(jdbc)).isZero();
  }

  @Test
  void who_has_typed_nothing_is_told_that_nothing_stays_and_nothing_does() {
    comeBack();
    page.question("role");
    page.tap("home");
    page.says(words("session.leave.text"));
    assertThat(page.offers("leave-keep")).isFalse();
    page.tap("stay");
    runOut();
    assertThat(Halves.count(jdbc)).isZero();
  }

  @Test
  void the_card_alone_shows_nobody_what_was_filled_in() {
    untilRent();
    runOut();
    begin(LEASE);
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.says(words("identity.title.second"));
    assertThat(page.id()).isEqualTo("identity");
    assertThat(page.text()).doesNotContain("张伟");
  }
}
