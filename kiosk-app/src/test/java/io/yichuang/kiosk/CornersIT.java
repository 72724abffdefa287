package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The corners of a photographed sheet, dragged by a finger. */
@Tag("browser")
class CornersIT {
  /** A finger moves in steps; one step alone would be a jump. */
  private static final int MOVES = 12;

  /** Of the page, px: what a person who sits reaches lies below. */
  private static final int REACH_TOP = 920;

  @RegisterExtension static final Terminal terminal = Terminal.shared();

  private static Page page() {
    return terminal.page;
  }

  /** Too near and in the dark: who moves the sheet only would have to come back for the light. */
  @Test
  void all_that_is_wrong_with_a_photo_is_told_and_fits_large_type() throws IOException {
    BufferedImage whole =
        ImageIO.read(new ByteArrayInputStream(terminal.simulators.papers().photo("lease", 1)));
    int width = whole.getWidth();
    int height = whole.getHeight();
    var near = new BufferedImage(width / 2, height / 2, BufferedImage.TYPE_3BYTE_BGR);
    var pen = near.createGraphics();
    pen.drawImage(whole, -width / 4, -height / 4, null);
    pen.dispose();
    var dark = new BufferedImage(width / 2, height / 2, BufferedImage.TYPE_3BYTE_BGR);
    new RescaleOp(0.2f, 0, null).filter(near, dark);
    var photo = new ByteArrayOutputStream();
    ImageIO.write(dark, "jpg", photo);
    terminal.begin("FW-ZL-01");
    terminal.layCard("wang-xiaoying");
    terminal.verifyBySms();
    terminal.answerTheLease();
    terminal.screen("materials");
    terminal.touchUntil("photograph-lease", "camera");
    terminal.simulators.documentCamera().show(photo.toByteArray());
    page().waitForSelector(".yc-live-line polygon");
    terminal.touchUntil("shoot", "review");
    assertThat(page().locator(".yc-hint").first().textContent()).contains("这一页缺了边", "这一页太暗");
    terminal.tap("large-type");
    page().waitForSelector("html.elder");
    terminal.tap("close");
    hint("这一页太暗");
    terminal.shot("review-findings-elder");
    // The keys of the page lie below its picture and are scrolled to, as with one finding.
    assertThat(
            page()
                .evaluate(
                    "() => { const at = css => document.querySelector(css).getBoundingClientRect();"
                        + " return at('.yc-hint').bottom <= at('.yc-scanned-page').top"
                        + " && at('.yc-scanned-page').top <= innerHeight / 2"
                        + " && at('[data-action=\"keep-pages\"]').bottom <= innerHeight; }"))
        .as("hint above the sheet, which begins in the upper half; its key in view")
        .isEqualTo(true);
    terminal.action("retake-page").scrollIntoViewIfNeeded();
    assertThat(terminal.action("retake-page").isVisible()).isTrue();
    terminal.tap("large-type");
    page().waitForSelector("html:not(.elder)");
    terminal.tap("close");
    assertThat(terminal.complaints).isEmpty();
  }

