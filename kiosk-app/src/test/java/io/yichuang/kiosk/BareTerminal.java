package io.yichuang.kiosk;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.yichuang.device.MediaState;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.ui.KioskFrame;
import io.yichuang.kiosk.ui.Texts;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole terminal over its real wires, but without a browser: quick, and exact about what is
 * offered when. One for all test classes of a process; its devices have one owner.
 */
@SpringBootTest(classes = KioskApplication.class)
@ContextConfiguration(initializers = DataFolder.class)
@Import(BareTerminal.Time.class)
abstract class BareTerminal extends SpringBrowserlessTest {
  static final String PERSON = "wang-xiaoying";

  private static final Path RUN = makeRun();
  static final MovableClock clock = Terminal.monday();
  static final Simulators simulators =
      Simulators.start(SimulatorOptions.in(RUN).withSpeed(5).withClock(clock));

  static {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("simulators-end").unstarted(simulators::close));
  }

  @Autowired DeviceBoard board;
  @Autowired private Texts texts;
  @Autowired JdbcClient jdbc;
  final BareScreen page = new BareScreen(BareTerminal::catchUp);

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    Clock movable() {
      return clock;
    }
  }

  /** What other threads had to tell the page; the test holds its lock all the time. */
  private static void catchUp() {
    VaadinSession session = UI.getCurrent().getSession();
    session.getService().runPendingAccessTasks(session);
    roundTrip();
  }

  private static Path makeRun() {
    try {
      return Files.createTempDirectory("bare");
    } catch (IOException e) {
      throw new IllegalStateException("no temporary folder", e);
    }
  }

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    simulators
        .addresses()
        .forEach(
            (id, address) -> properties.add("kiosk.devices." + id + ".address", () -> address));
    properties.add("kiosk.platform.url", () -> simulators.platform().url());
    properties.add("kiosk.surroundings", () -> simulators.surroundings().file().toString());
    properties.add("kiosk.data", () -> RUN.resolve("data").toString());
    properties.add("kiosk.key-file", () -> RUN.resolve("kiosk.key").toString());
    properties.add("kiosk.texts.strict", () -> true);
    properties.add("kiosk.terminal.night-from", () -> 0);
    properties.add("kiosk.terminal.night-until", () -> 0);
  }

  /**
   * The bench is as after its start, nobody is there, and the reader has seen that it is empty: a
   * card laid before that counts as the one that was left behind, and is never read.
   */
  final void anew() {
    simulators.reset();
    simulators.idCardReader().take();
    page.until(
        "an empty reader",
        () -> board.statuses().get(DeviceBoard.ID_CARD_READER).media() == MediaState.NOT_PRESENT);
    page.screen("standby");
    Halves.forget(jdbc);
  }

  final String words(String key) {
    return texts.getTranslation(key, KioskFrame.CHINESE).replaceAll("\\{.*", "");
  }

  /** The code of the last message that has one. */
  final String code() {
    return Sms.code(simulators);
  }

  /** From standby to the first page of an item's journey. */
  final void begin(String item) {
    page.tap("start");
    page.screen("home");
    choose(item);
  }

  /** From the page that asks what to do to the first page of an item's journey. */
  final void choose(String item) {
    page.tap("item-" + item);
    page.screen("guide");
    page.tap("begin");
    page.screen("identity");
  }

  /** By the card and a code. */
  final void identify() {
    page.until("the reader's tile", () -> page.offers("way-card"));
    simulators.idCardReader().lay(simulators.person(PERSON));
    verifyBySms();
  }

  final void verifyBySms() {
    page.says(words("identity.title.second"));
    page.tap("way-sms");
    page.tap("send-code");
    page.enter("sms-code", code());
    page.tap("check-code");
  }

  /** From the first question to the basket. */
  final void answerTheLease() {
    page.question("role");
    page.choose(0);
    page.tap("next");
    typed("other-name", "张伟");
    typed("other-id", "50011919900307123X");
    page.question("address");
    page.tap("next");
    typed("rent", "900");
    typed("start", "20261201");
    typed("end", "20271130");
    page.question("phone");
    page.tap("next");
  }

  /** From the review to the answers; see {@link Visitor#keepThePages}. */
  final void keepThePages() {
    page.tap("keep-pages");
    page.screen("materials");
    page.tap("next");
    page.until("answers or pages", () -> List.of("confirm", "review").contains(page.id()));
    if (page.id().equals("review")) {
      page.tap("keep-pages");
      page.screen("materials");
      page.tap("next");
    }
    page.screen("confirm");
  }

  private void typed(String question, String value) {
    page.question(question);
    page.enter(question, value);
    page.tap("next");
  }
}
