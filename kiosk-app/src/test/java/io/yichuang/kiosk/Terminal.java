package io.yichuang.kiosk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A whole terminal: simulators on real wires, the kiosk, and a real Chromium with touch. All test
 * classes of a process use the same one, because its start takes longer than many a test. Each test
 * finds a fresh page at standby.
 */
final class Terminal extends Visitor implements BeforeEachCallback, AfterEachCallback {
  private static @Nullable Terminal shared;

  /** Ten o'clock in Shanghai. */
  private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

  /** Of terminal and platform; what a test puts forward stays so. */
  final MovableClock clock;

  final List<String> complaints = new ArrayList<>();
  private final ConfigurableApplicationContext kiosk;
  private final String url;

  /**
   * One for all pages, as on the terminal: what the page is made of is fetched and compiled once.
   */
  private final BrowserContext context;

  /**
   * Where simulators and kiosk keep their files; gone after the last test. Journal and cases of
   * earlier classes may lie there.
   */
  final Path run;

  private static Path folder() {
    try {
      return Files.createTempDirectory("terminal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The terminal of this process, which ends with it. */
  static synchronized Terminal shared() {
    Terminal there = shared;
    if (there == null) {
      there = new Terminal(folder(), monday());
      shared = there;
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(there::shutDown));
    }
    return there;
  }

  /** Time runs, but each day is that Monday: the calendar of working days ends, tests do not. */
  static MovableClock monday() {
    Clock real = Clock.system(ZoneId.of("Asia/Shanghai"));
    return new MovableClock(Clock.offset(real, Duration.between(real.instant(), MORNING)));
  }

  private Terminal(Path run, MovableClock clock) {
    super(Simulators.start(SimulatorOptions.in(run).withSpeed(5).withClock(clock)));
    this.run = run;
    this.clock = clock;
    var application = KioskApplication.application();
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean("monday", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    kiosk =
        application.run(
            "--server.port=0",
            "--kiosk.data=" + run.resolve("data"),
            "--kiosk.key-file=" + run.resolve("kiosk.key"),
            "--kiosk.texts.strict=true",
            "--kiosk.hand-over-every=PT1S",
            "--kiosk.gallery=true",
            "--spring.config.additional-location=file:" + run.resolve("addresses.yaml"));
    url = "http://127.0.0.1:" + ((WebServerApplicationContext) kiosk).getWebServer().getPort();
    context =
        Visitor.playwright()
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS))
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    open();
  }

  /** A fresh page at standby; everything at the bench is as after its start. */
  void open() {
    simulators.reset();
    complaints.clear();
    page = context.newPage();
    page.setDefaultTimeout((double) PATIENCE.toMillis());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(url);
    screen("standby");
    Halves.forget(kiosk.getBean(JdbcClient.class));
  }

  /** The developers' gallery, in which any page can be drawn in any look. */
  void openGallery() {
    page.navigate(url + "/gallery");
    screen("home");
  }

  /** A sheet over the page, which has come. */
  void open(String action) {
    tap(action);
    page.waitForSelector("[data-overlay]");
  }

  /** A sheet over the page. */
  void close() {
    tap("close");
    page.waitForSelector("[data-overlay]", GONE);
  }

  /** On the glass, pixels. */
  double width(String css) {
    return page.locator(css).boundingBox().width;
  }

  /**
   * In the gallery.
   *
   * @param look names of looks, a comma between
   * @param language zh or en
   */
  void draw(String sample, String look, String language) {
    page.evaluate(
        "([page, look, lang]) => document.getElementById('gallery').$server.draw(page, look, lang)",
        List.of(sample, look, language));
    page.waitForSelector("[data-drawn='" + sample + " " + look + " " + language + "'] .yc-screen");
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      shot("failed-" + test.getRequiredTestMethod().getName());
    }
    leave();
  }

  void leave() {
    page.close();
  }

  /** The browser, a process of its own, ends with its driver. */
  private void shutDown() {
    kiosk.close();
    simulators.close();
    try {
      FileSystemUtils.deleteRecursively(run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
