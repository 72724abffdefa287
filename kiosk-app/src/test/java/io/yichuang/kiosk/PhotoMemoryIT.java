package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.people.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a turn ends, the photo that was taken, the portrait and what was measured of the face are
 * gone from the terminal's memory too: nothing reaches an object that held them, and none of their
 * bytes lie in one that is reached. Each time they were there before.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhotoMemoryIT {
  private static final String ITEM = "GA-JZ-01";
  private static final String PERSON = "wang-xiaoying";

  /** Bytes of a compressed picture that stand nowhere else by chance. */
  private static final int PIECE = 24;

  /** Of a picture: searched in so many places, so that a part of it would be found too. */
  private static final int PLACES = 5;

  /** What stands behind a still in the answer that brings it to the browser: see LivePictures. */
  private static final int RINSE = 3 * 8192;

  private static final String LONG = "half of the ways out in every build; ./kiosk matrix has all";
  private static final String FACE_CHECK = "io.yichuang.vision.face.FaceCheck";

  /** What holds a face or what was measured of it, beside the arrays themselves. */
  private static final List<String> HOLDERS =
      List.of(
          FACE_CHECK,
          "io.yichuang.vision.face.FaceCheck$Measure",
          "io.yichuang.vision.face.Landmarks",
          "io.yichuang.vision.face.EnrolmentPhoto",
          "io.yichuang.kiosk.material.Shot",
          "io.yichuang.kiosk.material.PhotoScreen",
          "io.yichuang.kiosk.material.PhotoChoiceScreen",
          "io.yichuang.kiosk.identity.FaceScreen",
          "io.yichuang.kiosk.identity.IdentityStages$ByFace",
          "io.yichuang.kiosk.journey.Collected$Photo");

  @TempDir static Path run;
  private static Simulators simulators;
  private static KioskProcess kiosk;
  private static Playwright playwright;
  private static Someone visitor;
  private static LiveHeap heap;
  private static byte[] portrait;

  @BeforeAll
  static void start() throws IOException {
    simulators = Simulators.start(SimulatorOptions.in(run).withSpeed(20));
    Person person = simulators.person(PERSON);
    portrait = simulators.people().portrait(person).orElseThrow();
    kiosk =
        new KioskProcess(
            run,
            "--kiosk.hand-over-every=PT1S",
            "--kiosk.idle.page=PT40S",
            "--kiosk.idle.form=PT40S",
            "--kiosk.idle.warning=PT2S");
    kiosk.start();
    playwright = Visitor.playwright();
    visitor = new Someone(simulators);
    visitor.page =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Visitor.CHROMIUM)
                    .setArgs(Visitor.ARGUMENTS))
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(1080, 1920)
                    .setHasTouch(true))
            .newPage();
    visitor.page.setDefaultTimeout((double) Visitor.PATIENCE.toMillis());
    kiosk.awaitHealth();
    heap = new LiveHeap("--kiosk.data=" + kiosk.data, run);
    visitor.page.navigate(kiosk.url());
    visitor.screen("standby");
  }

  @AfterAll
  static void stop() {
    playwright.close();
    kiosk.close();
    simulators.close();
  }

  @Test
  @Order(1)
  void no_face_is_in_memory_any_more_when_the_case_is_handed_in() throws Exception {
    Map<String, byte[]> pieces = visitor.comeToThePhoto();
    visitor.tap("photo-keep");
    visitor.screen("materials");
    visitor.tap("next");
    visitor.screen("confirm");
    visitor.page.waitForSelector("kiosk-signature");
    visitor.sign();
    visitor.touchUntil("submit", "done");
    visitor.onlyCase();
    visitor.tap("finish");
    visitor.screen("standby");
    assertForgotten(pieces);
  }

  @Test
  @Order(2)
  @EnabledIfSystemProperty(named = "yichuang.memory", matches = "all", disabledReason = LONG)
  void no_face_is_in_memory_any_more_when_somebody_walks_off() throws Exception {
    Map<String, byte[]> pieces = visitor.comeToThePhoto();
    visitor.tap("home");
    visitor.tap("leave-now");
    visitor.screen("home");
    assertForgotten(pieces);
  }

  @Test
  @Order(3)
  @EnabledIfSystemProperty(named = "yichuang.memory", matches = "all", disabledReason = LONG)
  void no_face_is_in_memory_any_more_when_time_is_up() throws Exception {
    visitor.page.navigate(kiosk.url());
    Map<String, byte[]> pieces = visitor.comeToThePhoto();
    visitor.screen("still-there");
    visitor.screen("standby");
    assertForgotten(pieces);
  }

  /** A comparison that was going on, with nobody there yet. */
  @Test
  @Order(4)
  void the_template_of_the_portrait_goes_when_somebody_walks_off_before_the_camera()
      throws Exception {
    visitor.page.navigate(kiosk.url());
    visitor.comeToTheCamera();
    assertThat(heap.counts(HOLDERS)).containsEntry(FACE_CHECK, 1L);
    assertThat(heap.holds(pieces("portrait", portrait))).hasSize(PLACES);
    visitor.tap("home");
    visitor.tap("leave-now");
    visitor.screen("home");
    assertForgotten(pieces("portrait", portrait));
  }

  private static void assertForgotten(Map<String, byte[]> pieces) throws Exception {
    assertThat(heap.counts(HOLDERS)).allSatisfy((name, count) -> assertThat(count).isZero());
    assertThat(heap.holds(pieces)).isEmpty();
  }

  private static Map<String, byte[]> pieces(String name, byte[] picture) {
    var pieces = new LinkedHashMap<String, byte[]>();
    for (int place = 1; place <= PLACES; place++) {
      int from = picture.length * place / (PLACES + 1);
      pieces.put(name + " " + place, Arrays.copyOfRange(picture, from, from + PIECE));
    }
    return pieces;
  }

  private static final class Someone extends Visitor {
    Someone(Simulators simulators) {
      super(simulators, "memory-");
    }

    /** From standby or from the page that asks what to do; the camera compares, nobody is there. */
    void comeToTheCamera() {
      simulators.reset();
      simulators.idCardReader().take();
      if (!screen().equals("home")) {
        start();
      }
      choose(ITEM);
      layCard(PERSON);
      tap("way-face");
      tap("agree-face");
      hint("没看到脸");
    }

    /** The same, passed, and a photo taken; its pieces and those of the portrait are there. */
    Map<String, byte[]> comeToThePhoto() throws Exception {
      comeToTheCamera();
      simulators.faceCamera().show(portrait);
      question("reason");
      chooseFirst();
      tap("next");
      question("address");
      tap("next");
      question("phone");
      tap("next");
      screen("materials");
      tap("photo-take-photo");
      tap("agree-photo");
      // Not taken by itself: the picture that the browser is given is to be caught.
      simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.BLUE, 1.9));
      hint("背后不是白的");
      byte[] photo =
          page.waitForResponse(
                  answer ->
                      answer.url().contains("/live/")
                          && "image/jpeg".equals(answer.headers().get("content-type")),
                  () -> touchUntil("photo-now", "photo-choice"))
              .body();
      assertThat(photo).hasSizeGreaterThan(2 * RINSE);
      Map<String, byte[]> pieces = pieces("photo", Arrays.copyOf(photo, photo.length - RINSE));
      pieces.putAll(pieces("portrait", portrait));
      assertThat(heap.counts(HOLDERS))
          .containsEntry("io.yichuang.kiosk.material.Shot", 1L)
          .containsEntry("io.yichuang.kiosk.journey.Collected$Photo", 1L);
      assertThat(heap.holds(pieces)).hasSizeGreaterThanOrEqualTo(PLACES);
      return pieces;
    }

    private void hint(String words) {
      page.locator(".yc-hint", new Page.LocatorOptions().setHasText(words)).waitFor();
    }
  }
}
