package io.yichuang.kiosk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole terminal for tests: simulators on real wires, the kiosk, and a real Chromium with touch.
 */
final class Terminal extends Visitor implements AutoCloseable {
  final List<String> complaints = new ArrayList<>();
  private final ConfigurableApplicationContext kiosk;
  private final Playwright playwright;
  private final Browser browser;
  private final String url;
  private BrowserContext context;

  Terminal(Path run) {
    super(Simulators.start(SimulatorOptions.in(run).withSpeed(5)));
    kiosk =
        KioskApplication.application()
            .run(
                "--server.port=0",
                "--kiosk.data=" + run.resolve("data"),
                "--kiosk.key-file=" + run.resolve("kiosk.key"),
                "--kiosk.texts.strict=true",
                "--kiosk.gallery=true",
                "--kiosk.terminal.night-from=0",
                "--kiosk.terminal.night-until=0",
                "--spring.config.additional-location=file:" + run.resolve("addresses.yaml"));
    url = "http://127.0.0.1:" + ((WebServerApplicationContext) kiosk).getWebServer().getPort();
    playwright = Visitor.playwright();
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  /** A fresh page at standby; everything at the bench is as after its start. */
  void open() {
    simulators.reset();
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1080, 1920).setHasTouch(true));
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
  }

  /** The developers' gallery, in which any page can be drawn in any look. */
  void openGallery() {
    open();
    page.navigate(url + "/gallery");
    screen("home");
  }

  void leave() {
    context.close();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    kiosk.close();
    simulators.close();
  }
}
