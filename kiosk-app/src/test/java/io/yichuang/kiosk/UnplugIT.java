package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each device is unplugged where it is in use, in a real Chromium; {@link UnplugMatrixIT} has every
 * phase.
 */
@Tag("browser")
class UnplugIT {
  private static final String PERSON = "wang-xiaoying";

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void a_lease_is_registered_though_five_devices_went_and_came_back() throws IOException {
    terminal.begin("FW-ZL-01");
    unplug("id-card-reader");
    says("identity", "identity.card.broken");
    terminal.action("way-sms").waitFor();
    gone(terminal.action("way-card"));
    plug("id-card-reader");
    terminal.action("way-card").waitFor();

    terminal.layCard(PERSON);
    terminal.tap("way-face");
    terminal.tap("agree-face");
    says("identity", "identity.face.live");
    unplug("face-camera");
    says("identity", "identity.face.camera");
    plug("face-camera");
    terminal.tap("other-way");
    terminal.verifyBySms();
    terminal.answerTheLease();

    terminal.screen("materials");
    unplug("document-camera");
    gone(terminal.action("photograph-lease"));
    terminal.action("feed-lease").waitFor();
    plug("document-camera");
    terminal.action("photograph-lease").waitFor();

    terminal.simulators.scanner().load(terminal.lease(), "lease");
    terminal.tap("feed-lease");
    terminal.screen("feeder");
    unplug("scanner");
    terminal.tap("scan");
    says("material", "material.feeder.trouble");
    plug("scanner");
    terminal.tap("scan");
    terminal.screen("review");
    terminal.keepThePages();
    terminal.tap("checked");
    terminal.sign();

    unplug("receipt-printer");
    terminal.touchUntil("submit", "no-paper");
    says("submission", "submission.paper.trouble");
    plug("receipt-printer");
    terminal.printersAreBack();
    terminal.tap("print-again");
    terminal.tap("choose");
    terminal.page.waitForSelector("[data-paper='out']");
    assertThat(terminal.simulators.receiptPrinter().output()).hasSize(1);
    terminal.onlyCase();
    terminal.tap("finish");
    terminal.screen("standby");
  }

  @Test
  void a_certificate_is_printed_though_the_page_printer_went_and_came_back() throws IOException {
    terminal.begin("SB-CB-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("period");
    terminal.page.locator("[role=radio]").first().tap();
    terminal.tap("next");
    terminal.screen("confirm");
    unplug("page-printer");
    terminal.tap("submit");
    terminal.screen("no-paper");
    says("submission", "submission.paper.trouble");
    plug("page-printer");
    terminal.printersAreBack();
    terminal.tap("print-again");
    terminal.tap("choose");
    terminal.page.waitForSelector("[data-paper='out']");
    assertThat(terminal.simulators.pagePrinter().output()).hasSize(1);
    terminal.onlyCase();
  }

  private static void unplug(String device) {
    terminal.simulators.device(device).unplug();
  }

  private static void plug(String device) {
    terminal.simulators.device(device).plug();
  }

  private static void gone(Locator key) {
    key.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** The words of a feature's bundle stand on the page. */
  private static void says(String feature, String key) throws IOException {
    var texts = new Properties();
    try (InputStream bundle =
            KioskApplication.class.getResourceAsStream(feature + "/texts.properties");
        var reader = new InputStreamReader(bundle, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    String words = texts.getProperty(key);
    assertThat(words).isNotBlank();
    terminal.page.getByText(words).first().waitFor();
  }
}