  @Test
  void a_corner_dragged_by_a_finger_cuts_the_page_anew() throws IOException {
    byte[] photo = terminal.simulators.papers().photo("lease", 1);
    terminal.begin("FW-ZL-01");
    terminal.layCard("wang-xiaoying");
    terminal.verifyBySms();
    terminal.answerTheLease();
    terminal.screen("materials");
    terminal.touchUntil("photograph-lease", "camera");
    terminal.simulators.documentCamera().show(photo);
    // By hand: a sheet that may have been left by somebody is not taken by itself.
    page().waitForSelector(".yc-live-line polygon, .yc-screen[data-screen='review']");
    terminal.touchUntil("shoot", "review");
    BufferedImage before = shown();
    terminal.shot("corners-review");
    terminal.tap("corners");
    corners();
    terminal.shot("corners-found");
    List<double[]> found = at();
    double reach = side(found);

    // Mixed up: said in words, and nothing is cut.
    drag(0, reach * 1.2, 0, false);
    hint("四个角乱了");
    terminal.tap("keep-corners");
    hint("四个角乱了");
    assertThat(terminal.screen()).isEqualTo("corners");
    terminal.shot("corners-crossed");
    terminal.tap("reset-corners");
    hint("按住圆圈");
    assertThat(at()).usingRecursiveComparison().isEqualTo(found);

    // By keys: what has the focus moves.
    handle(1).focus();
    page().keyboard().press("ArrowLeft");
    await().atMost(Terminal.PATIENCE).until(() -> at().get(1)[0] < found.get(1)[0]);
    assertThat(terminal.screen()).isEqualTo("corners");
    terminal.shot("corners-key");
    terminal.tap("reset-corners");
    await().atMost(Terminal.PATIENCE).until(() -> at().get(1)[0] == found.get(1)[0]);

    // The lower two up: the page is the upper part of the sheet.
    drag(3, 0, -reach * 0.5, false);
    drag(2, 0, -reach * 0.5, true);
    hint("按住圆圈");
    List<double[]> wanted = at();
    assertThat(wanted.get(3)[1]).isLessThan(found.get(3)[1]);
    terminal.tap("large-type");
    page().waitForSelector("html.elder");
    terminal.tap("close");
    corners();
    assertThat(at()).as("drawn anew, larger").usingRecursiveComparison().isEqualTo(wanted);
    terminal.shot("corners-elder");
    terminal.tap("large-type");
    page().waitForSelector("html:not(.elder)");
    // Who sits reaches every ring; keys on the left hand's side leave the photo as it is.
    terminal.tap("place-low");
    page().waitForSelector("html.low-reach");
    terminal.tap("hand-left");
    page().waitForSelector("html.mirrored");
    terminal.tap("colour-yellow");
    page().waitForSelector("html.high-contrast");
    terminal.tap("close");
    corners();
    for (int corner = 0; corner < 4; corner++) {
      assertThat(handle(corner).boundingBox().y).isGreaterThanOrEqualTo(REACH_TOP);
    }
    assertThat(handle(1).boundingBox().x).isGreaterThan(handle(0).boundingBox().x);
    terminal.shot("corners-looks");
    terminal.tap("keep-corners");
    terminal.screen("review");
    BufferedImage after = shown();
    terminal.shot("corners-cut");
    assertThat(after.getHeight() / (double) after.getWidth())
        .isLessThan(0.8 * before.getHeight() / before.getWidth());
    assertThat(
            Likeness.sheets(
                List.of(before, after),
                List.of(Likeness.within(photo, found), Likeness.within(photo, wanted))))
        .as("which of both cuts each page shows")
        .containsExactly(0, 1);

    // The photo is still there, with the corners that were kept.
    terminal.tap("corners");
    corners();
    assertThat(at()).usingRecursiveComparison().isEqualTo(wanted);
    terminal.tap("reset-corners");
    await().atMost(Terminal.PATIENCE).until(() -> at().get(3)[1] == found.get(3)[1]);
    terminal.tap("leave-corners");
    terminal.screen("review");
    assertThat(terminal.complaints).isEmpty();
  }

  private static void corners() {
    terminal.screen("corners");
    page().waitForSelector("kiosk-corners[data-ready]");
  }

  private static void hint(String words) {
    page().locator(".yc-hint", new Page.LocatorOptions().setHasText(words)).waitFor();
  }

  private static Locator handle(int corner) {
    return page().locator("kiosk-corners input[data-corner='" + corner + "']");
  }

  /** Pixels of the photo, from the upper left corner clockwise; to a tenth, as they are told. */
  private static List<double[]> at() {
    var told =
        (List<?>)
            page()
                .evaluate(
                    "() => document.querySelector('kiosk-corners').at.flat()"
                        + ".map(v => Math.round(v * 10) / 10)");
    double[] flat = told.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
    return List.of(
        new double[] {flat[0], flat[1]},
        new double[] {flat[2], flat[3]},
        new double[] {flat[4], flat[5]},
        new double[] {flat[6], flat[7]});
  }

  /** Between the upper two rings, pixels of the glass. */
  private static double side(List<double[]> found) {
    assertThat(found.get(1)[0]).isGreaterThan(found.get(0)[0]);
    return handle(1).boundingBox().x - handle(0).boundingBox().x;
  }

  /** Puts a finger on a ring, 10 px beside its middle, and moves it so far. */
  private static void drag(int corner, double right, double down, boolean look) {
    var box = handle(corner).boundingBox();
    assertThat(Math.min(box.width, box.height)).as("a target of 20 mm").isGreaterThanOrEqualTo(80);
    double x = box.x + box.width / 2 + 10;
    double y = box.y + box.height / 2 + 10;
    CDPSession finger = page().context().newCDPSession(page());
    Visitor.touch(finger, "touchStart", x, y);
    for (int i = 1; i <= MOVES; i++) {
      Visitor.touch(finger, "touchMove", x + right * i / MOVES, y + down * i / MOVES);
    }
    if (look) {
      page().waitForSelector("kiosk-corners canvas:not([hidden])");
      terminal.shot("corners-loupe");
    }
    Visitor.touch(finger, "touchEnd");
    finger.detach();
    page().waitForFunction("() => document.querySelector('kiosk-corners canvas').hidden");
  }

  /** The page as it is shown on the review page. */
  private static BufferedImage shown() throws IOException {
    page()
        .waitForFunction(
            "() => document.querySelector('.yc-scanned-page img')?.complete"
                + " && document.querySelector('.yc-scanned-page img').naturalWidth > 0");
    String url =
        (String)
            page()
                .evaluate(
                    """
                    () => {
                      const img = document.querySelector('.yc-scanned-page img');
                      const canvas = document.createElement('canvas');
                      canvas.width = img.naturalWidth;
                      canvas.height = img.naturalHeight;
                      canvas.getContext('2d').drawImage(img, 0, 0);
                      return canvas.toDataURL('image/png');
                    }
                    """);
    byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
