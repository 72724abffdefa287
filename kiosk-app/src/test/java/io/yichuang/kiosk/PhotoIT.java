package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A photo for a certificate: from the face camera to the case, or brought to the counter. */
@Tag("browser")
class PhotoIT {
  private static final String ITEM = "GA-JZ-01";
  private static final String PERSON = "wang-xiaoying";

  /** The size of GA/T 461, points. */
  private static final float WIDTH = 26 * 72 / 25.4f;

  private static final float HEIGHT = 32 * 72 / 25.4f;

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  @Test
  void a_photo_taken_here_comes_to_the_case_as_large_as_it_is_printed() throws IOException {
    byte[] portrait =
        terminal.simulators.people().portrait(terminal.simulators.person(PERSON)).orElseThrow();
    comeToTheBasket();
    terminal.shot("materials-photo");
    terminal.tap("photo-take-photo");
    terminal.screen("photo");
    terminal.shot("photo-consent");
    assertThat(terminal.page.locator(".yc-live").count()).isZero();
    terminal.tap("agree-photo");
    hint("没看到脸");
    assertThat(terminal.width("[data-action='photo-window']"))
        .isEqualTo(terminal.width("[data-action='photo-now']"));
    terminal.simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.WHITE, 0.9));
    hint("靠近一点");
    terminal.simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.BLUE, 1.9));
    hint("背后不是白的");
    seen("photo-background");

    // As it is, by the key: what the office asks for stands beside it.
    terminal.touchUntil("photo-now", "photo-choice");
    terminal.page.locator(".yc-list-row .yc-note").getByText("请看").waitFor();
    seen("photo-doubted");

    // Another before a white wall is taken by itself.
    terminal.tap("photo-again");
    terminal.screen("photo");
    terminal.simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.WHITE, 1.9));
    terminal.page.waitForSelector("[data-action='photo-second'][aria-checked='true']");
    seen("photo-two");
    terminal.tap("photo-first");
    terminal.page.waitForSelector("[data-action='photo-first'][aria-checked='true']");
    terminal.page.locator(".yc-list-row .yc-note").getByText("请看").waitFor();
    terminal.tap("photo-second");
    terminal.page.waitForSelector("[data-action='photo-second'][aria-checked='true']");
    terminal.tap("photo-keep");
    terminal.screen("materials");
    terminal.page.locator(".yc-material[data-material='photo']").getByText("已拍").waitFor();
    terminal.shot("materials-photo-taken");
    submit();

    String code = String.valueOf(terminal.onlyCase().get("code"));
    byte[] pdf = terminal.simulators.platform().materialPdf(code, "photo");
    Files.write(Path.of("target", "photo.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      var page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isCloseTo(WIDTH, org.assertj.core.data.Offset.offset(0.1f));
      assertThat(page.getHeight()).isCloseTo(HEIGHT, org.assertj.core.data.Offset.offset(0.1f));
    }
    assertThat(String.valueOf(terminal.simulators.platform().caseFile(code).get("materials")))
        .contains("photo");
    terminal.tap("finish");
    terminal.screen("standby");
    nothingIsKept();
    assertThat(terminal.complaints).isEmpty();
  }

  @Test
  void nobody_has_to_be_photographed_here() {
    comeToTheBasket();
    terminal.tap("photo-take-photo");
    terminal.screen("photo");
    var counter = terminal.action("photo-window").boundingBox();
    var agree = terminal.action("agree-photo").boundingBox();
    assertThat(counter.width).isEqualTo(agree.width);
    assertThat(counter.height).isEqualTo(agree.height);
    terminal.tap("photo-window");
    terminal.screen("materials");
    terminal.page.locator(".yc-material[data-material='photo']").getByText("窗口交").waitFor();
    terminal.shot("materials-photo-later");
    submit();
    assertThat(terminal.onlyCase()).isNotEmpty();
    assertThat(terminal.complaints).isEmpty();
  }

  private static void comeToTheBasket() {
    terminal.begin(ITEM);
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
    terminal.action("photo-take-photo").waitFor();
  }

  private static void submit() {
    terminal.tap("next");
    terminal.screen("confirm");
    terminal.page.waitForSelector("kiosk-signature");
    terminal.sign();
    terminal.touchUntil("submit", "done");
    terminal.page.waitForSelector("[data-paper='out']");
  }

  /** In some ways to see it, with {@code -Dyichuang.look}: for people who look. */
  private static void seen(String name) {
    terminal.shot(name);
    if (System.getProperty("yichuang.look") != null) {
      for (String way : new String[] {"elder", "english"}) {
        Way.of(way)
            .see(
                terminal,
                () -> {
                  Barriers.calm(terminal.page);
                  terminal.shot(name + "-" + way);
                });
      }
    }
  }

  private static void hint(String words) {
    terminal
        .page
        .locator(".yc-hint", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words))
        .waitFor();
  }

  private static void nothingIsKept() throws IOException {
    try (Stream<Path> files = Files.walk(terminal.run.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text.contains("\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF"))
            .as(file.toString())
            .isFalse();
      }
    }
  }
}
