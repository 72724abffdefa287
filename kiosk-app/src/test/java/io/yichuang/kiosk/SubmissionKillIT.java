package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserType;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole terminal is killed around the touch on submit, again and again: what the screen has
 * confirmed is on the platform, once. (The kernel lives on here: that the disk was synced, only a
 * power cut can show.)
 */
@Tag("browser")
@Timeout(900)
class SubmissionKillIT {
  private static final Logger log = LoggerFactory.getLogger(SubmissionKillIT.class);
  private static final String PERSON = "wang-xiaoying";
  private static final String ITEM = "SB-CB-01";

  /** Six in every build; {@code ./kiosk matrix} takes 20, {@code -Dyichuang.kills=} any number. */
  private static final int KILLS = Integer.getInteger("yichuang.kills", 6);

  /** A run for the cache of classes costs as much as it saves ten starts. */
  private static final int WORTH_TRAINING = 10;

  /** {@code -Dyichuang.seed=} repeats the moments of a run. */
  private static final long SEED = Long.getLong("yichuang.seed", System.nanoTime());

  /**
   * From before the finger is down, which takes Chromium some 50 ms, until the certificate prints.
   */
  private static final int LATEST_MS = 1_500;

  /** From the confirmation until the certificate prints. */
  private static final int AFTER_MS = 500;

  /** What the page has shown as the number of a submission, kept in the page itself. */
  private static final String WITNESS =
      """
      window.shown = [];
      new MutationObserver(() => document.querySelectorAll('.yc-code[data-code]').forEach(one => {
        const code = one.getAttribute('data-code');
        if (!window.shown.includes(code)) window.shown.push(code);
      })).observe(document, {subtree: true, childList: true, attributes: true});
      """;

  @TempDir Path run;
  @TempDir Path profile;

