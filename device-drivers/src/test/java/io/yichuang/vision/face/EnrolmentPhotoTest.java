package io.yichuang.vision.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The head of the simulators' portrait (public domain) before walls of all kinds. */
class EnrolmentPhotoTest {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 1200;
  private static final Scalar WHITE = new Scalar(243, 244, 244);
  private static FaceEngine engine;
  private static byte[] portrait;

  @BeforeAll
  static void load() {
    engine = FaceEngine.load();
    try (var in =
        EnrolmentPhotoTest.class.getResourceAsStream(
            "/io/yichuang/simulator/people/astronaut.png")) {
      portrait = java.util.Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(PhotoRule.class)
  void a_good_picture_is_cut_to_the_size_of_the_certificate(PhotoRule rule) throws Exception {
    try (var mats = new Mats()) {
      var photo = EnrolmentPhoto.of(engine, before(WHITE, mats), rule);
      assertThat(photo.doubts()).isEmpty();
      var cut = Picture.decode(photo.jpeg(), mats);
      assertThat(cut.cols()).isEqualTo(rule.width());
      assertThat(cut.rows()).isEqualTo(rule.height());
      var marks = engine.landmarks(cut, engine.faces(cut).getFirst());
      assertThat(marks.width() / rule.pixels(1))
          .as("width of the face found anew, mm")
          .isCloseTo(rule.faceMm, within(1.0));
      assertThat(marks.eyes().x() / rule.width()).isBetween(0.45, 0.55);
      assertThat((rule.height() - marks.eyes().y()) / rule.pixels(1))
          .isGreaterThan(rule.leastEyesMm);
    }
  }

  @ParameterizedTest
  @EnumSource(PhotoRule.class)
  void it_says_itself_how_large_it_is_on_paper(PhotoRule rule) throws Exception {
    try (var mats = new Mats()) {
      var head = ByteBuffer.wrap(EnrolmentPhoto.of(engine, before(WHITE, mats), rule).jpeg());
      // JFIF: byte 13 is the unit, 1 for an inch; then the two densities.
      assertThat(head.get(13)).isEqualTo((byte) 1);
      for (var at : new int[] {14, 16}) {
        var mm = 25.4 / head.getShort(at);
        assertThat(rule.width() * mm).isCloseTo(rule.widthMm(), within(0.05));
        assertThat(rule.height() * mm).isCloseTo(rule.heightMm(), within(0.05));
      }
    }
  }

  /** Cloth in stripes of one pixel, twice as fine as the photo: in it they are one even grey. */
  @Test
  void fine_stripes_do_not_become_coarse_ones() throws Exception {
    try (var mats = new Mats()) {
      var large = mats.mat();
      Imgproc.resize(
          Picture.decode(before(WHITE, mats), mats),
          large,
          new Size(1250, 1500),
          0,
          0,
          Imgproc.INTER_CUBIC);
      for (var y = 1360; y < 1500; y += 2) {
        Imgproc.line(large, new Point(0, y), new Point(1250, y), Scalar.all(0));
        Imgproc.line(large, new Point(0, y + 1), new Point(1250, y + 1), Scalar.all(255));
      }
      var photo = EnrolmentPhoto.of(engine, Picture.jpeg(large, 100), PhotoRule.ID_CARD);
      var cut = Picture.decode(photo.jpeg(), mats);
      var cloth = mats.keep(cut.submat(new Rect(100, cut.rows() - 14, 150, 12)));
      var mean = mats.keep(new MatOfDouble());
      var spread = mats.keep(new MatOfDouble());
      Core.meanStdDev(cloth, mean, spread);
      assertThat(spread.toArray()[0]).as("of grey values").isLessThan(25);
    }
  }

  @Test
  void the_photo_of_an_id_card_has_358_by_441_pixels() {
    assertThat(PhotoRule.ID_CARD.width()).isEqualTo(358);
    assertThat(PhotoRule.ID_CARD.height()).isEqualTo(441);
    assertThat(PhotoRule.named("id-card")).contains(PhotoRule.ID_CARD);
    assertThat(PhotoRule.named("selfie")).isEmpty();
  }

  @Test
  void a_wall_that_is_not_white_and_a_shadow_on_it_are_told() throws Exception {
    try (var mats = new Mats()) {
      assertThat(doubts(before(new Scalar(205, 150, 90), mats)))
          .contains(PhotoDoubt.BACKGROUND)
          .doesNotContain(PhotoDoubt.SHADOW);
      var shadow = scene(WHITE, mats);
      darker(shadow, new Rect(0, 0, WIDTH / 2, HEIGHT), 0.88, mats);
      head(shadow, mats);
      assertThat(doubts(Picture.jpeg(shadow, 95))).contains(PhotoDoubt.SHADOW);
      var uneven = Picture.decode(before(WHITE, mats), mats);
      darker(uneven, new Rect(WIDTH / 2, 0, WIDTH / 2, HEIGHT), 0.6, mats);
      assertThat(doubts(Picture.jpeg(uneven, 95))).contains(PhotoDoubt.UNEVEN_LIGHT);
    }
  }

  @Test
  void what_cannot_become_a_photo_is_told() throws Exception {
    try (var mats = new Mats()) {
      assertThat(doubts(Picture.jpeg(scene(WHITE, mats), 95))).containsExactly(PhotoDoubt.NO_FACE);
      var whole = Picture.decode(before(WHITE, mats), mats);
      var small = mats.mat();
      Imgproc.resize(whole, small, new Size(), 0.2, 0.2, Imgproc.INTER_AREA);
      assertThat(doubts(Picture.jpeg(small, 95))).contains(PhotoDoubt.TOO_FAR);
      var edge = mats.keep(whole.submat(new Rect(330, 0, WIDTH - 330, HEIGHT)));
      assertThat(doubts(Picture.jpeg(edge, 95))).contains(PhotoDoubt.MORE_ROOM);
      var leaning = mats.mat();
      var turn =
          mats.keep(Imgproc.getRotationMatrix2D(new Point(WIDTH / 2.0, HEIGHT / 2.0), 12, 1));
      Imgproc.warpAffine(
          whole, leaning, turn, whole.size(), Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, WHITE);
      assertThat(doubts(Picture.jpeg(leaning, 95))).contains(PhotoDoubt.LOOK_HERE);
      var blurred = mats.mat();
      Imgproc.GaussianBlur(whole, blurred, new Size(0, 0), 14);
      assertThat(doubts(Picture.jpeg(blurred, 95))).contains(PhotoDoubt.BLURRED);
    }
  }

  private static Set<PhotoDoubt> doubts(byte[] picture) throws Exception {
    return EnrolmentPhoto.of(engine, picture, PhotoRule.ID_CARD).doubts();
  }

  private static byte[] before(Scalar wall, Mats mats) throws Exception {
    var scene = scene(wall, mats);
    head(scene, mats);
    return Picture.jpeg(scene, 95);
  }

  private static Mat scene(Scalar wall, Mats mats) {
    return mats.keep(new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, wall));
  }

  /** The portrait's head, cut out along jaw and hair, on drawn shoulders. */
  private static void head(Mat scene, Mats mats) throws Exception {
    Imgproc.ellipse(
        scene,
        new Point(WIDTH / 2.0, 1150),
        new Size(420, 330),
        0,
        0,
        360,
        new Scalar(96, 62, 40),
        -1,
        Imgproc.LINE_AA);
    var source = Picture.decode(portrait, mats);
    var marks = engine.landmarks(source, engine.faces(source).getFirst());
    var scale = 330 / marks.width();
    var move = mats.keep(new Mat(2, 3, CvType.CV_64F));
    move.put(
        0,
        0,
        scale,
        0,
        WIDTH / 2.0 - scale * marks.eyes().x(),
        0,
        scale,
        520 - scale * marks.eyes().y());
    var large = mats.mat();
    Imgproc.warpAffine(source, large, move, scene.size(), Imgproc.INTER_CUBIC);
    var mask = mats.keep(Mat.zeros(scene.size(), CvType.CV_8U));
    var down = scale * (marks.chin().y() - marks.eyes().y());
    Imgproc.ellipse(
        mask,
        new Point(WIDTH / 2.0, 520),
        new Size(200, down * 1.02),
        0,
        0,
        360,
        Scalar.all(255),
        -1);
    Imgproc.rectangle(
        mask, new Rect(WIDTH / 2 - 100, 620, 200, (int) (down - 40)), Scalar.all(255), -1);
    large.copyTo(scene, mask);
  }

  private static void darker(Mat scene, Rect where, double factor, Mats mats) {
    var part = mats.keep(scene.submat(where));
    part.convertTo(part, -1, factor);
  }
}
