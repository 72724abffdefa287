package io.yichuang.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal whose libraries of vision do not load, as those made for another processor. */
@Tag("browser")
@Timeout(300)
class NoVisionIT {
  @TempDir Path run;

  @Test
  void without_vision_a_lease_goes_through_the_feeder_and_neither_camera_is_offered()
      throws Exception {
    Path shadow = run.resolve("shadow");
    for (String library : List.of("linux/x86_64", "linux/ARMv8")) {
      Path folder = shadow.resolve("nu/pattern/opencv").resolve(library);
      Files.write(
          Files.createDirectories(folder).resolve("libopencv_java490.so"), new byte[] {0x7F});
    }
    try (var simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(20));
        var playwright = Visitor.playwright();
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Visitor.CHROMIUM)
                        .setArgs(Visitor.ARGUMENTS));
        var kiosk = new KioskProcess(run)) {
      kiosk.shadowedBy(shadow);
      kiosk.start();
      kiosk.awaitHealth();
      var citizen = new Visitor(simulators, "no-vision-") {};
      citizen.page =
          browser.newPage(
              new Browser.NewPageOptions().setViewportSize(1080, 1920).setHasTouch(true));
      citizen.page.navigate(kiosk.url());
      citizen.screen("standby");
      citizen.begin("FW-ZL-01");
      citizen.layCard("wang-xiaoying");
      citizen.action("way-sms").waitFor();
      assertThat(citizen.action("way-face")).hasCount(0);
      citizen.verifyBySms();
      citizen.answerTheLease();
      citizen.screen("materials");
      assertThat(citizen.action("photograph-lease")).hasCount(0);
      citizen.feedTheLeaseAndSign();
      citizen.touchUntil("submit", "done");
      await().until(() -> simulators.platform().cases().size() == 1);
      assertThat(health(kiosk)).contains("\"vision\":\"missing\"").contains("\"status\":\"UP\"");
      List<Map<String, Object>> cases = simulators.platform().cases();
      assertThat(String.valueOf(cases)).contains("FW-ZL-01");
    }
  }

  private static String health(KioskProcess kiosk) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(kiosk.url() + "/actuator/health/vision")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
