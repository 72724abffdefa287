package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a turn ends, by night, nothing of the citizen is left in any file: journal and its log,
 * temporary folder, output of the process, profile of the browser. One terminal and one profile for
 * all ways, so that nothing of the first may turn up after the last.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WipedIT {
  private static final String PERSON = "wang-xiaoying";
  private static final String CERTIFICATE = "SB-CB-01";
  private static final String LEASE = "FW-ZL-01";

  @TempDir static Path run;
  private static Simulators simulators;
  private static KioskProcess kiosk;
  private static Playwright playwright;
  private static BrowserContext context;
  private static Path profile;
  private static Someone visitor;
  private static Person person;
  private static Traces traces;

  @BeforeAll
  static void start() throws IOException {
    simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(20));
    person = simulators.person(PERSON);
    traces = new Traces(person).and("number of the other party", Visitor.OTHER_PARTY);
    int hour = LocalTime.now(Clock.system(ZoneId.of("Asia/Shanghai"))).getHour();
    kiosk =
        new KioskProcess(
            run,
            "--kiosk.hand-over-every=PT1S",
            "--kiosk.hand-over-after=PT5S",
            "--kiosk.idle.form=PT20S",
            "--kiosk.idle.warning=PT2S",
            "--kiosk.terminal.night-from=" + hour,
            "--kiosk.terminal.night-until=" + (hour + 12) % 24);
    kiosk.start();
    playwright = Visitor.playwright();
    profile = Files.createDirectory(run.resolve("profile"));
    context =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Visitor.CHROMIUM)
                    .setArgs(Visitor.ARGUMENTS)
                    .setViewportSize(1080, 1920)
                    .setHasTouch(true));
    visitor = new Someone(simulators);
    visitor.page = context.newPage();
    visitor.page.setDefaultTimeout((double) Visitor.PATIENCE.toMillis());
    kiosk.awaitHealth();
    visitor.page.navigate(kiosk.url());
  }

  @AfterAll
  static void stop() {
    playwright.close();
    kiosk.close();
    simulators.close();
  }

  /** Face, scan and signature are in it, and it waits in the journal for the network. */
  @Test
  @Order(1)
  void nothing_is_readable_of_a_lease_that_waits_for_the_network_nor_when_it_is_gone()
      throws IOException {
    visitor.begin(LEASE);
    visitor.layCard(PERSON);
    visitor.tap("way-face");
    visitor.tap("agree-face");
    simulators.faceCamera().show(simulators.people().portrait(person).orElseThrow());
    visitor.answerTheLease();
    visitor.feedTheLeaseAndSign();
    simulators.platform().setFault("down");
    visitor.touchUntil("submit", "done");
    visitor.page.waitForSelector("[data-paper='out']");
    visitor.screen("done");
    visitor.tap("finish");
    visitor.screen("standby");
    assertThat(simulators.platform().cases()).isEmpty();
    assertNothingLeft();
    simulators.platform().clearFaults();
    visitor.onlyCase();
    assertNothingLeft();
  }

  @Test
  @Order(2)
  void nothing_is_left_when_somebody_walks_off_by_the_key_for_it_or_the_home_key()
      throws IOException {
    visitor.comeToIdentity(CERTIFICATE);
    visitor.tap("leave");
    visitor.tap("leave-now");
    visitor.screen("home");
    assertNothingLeft();
    visitor.comeToConfirm();
    visitor.tap("home");
    visitor.tap("leave-now");
    visitor.screen("home");
    assertNothingLeft();
  }

  @Test
  @Order(3)
  void nothing_is_left_when_time_is_up() throws IOException {
    visitor.page.navigate(kiosk.url());
    visitor.comeToConfirm();
    visitor.screen("still-there");
    visitor.screen("standby");
    assertNothingLeft();
  }

  @Test
  @Order(4)
  void nothing_is_left_of_pages_and_signature_after_a_kill() throws Exception {
    visitor.comeToIdentity(LEASE);
    visitor.verifyBySms();
    visitor.answerTheLease();
    visitor.feedTheLeaseAndSign();
    kiosk.kill();
    assertNothingLeft();
    // ONNX Runtime makes an empty folder there, whether it needs one or not.
    try (var left = Files.walk(kiosk.temporary)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    context.close();
    assertNothingLeft();
  }

  /** A search that finds nothing is worth something only if it would find. */
  @Test
  @Order(5)
  void what_is_planted_is_found() throws IOException {
    try (var again =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Visitor.CHROMIUM)
                    .setArgs(Visitor.ARGUMENTS))) {
      var page = again.newPage();
      // Any server's page will do; the kiosk is dead.
      page.navigate(simulators.platform().url());
      page.evaluate("name => localStorage.setItem('who', name)", person.name());
    }
    Files.writeString(kiosk.temporary.resolve("page"), person.number(), StandardCharsets.UTF_16LE);
    Files.writeString(kiosk.data.resolve("row"), "{\"address\":\"" + person.address() + "\"}");
    Files.writeString(kiosk.data.resolve("escaped"), "{\"name\":\"\\u738b\\u5c0f\\u82f1\"}");
    Files.write(kiosk.data.resolve("scan"), simulators.papers().pdf("lease"));
    byte[] jpeg = HexFormat.of().parseHex("00ffd8ffdb0043");
    Files.write(profile.resolve("page"), jpeg);
    assertThat(Traces.documents(kiosk.data)).hasSize(1);
    assertThat(Traces.documents(profile)).hasSize(1);
    Files.writeString(run.resolve("out.log"), "called " + person.phone());
    assertThat(traces.in(profile)).as("in the browser's profile").isNotEmpty();
    assertThat(traces.in(kiosk.temporary)).hasSizeGreaterThanOrEqualTo(1);
    assertThat(traces.in(kiosk.data)).hasSize(2);
    assertThat(traces.in(run.resolve("out.log"))).hasSize(1);
  }

  private static void assertNothingLeft() throws IOException {
    assertThat(traces.in(kiosk.data, kiosk.temporary, kiosk.log, profile)).isEmpty();
    assertThat(Traces.documents(kiosk.data, kiosk.temporary, profile)).isEmpty();
    assertThat(kiosk.log).isNotEmptyFile();
    assertThat(profile).isNotEmptyDirectory();
  }

  private static final class Someone extends Visitor {
    Someone(Simulators simulators) {
      super(simulators, "night-");
    }

    void comeToIdentity(String item) {
      simulators.idCardReader().take();
      if (!screen().equals("home")) {
        start();
      }
      choose(item);
      layCard(PERSON);
    }

    /** By the card and a message to the page that shows the name and the number in full. */
    void comeToConfirm() {
      comeToIdentity(CERTIFICATE);
      verifyBySms();
      question("period");
      page.locator("[role=radio]").first().tap();
      tap("next");
      screen("confirm");
      // As a finger that rests there: both now reach the browser in full.
      page.locator(".yc-masked").all().forEach(row -> row.dispatchEvent("yc-hold"));
      page.getByText(person.name()).first().waitFor();
      page.getByText(person.number()).first().waitFor();
    }
  }
}
