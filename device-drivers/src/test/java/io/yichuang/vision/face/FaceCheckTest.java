package io.yichuang.vision.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.Samples;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.face.FaceCheck.Measure;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class FaceCheckTest {

  private static final Thresholds FIVE = Thresholds.usual();
  private static FaceEngine engine;

  @BeforeAll
  static void load() {
    engine = FaceEngine.load();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({"0.45,PASS", "0.449,RETRY", "0.35,RETRY", "0.349,FAIL", "-1,FAIL"})
  void the_median_of_the_living_frames_decides(double similarity, Verdict verdict) {
    var measures = Collections.nCopies(4, new Measure(similarity, 0.9, false));
    assertThat(FaceCheck.verdict(measures, FIVE, true)).isEqualTo(Verdict.PENDING);
    measures = Collections.nCopies(5, new Measure(similarity, 0.9, false));
    assertThat(FaceCheck.verdict(measures, FIVE, true)).isEqualTo(verdict);
    assertThat(FaceCheck.verdict(measures, FIVE, false)).isEqualTo(Verdict.RETRY);
  }

  @Test
  void a_photo_of_the_holder_cannot_lend_its_likeness_to_a_living_stranger() {
    var photo = new Measure(0.9, 0.1, false);
    var stranger = new Measure(0.1, 0.95, false);
    assertThat(FaceCheck.verdict(List.of(photo, photo, stranger, stranger, stranger), FIVE, true))
        .isEqualTo(Verdict.FAIL);
    assertThat(FaceCheck.verdict(List.of(photo, photo, photo, stranger, stranger), FIVE, true))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void a_border_around_the_face_never_passes() {
    var framed = new Measure(0.9, 0.95, true);
    assertThat(FaceCheck.verdict(Collections.nCopies(5, framed), FIVE, true))
        .isEqualTo(Verdict.RETRY);
    var quad = new Quad(new Point(10, 10), new Point(90, 12), new Point(90, 90), new Point(9, 90));
    assertThat(FaceCheck.encloses(quad, new Box(20, 20, 60, 60, 1))).isTrue();
    assertThat(FaceCheck.encloses(quad, new Box(5, 20, 60, 60, 1))).isFalse();
  }

  @Test
  void a_portrait_without_a_face_is_not_usable_and_garbage_is_refused() throws Exception {
    try (var mats = new Mats();
        var check = new FaceCheck(engine, Picture.jpeg(grey(100, 120, mats), 90), FIVE)) {
      assertThat(check.portraitUsable()).isFalse();
      var look = check.look(Picture.jpeg(grey(640, 480, mats), 90));
      assertThat(look.hint()).isEqualTo(FaceHint.NO_FACE);
      assertThat(look.verdict()).isEqualTo(Verdict.PENDING);
      assertThatThrownBy(() -> check.look(new byte[0]))
          .isInstanceOf(UnreadableImageException.class);
    }
  }

  @Test
  void a_person_passes_against_the_small_portrait_of_a_card() throws Exception {
    try (var mats = new Mats()) {
      var picture = Picture.decode(Samples.read("faces/c1.png"), mats);
      var chip = mats.mat();
      Imgproc.resize(
          mats.keep(picture.submat(new Rect(150, 20, 150, 185))), chip, new Size(102, 126));
      // 4:3 out of the middle, as a camera would see it.
      var frame = mats.mat();
      Imgproc.resize(
          mats.keep(picture.submat(new Rect(0, 0, 512, 384))), frame, new Size(640, 480));
      try (var check = new FaceCheck(engine, Picture.jpeg(chip, 75), FIVE)) {
        assertThat(check.portraitUsable()).isTrue();
        for (var quality = 60; quality < 95; quality += 10) {
          var look = check.look(Picture.jpeg(frame, quality));
          assertThat(look).isEqualTo(new FaceCheck.Look(FaceHint.GOOD, Verdict.PENDING));
        }
        assertThat(check.look(Picture.jpeg(frame, 95)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.measures()).allMatch(m -> m.similarity() > 0.9 && m.live() > 0.8);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a1.jpg,a2.jpg,true", "b1.jpg,b2.jpg,true", "a1.jpg,b2.jpg,false",
    "b1.jpg,a2.jpg,false", "c1.png,a2.jpg,false", "c1.png,b2.jpg,false"
  })
  void two_photos_of_one_person_are_nearer_than_two_persons(
      String portrait, String frame, boolean same) throws Exception {
    var live = Samples.read("faces/" + frame);
    var once = new Thresholds(0.45, 0.35, 0, 1);
    try (var check = new FaceCheck(engine, Samples.read("faces/" + portrait), once)) {
      assertThat(check.look(live).hint()).isEqualTo(FaceHint.GOOD);
      var similarity = check.measures().getFirst().similarity();
      assertThat(similarity >= 0.45).as("similarity %f", similarity).isEqualTo(same);
    }
  }

  @Test
  void what_the_person_can_mend_is_said() throws Exception {
    try (var mats = new Mats()) {
      var picture = Picture.decode(Samples.read("faces/b2.jpg"), mats);
      var face = mats.keep(picture.submat(new Rect(240, 0, 800, 900)));
      assertThat(hint(face, 360, 220, 30)).isEqualTo(FaceHint.GOOD);
      assertThat(hint(face, 100, 270, 100)).isEqualTo(FaceHint.TOO_FAR);
      assertThat(hint(face, 240, 0, 10)).isEqualTo(FaceHint.OFF_CENTRE);
      var two = canvas(face, 360, 0, 60, mats);
      canvasOn(two, face, 360, 320, 60, mats);
      assertThat(judge(two)).isEqualTo(FaceHint.SEVERAL_FACES);
      var dark = canvas(face, 360, 220, 30, mats);
      Core.multiply(dark, Scalar.all(0.2), dark);
      assertThat(judge(dark)).isEqualTo(FaceHint.TOO_DARK);
      var blurred = canvas(face, 360, 220, 30, mats);
      Imgproc.GaussianBlur(blurred, blurred, new Size(0, 0), 6);
      assertThat(judge(blurred)).isEqualTo(FaceHint.BLURRED);
    }
  }

  @Test
  void closing_wipes_what_was_measured() throws Exception {
    var check = new FaceCheck(engine, Samples.read("faces/a1.jpg"), FIVE);
    check.look(Samples.read("faces/a2.jpg"));
    assertThat(check.template()).hasSize(512);
    assertThat(check.measures()).hasSize(1);
    check.close();
    assertThat(check.template()).containsOnly(0);
    assertThat(check.measures()).isEmpty();
  }

  @Test
  void another_judge_of_life_takes_the_place_of_the_model() throws Exception {
    var closed = new boolean[1];
    var asked = new ArrayList<Liveness.Face>();
    var certified =
        new Liveness() {
          @Override
          public double live(byte[] jpeg, Face face) {
            asked.add(face);
            return 0.25;
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    try (var other = FaceEngine.load(Optional.of(certified));
        var check = new FaceCheck(other, Samples.read("faces/b1.jpg"), FIVE)) {
      check.look(Samples.read("faces/b2.jpg"));
      assertThat(check.measures()).extracting(Measure::live).containsExactly(0.25);
    }
    assertThat(closed[0]).isTrue();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().left()).isBetween(0.0, asked.getFirst().right());
    assertThat(asked.getFirst().bottom()).isBetween(asked.getFirst().top(), 1.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1.jpg", "a2.jpg", "b1.jpg", "b2.jpg", "c1.png"})
  void a_bare_face_that_looks_here_is_good_and_one_with_a_mask_is_told(String file)
      throws Exception {
    try (var mats = new Mats()) {
      var frame = Picture.decodeSmall(Samples.read("faces/" + file), 640, mats);
      var face = engine.faces(frame).getFirst();
      var marks = engine.landmarks(frame, face);
      assertThat(Math.abs(marks.yaw())).as("yaw").isLessThan(25);
      assertThat(Math.abs(marks.pitch())).as("pitch").isLessThan(25);
      assertThat(Covered.covered(frame, marks)).isFalse();
      for (var cloth :
          List.of(
              new Scalar(205, 170, 120), // light blue, as surgeons wear
              new Scalar(240, 240, 238), // white
              new Scalar(25, 25, 28))) { // black
        var masked = mats.mat();
        frame.copyTo(masked);
        mask(masked, marks, cloth);
        assertThat(Covered.covered(masked, marks)).as("mask of %s", cloth).isTrue();
      }
    }
  }

  /** From the bridge of the nose over the cheeks to below the chin. */
  private static void mask(Mat frame, Landmarks marks, Scalar cloth) {
    var outline = new ArrayList<org.opencv.core.Point>();
    for (var i : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 29}) {
      outline.add(new org.opencv.core.Point(marks.points()[i].x(), marks.points()[i].y()));
    }
    try (var mats = new Mats()) {
      var area = mats.keep(new MatOfPoint());
      area.fromList(outline);
      Imgproc.fillPoly(frame, List.of(area), cloth);
    }
  }

  private static FaceHint hint(Mat face, int height, int x, int y) {
    try (var mats = new Mats()) {
      return judge(canvas(face, height, x, y, mats));
    }
  }

  private static FaceHint judge(Mat frame) {
    return FaceView.judge(frame, engine.faces(frame));
  }

  private static Mat canvas(Mat face, int height, int x, int y, Mats mats) {
    var frame = grey(640, 480, mats);
    canvasOn(frame, face, height, x, y, mats);
    return frame;
  }

  private static void canvasOn(Mat frame, Mat face, int height, int x, int y, Mats mats) {
    var small = mats.mat();
    var width = face.cols() * height / face.rows();
    Imgproc.resize(face, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    small.copyTo(mats.keep(frame.submat(new Rect(x, y, width, height))));
  }

  private static Mat grey(int width, int height, Mats mats) {
    return mats.keep(new Mat(height, width, CvType.CV_8UC3, Scalar.all(120)));
  }
}
