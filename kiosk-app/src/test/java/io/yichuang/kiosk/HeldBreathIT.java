package io.yichuang.kiosk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers nothing for some seconds costs the citizen nothing; one that died, all. */
@Tag("browser")
class HeldBreathIT {
  private static final String PERSON = "wang-xiaoying";

  @TempDir Path run;

  @Test
  void after_a_stall_the_page_goes_on_where_it_was_and_after_a_restart_it_begins_anew()
      throws Exception {
    try (var simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(20));
        var playwright = Visitor.playwright();
        var kiosk = new KioskProcess(run);
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Visitor.CHROMIUM)
                        .setArgs(Visitor.ARGUMENTS));
        var context =
            browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true))) {
      kiosk.start();
      kiosk.awaitHealth();
      var visitor = new Someone(simulators);
      visitor.page = context.newPage();
      visitor.page.setDefaultTimeout((double) Visitor.PATIENCE.toMillis());
      visitor.page.navigate(kiosk.url());
      visitor.begin("FW-ZL-01");
      visitor.layCard(PERSON);
      visitor.verifyBySms();
      visitor.question("role");
      visitor.chooseFirst();
      visitor.tap("next");
      visitor.question("other-name");
      visitor.type("zhangwei");
      visitor.takeCandidate("张伟");
      visitor.written();
      Locator cover = visitor.page.locator("#yc-away");

      kiosk.hold();
      cover.waitFor();
      kiosk.goOn();
      cover.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      visitor.question("other-name");
      visitor.written();
      visitor.tap("next");
      visitor.question("other-id");

      kiosk.kill();
      cover.waitFor();
      kiosk.start();
      visitor.screen("standby");
    }
  }

  private static final class Someone extends Visitor {
    Someone(Simulators simulators) {
      super(simulators);
    }

    void written() {
      page.waitForFunction(
          "() => document.querySelector(\"[data-field='other-name']\")?.value === '张伟'");
    }
  }
}
