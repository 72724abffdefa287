package io.yichuang.kiosk;

import com.microsoft.playwright.Page;

/** Pages and sheets that no journey leads over when all goes well. */
final class Seldom {
  private final Terminal terminal;
  private final Stop stop;

  Seldom(Terminal terminal, Stop stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  /** From standby to standby. */
  void go() {
    sheets();
    helped();
    halfDone();
    withoutPlatform();
    broken();
  }

  private void sheets() {
    terminal.start();
    stop.at("sheet-help", () -> terminal.open("help"), terminal::close);
    terminal.tap("read-aloud"); // the second touch opens the sheet of the voice
    stop.at("sheet-voice", () -> terminal.open("read-aloud"), terminal::close);
    terminal.tap("read-aloud");
    terminal.tap("hush");
    stop.at("cover", this::goAway, this::comeBack);
    terminal.choose("SB-CB-01");
    stop.at(
        "sheet-leave",
        () -> terminal.open("home"),
        () -> {
          terminal.tap("stay");
          terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
        });
    terminal.tap("home");
    terminal.tap("leave-now");
    terminal.screen("home");
  }

  private void goAway() {
    terminal.simulators.surroundings().present(false);
    terminal.page.waitForSelector("[data-overlay='cover']");
  }

  private void comeBack() {
    terminal.simulators.surroundings().present(true);
    terminal.page.waitForSelector("[data-present='true']");
    terminal.tap("uncover");
    terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
  }

  /** Left half done, and taken up again. */
  private void halfDone() {
    terminal.leave();
    terminal.open();
    certificate();
    terminal.question("period");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.screen("confirm");
    stop.at(
        "sheet-leave-half",
        () -> terminal.open("home"),
        () -> {
          terminal.tap("stay");
          terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
        });
    terminal.tap("home");
    terminal.tap("leave-keep");
    terminal.screen("kept");
    stop.at("kept");
    terminal.tap("finish");
    terminal.screen("standby");
    terminal.simulators.idCardReader().take();
    terminal.page.waitForSelector("[data-notice]", Visitor.GONE);
    certificate();
    terminal.screen("draft");
    stop.at("draft");
    terminal.tap("draft-anew");
    terminal.question("period");
  }

  private void certificate() {
    terminal.begin("SB-CB-01");
    terminal.layCard("wang-xiaoying");
    terminal.verifyBySms();
  }

  private void helped() {
    terminal.tap("help");
    terminal.tap("helped");
    terminal.page.waitForSelector("html.helped");
    terminal.tap("item-FW-ZL-01");
    terminal.screen("guide");
    stop.at(
        "sheet-nod",
        () -> {
          terminal.tap("begin");
          terminal.page.waitForSelector("[data-overlay='nod']");
        },
        () -> {
          terminal.tap("nod-no");
          terminal.page.waitForSelector("[data-overlay]", Visitor.GONE);
        });
    terminal.tap("home");
    terminal.screen("home");
  }

  private void withoutPlatform() {
    terminal.leave();
    terminal.open();
    terminal.start();
    terminal.tap("look");
    terminal.screen("identity");
    terminal.simulators.platform().setFault("http-500");
    terminal.layCard("wang-xiaoying");
    terminal.screen("progress-not-now");
    stop.at("progress-not-now");
    terminal.simulators.platform().clearFaults();
  }

  /** A browser that asks what no browser of ours asks. */
  private void broken() {
    terminal.leave();
    terminal.open();
    Page page = terminal.page;
    terminal.start();
    terminal.tap("search");
    terminal.screen("search");
    page.evaluate("() => { document.querySelector('kiosk-keyboard').$server.regions(null) }");
    terminal.screen("broken");
    stop.at("broken");
    terminal.tap("again");
    terminal.screen("standby");
  }
}
