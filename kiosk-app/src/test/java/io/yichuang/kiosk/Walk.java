package io.yichuang.kiosk;

/**
 * Four journeys, one of them for practice, over all the pages a citizen meets, with a stop at each
 * of them. At a stop the page may be seen in other ways; it must be as it was afterwards.
 */
final class Walk {
  private static final String PERSON = "wang-xiaoying";

  private final Terminal terminal;
  private final Stop stop;
  private boolean practising;

  /**
   * A walk.
   *
   * @param stop called at each page
   */
  Walk(Terminal terminal, Stop stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  /** From standby to the wiped standby, four times. */
  void go() {
    lease();
    progress();
    permit();
    practice();
  }

  private void lease() {
    terminal.tap("start");
    terminal.screen("home");
    stop.at("home");
    terminal.tap("all-items");
    terminal.screen("items");
    stop.at("items");
    terminal.tap("back");
    terminal.screen("home");
    terminal.tap("search");
    terminal.screen("search");
    stop.at("search");
    terminal.tap("back");
    terminal.screen("home");
    terminal.tap("item-FW-ZL-01");
    terminal.screen("guide");
    stop.at("guide");
    terminal.tap("begin");
    terminal.screen("identity");
    stop.at("identity");
    terminal.layCard(PERSON);
    terminal.page.waitForFunction("() => !document.querySelector('[data-action=way-card]')");
    terminal.tap("way-face");
    terminal.screen("identity-face");
    stop.at("identity-face");
    terminal.tap("other-way");
    terminal.screen("identity");
    terminal.tap("way-sms");
    terminal.screen("identity-sms");
    stop.at("identity-sms");
    terminal.tap("send-code");
    terminal.page.waitForSelector("[data-field='sms-code']");
    terminal.type(terminal.lastSmsCode());
    terminal.tap("check-code");
    terminal.question("role");
    stop.at("question-choice");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    stop.at("question-text");
    otherParty();
    terminal.question("address");
    stop.at("question-known");
    terms();
    papers();
  }

  /** These pages are the same in practice. */
  private void meet(String page) {
    if (!practising) {
      stop.at(page);
    }
  }

  private void otherParty() {
    terminal.type("zhangwei");
    terminal.takeCandidate("张伟");
    terminal.tap("next");
    terminal.question("other-id");
    meet("question-id");
    terminal.type(Visitor.withCheckDigit(Visitor.OTHER_PARTY));
    terminal.tap("next");
  }

  private void terms() {
    terminal.tap("next");
    terminal.question("rent");
    terminal.type("900");
    terminal.tap("next");
    terminal.question("start");
    meet("question-date");
    terminal.type("20261201");
    terminal.tap("next");
    terminal.question("end");
    terminal.type("20271130");
    terminal.tap("next");
    terminal.question("phone");
    terminal.tap("next");
  }

  private void papers() {
    terminal.screen("materials");
    terminal.action("feed-lease").waitFor();
    stop.at("materials");
    stop.at("sheet-sample", () -> terminal.open("sample-lease"), terminal::close);
    terminal.tap("away");
    terminal.screen("away");
    stop.at("away");
    String number = terminal.simulators.person(PERSON).number();
    terminal.type(number.substring(10, 14));
    terminal.tap("returned");
    terminal.screen("materials");
    camera();
    terminal.simulators.scanner().load(terminal.lease(), "lease");
    terminal.tap("feed-lease");
    terminal.screen("feeder");
    stop.at("feeder");
    terminal.tap("scan");
    terminal.screen("review");
    stop.at("review");
    terminal.keepThePages();
    stop.at("confirm");
    terminal.tap("checked");
    terminal.page.waitForSelector("kiosk-signature");
    stop.at("sign");
    terminal.sign();
    terminal.simulators.receiptPrinter().setFault("paper-out");
    terminal.touchUntil("submit", "no-paper");
    stop.at("no-paper");
    terminal.simulators.receiptPrinter().clearFaults();
    terminal.printersAreBack();
    terminal.tap("print-again");
    terminal.tap("choose");
    terminal.screen("done");
    terminal.page.waitForSelector("[data-paper='out']");
    stop.at("done");
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
  }

  /** A sheet is photographed, looked at and dropped again. */
  private void camera() {
    terminal.tap("photograph-lease");
    terminal.screen("camera");
    stop.at("camera");
    terminal.simulators.documentCamera().show(terminal.simulators.papers().photo("lease", 1));
    terminal.page.waitForSelector(".yc-live-line polygon, .yc-screen[data-screen='review']");
    terminal.touchUntil("shoot", "review");
    terminal.tap("corners");
    terminal.screen("corners");
    terminal.page.waitForSelector("kiosk-corners[data-ready]");
    stop.at("corners");
    terminal.tap("leave-corners");
    terminal.screen("review");
    terminal.tap("drop-page");
    terminal.screen("materials");
  }

  private void progress() {
    terminal.tap("start");
    terminal.screen("home");
    terminal.tap("look");
    terminal.screen("identity");
    terminal.tap("way-code");
    terminal.screen("progress-code");
    stop.at("progress-code");
    terminal.tap("back");
    terminal.screen("identity");
    terminal.layCard(PERSON);
    terminal.screen("progress");
    stop.at("progress");
    terminal.tap("finish");
    terminal.screen("standby");
  }

  /** A photo for a certificate, taken twice; then it is brought to the counter after all. */
  private void permit() {
    byte[] portrait =
        terminal.simulators.people().portrait(terminal.simulators.person(PERSON)).orElseThrow();
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
    terminal.begin("GA-JZ-01");
    terminal.layCard(PERSON);
    terminal.verifyBySms();
    terminal.question("reason");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("address");
    terminal.tap("next");
    terminal.question("phone");
    terminal.tap("next");
    terminal.screen("materials");
    terminal.tap("photo-take-photo");
    terminal.screen("photo");
    stop.at("photo-consent");
    terminal.tap("agree-photo");
    terminal.page.waitForSelector(".yc-live");
    stop.at("photo");
    terminal.simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.BLUE, 1.9));
    terminal.touchUntil("photo-now", "photo-choice");
    stop.at("photo-choice");
    terminal.tap("photo-again");
    terminal.screen("photo");
    terminal.simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.WHITE, 1.9));
    terminal.page.waitForSelector("[data-action='photo-second'][aria-checked='true']");
    stop.at("photo-two");
    terminal.tap("photo-window");
    terminal.screen("materials");
    terminal.tap("next");
    terminal.screen("confirm");
    terminal.page.waitForSelector("kiosk-signature");
    terminal.sign();
    terminal.touchUntil("submit", "done");
    terminal.page.waitForSelector("[data-paper='out']");
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
  }

  private void practice() {
    practising = true;
    terminal.start();
    terminal.tap("rehearse");
    terminal.screen("rehearsal");
    stop.at("rehearsal");
    terminal.tap("rehearsal-begin");
    terminal.page.waitForSelector("html.rehearsal .yc-screen[data-screen='home']");
    terminal.tap("look");
    terminal.screen("rehearsal-elsewhere");
    stop.at("rehearsal-elsewhere");
    terminal.tap("rehearsal-home");
    terminal.screen("home");
    terminal.tap("item-FW-ZL-01");
    terminal.screen("guide");
    terminal.tap("begin");
    terminal.screen("rehearsal-identity");
    stop.at("rehearsal-identity");
    terminal.tap("rehearsal-card");
    terminal.page.waitForSelector("[data-field='rehearsal-code']");
    stop.at("rehearsal-code");
    String message = terminal.page.locator(".yc-hint").first().innerText();
    terminal.type(message.replaceAll("[^0-9]", ""));
    terminal.tap("rehearsal-check");
    terminal.question("role");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    otherParty();
    terminal.question("address");
    if (terminal.page.locator("[data-field='address']").isVisible()) {
      terminal.type("nanchuanqu");
      terminal.takeCandidate("南川区");
    }
    terms();
    terminal.screen("rehearsal-materials");
    stop.at("rehearsal-materials");
    var papers = terminal.page.locator("[data-action^='rehearsal-paper-']");
    for (int left = papers.count(); left > 0; left--) {
      papers.first().tap();
      terminal.page.waitForFunction(
          "n => document.querySelectorAll(\"[data-action^='rehearsal-paper-']\").length < n", left);
    }
    terminal.tap("next");
    terminal.screen("rehearsal-confirm");
    stop.at("rehearsal-confirm");
    terminal.tap("checked");
    terminal.page.waitForSelector("kiosk-signature");
    terminal.sign();
    terminal.touchUntil("rehearsal-submit", "rehearsal-done");
    stop.at("rehearsal-done");
    terminal.tap("rehearsal-end");
    terminal.screen("standby");
  }
}
