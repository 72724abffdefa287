package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody reads a number over the shoulder of who looks at a scanned page. */
@Tag("browser")
class ReviewIT {
  @RegisterExtension static final Terminal terminal = Terminal.shared();

  private static final String BARS =
      "() => getComputedStyle(document.querySelector('.yc-bars svg')).visibility";

  @Test
  void long_numbers_on_a_page_are_covered_until_it_is_held_and_again_afterwards() {
    terminal.begin("FW-ZL-01");
    terminal.layCard("wang-xiaoying");
    terminal.verifyBySms();
    terminal.answerTheLease();
    terminal.screen("materials");
    terminal.simulators.scanner().load(terminal.lease(), "lease");
    terminal.tap("feed-lease");
    terminal.screen("feeder");
    terminal.tap("scan");
    terminal.screen("review");
    var bars = terminal.page.locator(".yc-bars polygon");
    bars.first().waitFor(); // once it was read
    terminal.shot("review-covered");
    assertThat(terminal.page.evaluate(BARS)).isEqualTo("visible");

    var box = terminal.page.locator(".yc-scanned-page").boundingBox();
    var finger = terminal.page.context().newCDPSession(terminal.page);
    Visitor.touch(finger, "touchStart", box.x + box.width / 2, box.y + box.height / 2);
    terminal.page.waitForSelector(".yc-bars[data-held='shown']");
    assertThat(terminal.page.evaluate(BARS)).isEqualTo("hidden");
    Visitor.touch(finger, "touchEnd");
    terminal.page.waitForSelector(".yc-bars:not([data-held])");
    assertThat(terminal.page.evaluate(BARS)).isEqualTo("visible");
  }
}