  @Test
  void what_the_screen_confirmed_is_on_the_platform_once_after_many_kills() throws Exception {
    log.info("seed {}, {} kills", SEED, KILLS);
    Instant began = InstantSource.system().instant();
    var random = new Random(SEED);
    var confirmed = new LinkedHashSet<String>();
    var kinds = new int[2];
    try (var simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(20));
        var playwright = Visitor.playwright();
        var killer = Executors.newSingleThreadScheduledExecutor();
        var kiosk =
            new KioskProcess(
                run,
                "--kiosk.hand-over-every=PT1S",
                "--kiosk.terminal.night-from=0",
                "--kiosk.terminal.night-until=0");
        var context =
            playwright
                .chromium()
                .launchPersistentContext(
                    profile,
                    new BrowserType.LaunchPersistentContextOptions()
                        .setExecutablePath(Visitor.CHROMIUM)
                        .setArgs(Visitor.ARGUMENTS)
                        .setViewportSize(1080, 1920)
                        .setHasTouch(true))) {
      var traces = new Traces(simulators.person(PERSON));
      context.addInitScript(WITNESS);
      var visitor = new Someone(simulators);
      visitor.page = context.newPage();
      visitor.page.setDefaultTimeout((double) Visitor.PATIENCE.toMillis());
      if (KILLS >= WORTH_TRAINING) {
        kiosk.train(() -> visitor.untilConfirm(kiosk.url()));
      }
      kiosk.start();
      for (int kill = 1; kill <= KILLS; kill++) {
        kiosk.awaitHealth();
        // Every fifth submits a lease: its pages, its signature and its case are more to break off.
        if (kill % 5 == 0) {
          visitor.untilSigned(kiosk.url());
        } else {
          visitor.untilConfirm(kiosk.url());
        }
        weather(kill, simulators);
        // Half of them count from the touch, half from what the screen confirmed: on a slow machine
        // too some die before, and some after.
        boolean after = kill % 2 == 0;
        int delay = random.nextInt(after ? AFTER_MS : LATEST_MS);
        if (after) {
          visitor.touchUntilSeen("submit", ".yc-code[data-code]");
        }
        var death =
            killer.schedule(
                () -> {
                  kiosk.kill();
                  return delay;
                },
                delay,
                TimeUnit.MILLISECONDS);
        if (!after) {
          visitor.tap("submit");
        }
        death.get();
        var shown = visitor.shown();
        shown.forEach(number -> kinds[number.contains("-") ? 1 : 0]++);
        confirmed.addAll(shown);
        simulators.platform().clearFaults();
        log.info("kill {} after {} ms: the screen showed {}", kill, delay, shown);
        kiosk.start();
        assertThat(traces.in(kiosk.data, kiosk.temporary, kiosk.log, profile))
            .as("kill %d", kill)
            .isEmpty();
      }
      kiosk.awaitHealth();
      await().atMost(Duration.ofSeconds(60)).until(() -> journal(kiosk, "pending").isEmpty());
      assertOnce(confirmed, simulators, kiosk);
      log.info(
          "{} kills: {} codes and {} own numbers confirmed, {} cases, {} s",
          KILLS,
          kinds[0],
          kinds[1],
          simulators.platform().cases().size(),
          Duration.between(began, InstantSource.system().instant()).toSeconds());
      assertThat(confirmed).as("kills after the page").hasSizeGreaterThanOrEqualTo(KILLS / 2);
      assertThat(traces.in(kiosk.data, kiosk.temporary, kiosk.log, profile)).isEmpty();
    }
  }

  /** A third of the answers get lost, a third finds no platform. */
  private static void weather(int kill, Simulators simulators) {
    switch (kill % 3) {
      case 0 -> simulators.platform().setFault("answer-lost");
      case 1 -> simulators.platform().setFault("down");
      default -> {
        // A fine day.
      }
    }
  }

  private static void assertOnce(Set<String> confirmed, Simulators simulators, KioskProcess kiosk)
      throws SQLException {
    var cases = simulators.platform().cases();
    var names = new ArrayList<String>();
    for (var one : cases) {
      names.add(String.valueOf(one.get("code")));
      names.add(String.valueOf(one.get("terminalNumber")));
    }
    assertThat(names).as("seed %d", SEED).doesNotHaveDuplicates().containsAll(confirmed);
    // One touch on submit a kill: more cases would be doubled ones under new numbers.
    assertThat(cases).as("seed %d", SEED).hasSizeLessThanOrEqualTo(KILLS);
    assertThat(journal(kiosk, "handed-over")).hasSize(cases.size());
    assertThat(journal(kiosk, "refused")).isEmpty();
  }

  private static List<String> journal(KioskProcess kiosk, String state) throws SQLException {
    var numbers = new ArrayList<String>();
    try (var journal =
            DriverManager.getConnection("jdbc:sqlite:" + kiosk.data.resolve("kiosk.db"));
        var ask =
            journal.prepareStatement("select terminal_number from submission where state = ?")) {
      ask.setString(1, state);
      try (var rows = ask.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
    }
    return numbers;
  }

  private static final class Someone extends Visitor {
    Someone(Simulators simulators) {
      super(simulators);
    }

    /** The page before tries by itself to come back, and two would get in each other's way. */
    private void open(String url) {
      page.navigate("about:blank");
      page.navigate(url);
    }

    void untilConfirm(String url) {
      open(url);
      simulators.idCardReader().take();
      screen("standby");
      begin(ITEM);
      layCard(PERSON);
      verifyBySms();
      question("period");
      page.locator("[role=radio]").first().tap();
      tap("next");
      screen("confirm");
      action("submit").waitFor();
    }

    void untilSigned(String url) {
      open(url);
      simulators.idCardReader().take();
      screen("standby");
      begin("FW-ZL-01");
      layCard(PERSON);
      verifyBySms();
      answerTheLease();
      feedTheLeaseAndSign();
    }

    List<String> shown() {
      var numbers = new ArrayList<String>();
      if (page.evaluate("() => window.shown") instanceof List<?> all) {
        all.forEach(one -> numbers.add(String.valueOf(one)));
      }
      return numbers;
    }

    @Override
    void shot(String name) {
      // Twenty pictures of the same pages help nobody.
    }
  }
}
