package io.yichuang.vision.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Samples;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Turns are real photos of one person, one of them turned by 19 degrees; closed eyes are drawn.
 * Life is not asked for: the same picture comes again and again.
 */
class ChallengeTest {

  private static final Thresholds TWO = new Thresholds(0.45, 0.35, 0, 2);
  private static FaceEngine engine;

  @BeforeAll
  static void load() {
    engine = FaceEngine.load();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void who_turns_as_asked_and_back_passes_and_who_does_not_is_asked_on() throws Exception {
    var straight = near("a1.jpg");
    var turned = near("a2.jpg");
    try (var check = new FaceCheck(engine, straight, TWO, Optional.of(Challenge.TURN_RIGHT))) {
      assertThat(check.look(straight).asked()).as("before it would pass").isNull();
      assertThat(check.look(straight))
          .isEqualTo(new FaceCheck.Look(FaceHint.GOOD, Verdict.PENDING, Challenge.TURN_RIGHT));
      for (var frame : new byte[][] {straight, turned, turned}) {
        assertThat(check.look(frame).verdict()).isEqualTo(Verdict.PENDING);
      }
      assertThat(check.look(straight).verdict()).isEqualTo(Verdict.PASS);
    }
    try (var check = new FaceCheck(engine, straight, TWO, Optional.of(Challenge.TURN_LEFT))) {
      for (var frame : new byte[][] {straight, straight, straight, turned, turned, straight}) {
        assertThat(check.look(frame).verdict()).isEqualTo(Verdict.PENDING);
      }
    }
  }

  @Test
  void a_picture_of_another_person_that_is_turned_does_not_help() throws Exception {
    var straight = near("c1.png");
    var stranger = near("a2.jpg");
    try (var check = new FaceCheck(engine, straight, TWO, Optional.of(Challenge.TURN_RIGHT))) {
      for (var frame : new byte[][] {straight, straight, straight, stranger, stranger, straight}) {
        assertThat(check.look(frame).verdict()).isEqualTo(Verdict.PENDING);
      }
    }
  }

  @Test
  void a_blink_is_seen_where_the_model_is_sure_of_the_eyes() throws Exception {
    var open = near("c1.png");
    var closed = closed(open);
    try (var check = new FaceCheck(engine, open, TWO, Optional.of(Challenge.BLINK))) {
      for (var frame : new byte[][] {open, open, open, closed}) {
        assertThat(check.look(frame).verdict()).isEqualTo(Verdict.PENDING);
      }
      assertThat(check.look(open).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1.jpg", "a2.jpg", "b1.jpg", "b2.jpg", "c1.png"})
  void open_eyes_are_never_called_closed(String file) throws Exception {
    try (var mats = new Mats()) {
      for (var side : new int[] {1024, 640, 320}) {
        var frame = Picture.decodeSmall(Samples.read("faces/" + file), side, mats);
        var marks = engine.landmarks(frame, engine.faces(frame).getFirst());
        assertThat(engine.eyesOpen(frame, marks))
            .as("%s at %d", file, side)
            .isGreaterThan(FaceView.EYES_CLOSED);
      }
    }
  }

  @Test
  void closed_eyes_are_told_for_a_second_and_then_hold_nobody_up() throws Exception {
    var frame = closed(near("c1.png"));
    try (var check = new FaceCheck(engine, near("c1.png"), TWO)) {
      for (var i = 0; i < 8; i++) {
        assertThat(check.look(frame))
            .isEqualTo(new FaceCheck.Look(FaceHint.EYES_CLOSED, Verdict.PENDING));
      }
      assertThat(check.look(frame).hint()).isEqualTo(FaceHint.GOOD);
    }
  }

  @Test
  void a_mirrored_turn_goes_to_the_other_side() throws Exception {
    try (var mats = new Mats()) {
      var turned = Picture.decodeSmall(Samples.read("faces/a2.jpg"), 640, mats);
      var mirrored = mats.mat();
      Core.flip(turned, mirrored, 1);
      assertThat(yaw(turned)).isLessThan(-14);
      assertThat(yaw(mirrored)).isGreaterThan(14);
    }
  }

  private static double yaw(Mat frame) {
    return engine.landmarks(frame, engine.faces(frame).getFirst()).yaw();
  }

  /** The head as a camera at arm's length sees it: 4:3, the face 45 % of the height. */
  private static byte[] near(String name) throws Exception {
    try (var mats = new Mats()) {
      var picture = Picture.decodeSmall(Samples.read("faces/" + name), 1024, mats);
      var face = engine.faces(picture).getFirst();
      var height = 2.2 * face.height();
      var width = height * 4 / 3;
      var around =
          FaceEngine.within(
              Math.max(0, face.middleX() - width / 2),
              Math.max(0, face.middleY() - height / 2),
              width,
              height,
              picture);
      var frame = mats.mat();
      Imgproc.resize(mats.keep(picture.submat(around)), frame, new Size(640, 480));
      return Picture.jpeg(frame, 90);
    }
  }

  private static byte[] closed(byte[] jpeg) throws Exception {
    try (var mats = new Mats()) {
      var frame = Picture.decode(jpeg, mats);
      var marks = engine.landmarks(frame, engine.faces(frame).getFirst());
      return Picture.jpeg(Lids.closed(frame, marks, mats), 95);
    }
  }
}
