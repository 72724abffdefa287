package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.vaadin.flow.component.textfield.TextField;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do that no journey foresees: it leads on, or out, and never to somebody else. */
class CitizenIT extends BareTerminal {
  private static final String LEASE = "FW-ZL-01";
  private static final String CERTIFICATE = "SB-CB-01";

  private static final String IN_PERSON = "identity.window.how";

  @Autowired private Platform platform;

  /** Longer than any page waits for a touch, in large type too. */
  private static final Duration LONG = Duration.ofSeconds(361);

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

  @ParameterizedTest
  @CsvSource({
    "zhao-guoqiang, identity.card.expired",
    "qian-weiming, identity.card.unreadable-medium"
  })
  void a_card_that_does_not_do_is_said_so_and_keeps_nobody_here(String person, String key) {
    begin(LEASE);
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(person));
    page.says(words(key));
    assertThat(page.offers("way-sms")).isTrue();
    // The card goes on lying there; whoever laid it has left.
    clock.forward(LONG);
    page.screen("still-there");
    clock.forward(LONG);
    page.screen("standby");
    if (key.endsWith("expired")) {
      // One that could not be read is not seen by the reader any more.
      page.until(
          "the card is reminded of",
          () ->
              page.text().contains(words("identity.card.take"))
                  || page.text().contains(words("identity.card.forgotten")));
    }
  }

  /** Who waits for a message does not touch the page meanwhile. */
  @Test
  void a_code_that_was_sent_still_counts_after_the_question_whether_somebody_is_there() {
    page.tap("start");
    page.screen("home");
    choose("SB-CB-01");
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.says(words("identity.title.second"));
    page.tap("way-sms");
    page.tap("send-code");
    page.until("its field", () -> page.offers("check-code"));
    clock.forward(Duration.ofSeconds(181));
    page.screen("still-there");
    page.tap("still-here");
    page.screen("identity-sms");
    page.enter("sms-code", code());
    page.tap("check-code");
    page.question("period");
  }

  @Test
  void who_fetches_papers_comes_back_by_the_birthday_and_nobody_else_does() {
    begin(LEASE);
    identify();
    answerTheLease();
    page.screen("materials");
    page.tap("away");
    page.screen("away");
    assertThat(page.text()).doesNotContain("南川区东城街道");
    page.enter("birthday", "0000");
    page.tap("returned");
    page.says(words("material.away.wrong"));
    // The end of the number stands on the page before: it is no secret.
    String number = simulators.person(PERSON).number();
    page.enter("birthday", number.substring(number.length() - 4));
    page.tap("returned");
    page.says(words("material.away.wrong"));
    page.enter("birthday", number.substring(10, 14));
    page.tap("returned");
    page.screen("materials");
  }

  /** A letter on its way to the server, while the server has its own reason to draw the page. */
  @Test
  void what_is_typed_while_the_page_is_drawn_anew_is_not_lost() {
    begin(LEASE);
    identify();
    page.question("role");
    page.choose(0);
    page.tap("next");
    page.question("other-name");
    TextField touched = page.field("other-name");
    simulators.surroundings().headset(true);
    page.until(
        "speech",
        () -> page.offers("read-aloud") && page.text().contains(words("ui.sill.read-aloud.on")));
    touched.setValue("张伟");
    page.tap("large-type");
    page.tap("close");
    page.tap("next");
    page.question("other-id");
  }

  /** A consent is given by a key of its own, beside the azurite one. */
  @Test
  void while_somebody_helps_whatever_binds_waits_for_the_citizens_nod() {
    begin(LEASE);
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.says(words("identity.title.second"));
    page.tap("way-face");
    page.screen("identity-face");
    page.tap("help");
    page.tap("helped");
    for (String binds : List.of("agree-face", "helped")) {
      if (binds.equals("helped")) {
        page.tap("help"); // who helps does not get rid of the nod either
      }
      page.tap(binds);
      page.says(words("ui.nod.title"));
      page.tap("nod-no");
    }
    assertThat(page.offers("agree-face")).isTrue();
    page.tap("agree-face");
    page.tap("nod-yes");
    page.until("the camera is asked", () -> !page.offers("agree-face"));
  }

  /** What an unattended scanner does, one after the other; nothing of such a stack is kept. */
  @Test
  void a_stack_that_does_not_pass_is_told_and_passes_whole_and_what_does_not_fit_is_looked_at() {
    begin(LEASE);
    identify();
    answerTheLease();
    page.tap("feed-lease");
    page.screen("feeder");
    stops("jam", "material.feeder.jam");
    // SANE has one word for both.
    stops("double-feed", "material.feeder.jam");
    stops("cover-open", "material.feeder.cover");
    stops("garbage", "material.feeder.trouble");
    stops("truncated", "material.feeder.trouble");
    stops("endless", "material.feeder.trouble");
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    page.tap("scan");
    page.screen("review");
    page.says("第1页，共2页");
    foundLate();
  }

  /** The lease names another landlord than the answers; that is read after its pages were kept. */
  private void foundLate() {
    page.tap("keep-pages");
    page.screen("materials");
    page.says(words("material.chip.look"));
    page.tap("next");
    page.screen("review");
    page.tap("keep-pages");
    page.screen("materials");
    page.tap("next");
    page.screen("confirm");
  }

  private void stops(String fault, String key) {
    simulators.scanner().load(simulators.papers().pdf("lease"), "lease");
    simulators.scanner().setFault(fault);
    page.tap("scan");
    // The touch took the words of the fault before away.
    page.until("an answer", () -> page.offers("scan"));
    page.says(words(key));
    assertThat(page.id()).isEqualTo("feeder");
    simulators.scanner().clearFaults();
    simulators.scanner().emptyFeeder();
    page.until("the scanner", () -> board.canServe(DeviceBoard.SCANNER));
  }

  @Test
  void a_sheet_left_under_the_camera_is_nobodys_page_until_it_was_lifted() {
    begin(LEASE);
    identify();
    answerTheLease();
    page.tap("photograph-lease");
    page.screen("camera");
    page.says(words("material.camera.hint.no-page"));
    simulators.documentCamera().show(simulators.papers().photo("lease", 1));
    page.screen("review");
    page.tap("home");
    page.tap("leave-now");
    page.screen("home");

    simulators.idCardReader().take();
    choose(LEASE);
    identify();
    answerTheLease();
    page.tap("photograph-lease");
    page.screen("camera");
    page.says(words("material.camera.hint.left"));
    simulators.documentCamera().clearView();
    page.says(words("material.camera.hint.no-page"));
    simulators.documentCamera().show(simulators.papers().photo("lease", 1));
    page.screen("review");
  }

  @Test
  void after_one_matter_the_next_page_names_who_is_known_and_lets_leave() {
    begin(CERTIFICATE);
    identify();
    page.question("period");
    page.choose(0);
    page.tap("next");
    page.screen("confirm");
    page.tap("submit");
    page.until("the paper", () -> page.paper("out"));
    page.tap("another");
    page.screen("home");
    page.says("王＊英");
    page.tap("wipe-known");
    page.screen("standby");
  }

  @Test
  void a_certificate_that_did_not_come_out_is_not_offered_as_a_message() {
    begin(CERTIFICATE);
    identify();
    page.question("period");
    page.choose(0);
    page.tap("next");
    page.screen("confirm");
    simulators.pagePrinter().setFault("jam");
    page.until("the printer", () -> !board.canServe("page-printer"));
    page.tap("submit");
    page.screen("no-paper");
    page.says(words("submission.no-paper.fine.certificate"));
    assertThat(page.offers("by-sms")).isFalse();
    assertThat(page.text()).doesNotContain(words("submission.no-paper.sms.note"));
  }

  @Test
  void without_network_no_way_is_offered_that_leads_nowhere() {
    begin(LEASE);
    page.until("the reader's tile", () -> page.offers("way-card"));
    assertThat(page.offers("way-sms")).isTrue();
    simulators.platform().setFault("down");
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.says(words("identity.no-way"));
    assertThat(page.offers("way-sms")).isFalse();
    assertThat(page.offers("way-face")).isFalse();
    simulators.platform().clearFaults();
    page.tap("ask-again");
    page.until("the ways", () -> page.offers("way-sms"));
  }

  @Test
  void without_network_the_face_never_stands_alone_and_three_tries_lead_round_in_no_circle()
      throws IOException {
    Path sample =
        Path.of(System.getProperty("yichuang.samples", "../../shared/samples"), "faces/a1.jpg");
    assumeThat(sample).as("set -Dyichuang.samples to the folder of real photos").isReadable();
    byte[] stranger = Files.readAllBytes(sample);
    begin(LEASE);
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.until("the face", () -> page.offers("way-face") && page.offers("way-sms"));
    simulators.platform().setFault("down");
    // The terminal learns it by whatever it asks next.
    String number = simulators.person(PERSON).number();
    assertThatThrownBy(() -> platform.sendSmsCode(number)).isInstanceOf(PlatformException.class);
    page.until("a person instead of a message", () -> page.offers("way-window"));
    assertThat(page.offers("way-sms")).isFalse();
    assertThat(page.offers("way-face")).isTrue();
    page.tap("way-window");
    page.says(words(IN_PERSON));

    page.tap("way-face");
    page.screen("identity-face");
    simulators.faceCamera().show(stranger);
    page.tap("agree-face");
    page.says(words("identity.face.others"));
    page.tap("other-way");
    page.screen("identity");
    page.says(words("identity.no-way"));
    assertThat(page.offers("way-face")).isFalse();
    assertThat(page.offers("way-window")).isTrue();
    simulators.platform().clearFaults();
    page.tap("ask-again");
    page.until("the message", () -> page.offers("way-sms"));
    assertThat(page.offers("way-face")).isFalse();
    assertThat(page.offers("way-window")).isFalse();
  }

  @Test
  void who_is_known_types_the_number_of_another_case() {
    page.tap("start");
    page.screen("home");
    page.tap("look");
    page.screen("identity");
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    page.screen("progress");
    page.tap("other");
    page.screen("progress-code");
  }
}
