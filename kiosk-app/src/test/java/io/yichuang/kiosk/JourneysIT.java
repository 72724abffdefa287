package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Citizens are served by touch in a real Chromium, over real wires, from standby to the wiped
 * standby.
 */
@Tag("browser")
class JourneysIT {
  private static final String PERSON = "wang-xiaoying";
  private static final String NAME = "王小英";

  /** As the simulators draw it. */
  private static final int LEASE_PAGES = 2;

  /** A page of text; the second bears a stamp in colour. */
  private static final int MOST_BYTES_OF_A_PAGE = 100_000;

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @BeforeAll
  static void start() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void a_certificate_is_in_the_hand_of_the_citizen_minutes_after_the_card() throws Exception {
    terminal.begin("SB-CB-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("period");
    terminal.page.locator("[role=radio]").first().tap();
    terminal.tap("next");
    terminal.screen("confirm");
    assertThat(terminal.page.innerText("body")).doesNotContain(NAME);
    terminal.shot("confirm-SB-CB-01");
    terminal.tap("submit");
    terminal.page.waitForSelector("[data-paper='out']");
    terminal.shot("done-SB-CB-01");

    String code = String.valueOf(terminal.onlyCase().get("code"));
    assertThat(shownCode()).isEqualTo(code);
    List<Map<String, Object>> jobs = terminal.simulators.pagePrinter().output();
    assertThat(jobs).hasSize(1);
    byte[] pdf =
        terminal
            .simulators
            .pagePrinter()
            .pdf(String.valueOf(jobs.getFirst().get("id")))
            .orElseThrow();
    assertPdfA(pdf);

    terminal.tap("finish");
    assertWiped();
  }

  @Test
  void a_lease_is_registered_and_its_progress_found_by_the_card() throws Exception {
    terminal.begin("FW-ZL-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.answerTheLease();
    terminal.screen("materials");
    terminal.action("feed-lease").waitFor();
    terminal.shot("materials-FW-ZL-01");
    terminal.simulators.scanner().load(terminal.lease(), "lease");
    terminal.tap("feed-lease");
    terminal.screen("feeder");
    terminal.tap("scan");
    terminal.screen("review");
    // The lease names another landlord than the answers: told beside the sample, and overruled.
    terminal.page.waitForSelector("[data-check='doubts']");
    terminal.shot("review-FW-ZL-01");
    assertThat(terminal.page.locator("[data-check] .yc-st").allInnerTexts()).hasSize(1);
    terminal.keepThePages();
    terminal.shot("confirm-FW-ZL-01");
    terminal.tap("checked");
    terminal.sign();
    terminal.touchUntil("submit", "done");
    terminal.page.waitForSelector("[data-paper='out']");
    terminal.shot("done-FW-ZL-01");

    String code = String.valueOf(terminal.onlyCase().get("code"));
    assertThat(shownCode()).isEqualTo(code);
    byte[] pdf = terminal.simulators.platform().materialPdf(code, "lease");
    assertPdfA(pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(LEASE_PAGES);
      assertThat(new PDFTextStripper().getText(document)).contains("租赁合同");
    }
    assertThat(Likeness.sheets(Likeness.pages(pdf), Likeness.pages(terminal.lease())))
        .as("the sheet that each page shows")
        .containsExactly(0, 1);
    assertThat(pdf.length).isLessThan(LEASE_PAGES * MOST_BYTES_OF_A_PAGE);
    assertThat(terminal.simulators.platform().caseFile(code).get("materials"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .first()
        .extracting("remarks")
        .isEqualTo(
            List.of(
                Map.of("kind", "other-name", "wanted", "张伟", "seen", "吴建民", "overruled", true)));
    // Both parties are named; the other one confirms later.
    assertThat(terminal.simulators.platform().caseFile(code).get("parties"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder(
            Map.of("role", "applicant", "name", "王＊英", "confirmed", true),
            Map.of("role", "other", "name", "张＊", "confirmed", false));
    var receipts = terminal.simulators.receiptPrinter().output();
    assertThat(receipts).hasSize(1);
    assertThat(receipts.getFirst().text()).doesNotContain(NAME);
    assertThat(terminal.receiptCode()).isEqualTo(code);
    terminal.tap("rate-5");
    terminal.tap("finish");
    assertWiped();
    await()
        .atMost(Visitor.PATIENCE)
        .until(() -> terminal.simulators.platform().caseFile(code).get("rated").equals(5));

    terminal.simulators.idCardReader().take();
    terminal.tap("start");
    terminal.screen("home");
    terminal.tap("look");
    terminal.screen("identity");
    terminal.layCard(PERSON);
    terminal.screen("progress");
    assertThat(terminal.page.locator("[data-code='" + code + "']").count()).isOne();
    terminal.shot("progress");
    terminal.tap("remind");
    terminal.page.getByText("前给您答复").waitFor();
    terminal.tap("finish");
    assertWiped();
    // Its card still lies there, and the standby page says so.
    terminal.page.waitForSelector("[data-notice='identity.card.take']");
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);

    // Nobody worked on it: four days later the light is red, in words too.
    terminal.simulators.platform().advance(Duration.ofDays(4));
    terminal.tap("start");
    terminal.screen("home");
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-code");
    terminal.screen("progress-code");
    terminal.type(code);
    terminal.tap("search");
    terminal.screen("progress");
    terminal.page.waitForSelector(".yc-case-say.yc-stop");
    assertThat(terminal.page.innerText(".yc-case-say")).contains("红");
    terminal.shot("progress-red");
    terminal.tap("finish");
    assertWiped();
  }

  @Test
  void without_network_the_receipt_bears_the_terminals_number_and_code_and_paper_come_later() {
    terminal.begin("SB-CB-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("period");
    terminal.page.locator("[role=radio]").first().tap();
    terminal.tap("next");
    terminal.screen("confirm");
    terminal.simulators.platform().setFault("down");
    terminal.tap("submit");
    terminal.page.waitForSelector("[data-paper='out']");
    terminal.shot("done-without-network");

    String number = shownCode();
    assertThat(number).startsWith("NC-0001-");
    String receipt = terminal.simulators.receiptPrinter().output().getFirst().text();
    assertThat(receipt).contains(number).containsPattern("20[0-9]{2}年").doesNotContain(NAME);
    terminal.tap("finish");
    assertWiped();

    // The number on the receipt finds it, in this machine while it waits and on the platform later.
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-code");
    terminal.screen("progress-code");
    terminal.type(number.replace("-", "").toLowerCase(Locale.ROOT));
    terminal.touchUntilSeen("search", ".yc-hint.yc-ok");
    terminal.shot("progress-code-waiting");
    terminal.simulators.platform().clearFaults();
    // Nobody waits for the answer at the screen any more.
    terminal.clock.forward(Duration.ofSeconds(31));
    Map<String, Object> made = terminal.onlyCase();
    assertThat(made.get("terminalNumber")).isEqualTo(number);
    terminal.tap("search");
    terminal.screen("progress");
    assertThat(terminal.page.content()).doesNotContain(NAME);
    terminal.tap("finish");
    assertWiped();

    await()
        .atMost(Visitor.PATIENCE)
        .untilAsserted(() ->
            assertThat(terminal.simulators.platform().messages().getFirst().get("text"))
                .asString()
                .contains(String.valueOf(made.get("code"))));

    // The certificate is still owed. Its owner, known surely enough, has it printed now.
    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-sms");
    terminal.screen("identity-sms");
    terminal.type(terminal.simulators.person(PERSON).number().toLowerCase(Locale.ROOT));
    terminal.tap("send-code");
    terminal.page.waitForSelector("[data-field='sms-code']");
    terminal.type(terminal.lastSmsCode());
    terminal.tap("check-code");
    terminal.screen("progress");
    terminal.page.waitForSelector("[data-paper='owed']");
    terminal.shot("progress-owed");
    assertThat(terminal.simulators.pagePrinter().output()).isEmpty();
    terminal.tap("paper-again-" + made.get("code"));
    terminal.page.waitForSelector("[data-paper='owed']", Visitor.GONE);
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(1);
    terminal.tap("finish");
    assertWiped();
  }

  private static String shownCode() {
    return String.valueOf(terminal.page.getAttribute(".yc-code", "data-code"));
  }

  private static void assertWiped() {
    terminal.screen("standby");
    assertThat(terminal.page.content()).doesNotContain(NAME).doesNotContain("王＊英");
    assertThat(terminal.complaints).isEmpty();
  }

  private static void assertPdfA(byte[] pdf) throws Exception {
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      assertThat(validator.validate(parser).isCompliant()).isTrue();
    }
  }
}
