package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.Quad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * Compares the person before the camera with a portrait, over several frames. One thread at a time.
 * Closing zeroes what was measured of the portrait; of a frame nothing but two numbers is kept.
 *
 * <p>A picture held before the camera is looked for by a model and by its border. That is no
 * certified detection of presentation attacks (ISO/IEC 30107-3): a person stays the fallback.
 */
public final class FaceCheck implements AutoCloseable {

  /**
   * One frame, judged, and the verdict so far.
   *
   * @param asked what the person is to do now; null when nothing
   */
  public record Look(FaceHint hint, Verdict verdict, @Nullable Challenge asked) {

    /** Nothing is asked. */
    public Look(FaceHint hint, Verdict verdict) {
      this(hint, verdict, null);
    }
  }

  /** What is kept of a good frame; framed means that a straight border runs around the face. */
  record Measure(double similarity, double live, boolean framed) {}

  /** Pixels; a face at arm's length has some 200 of them. */
  private static final int LONG_SIDE = 640;

  /**
   * The border is looked for in the first and then every third good frame, and taken over to those
   * between: a picture that is held up stays longer than that, and the search costs more than all
   * models together.
   */
  private static final int BORDER_EVERY = 3;

  /** At 8 frames a second: a second. */
  private static final int EYES_CLOSED_FRAMES = 8;

  private final FaceEngine engine;
  private final Thresholds thresholds;
  private final float[] portrait;
  private final Optional<Challenge> challenge;
  private final Optional<Response> response;
  private final List<Measure> measures = new ArrayList<>();
  private int closed;

  /** Nothing is asked of the person. */
  public FaceCheck(FaceEngine engine, byte[] portrait, Thresholds thresholds)
      throws UnreadableImageException {
    this(engine, portrait, thresholds, Optional.empty());
  }

  /**
   * Measures the portrait.
   *
   * @param portrait JPEG or PNG, such as the picture in an identity card
   * @param challenge asked of a person who would pass without; in vain it is RETRY, never FAIL
   * @throws UnreadableImageException when it cannot be decoded
   */
  public FaceCheck(
      FaceEngine engine, byte[] portrait, Thresholds thresholds, Optional<Challenge> challenge)
      throws UnreadableImageException {
    this.engine = engine;
    this.thresholds = thresholds;
    this.challenge = challenge;
    this.response = challenge.map(Response::new);
    try (var mats = new Mats()) {
      var sight = Sight.of(engine, portrait, mats);
      this.portrait =
          sight.faces().isEmpty() || FaceView.severalFaces(sight.faces())
              ? new float[0]
              : engine.features(sight.picture(), sight.faces().getFirst());
    }
  }

  /** Whether the portrait shows exactly one face; if not, the verdict never is PASS. */
  public boolean portraitUsable() {
    return portrait.length > 0;
  }

  /**
   * Judges the next frame. Once the verdict is there, it stays; another try wants another check.
   *
   * @throws UnreadableImageException when it cannot be decoded; the next one may be good again
   */
  public Look look(byte[] jpegFrame) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var frame = Picture.decodeSmall(jpegFrame, LONG_SIDE, mats);
      var faces = engine.faces(frame);
      var hint = patient(FaceView.judge(frame, faces, engine));
      var verdict = verdict(measures, thresholds, portraitUsable());
      if (verdict == Verdict.PASS) {
        return challenged(frame, faces, hint);
      }
      if (hint == FaceHint.GOOD && measures.size() < thresholds.frames()) {
        measures.add(measure(jpegFrame, frame, faces.getFirst()));
        verdict = verdict(measures, thresholds, portraitUsable());
      }
      return verdict == Verdict.PASS && challenge.isPresent()
          ? new Look(hint, Verdict.PENDING, challenge.get())
          : new Look(hint, verdict);
    }
  }

  /** Closed eyes are told for a while; who has narrow ones is not held up for longer. */
  private FaceHint patient(FaceHint hint) {
    return hint == FaceHint.EYES_CLOSED && ++closed > EYES_CLOSED_FRAMES ? FaceHint.GOOD : hint;
  }

  /** Everything else is passed: what was asked has to be done by the same person. */
  private Look challenged(Mat frame, List<Box> faces, FaceHint hint) {
    if (challenge.isEmpty() || response.isEmpty()) {
      return new Look(hint, Verdict.PASS);
    }
    var act = response.get();
    if (!act.done() && !act.late()) {
      if (faces.isEmpty() || FaceView.severalFaces(faces)) {
        act.see(0, 0, false);
      } else {
        var face = faces.getFirst();
        var marks = engine.landmarks(frame, face);
        var same = similarity(frame, face) >= thresholds.retry();
        act.see(marks.yaw(), engine.eyesOpen(frame, marks), same);
      }
    }
    if (act.done()) {
      return new Look(hint, Verdict.PASS);
    }
    return act.late()
        ? new Look(hint, Verdict.RETRY)
        : new Look(hint, Verdict.PENDING, challenge.get());
  }

  private Measure measure(byte[] jpeg, Mat frame, Box face) throws UnreadableImageException {
    var live = engine.live(jpeg, frame, face);
    var framed =
        measures.size() % BORDER_EVERY == 0
            ? PageFinder.find(frame).filter(quad -> encloses(quad, face)).isPresent()
            : measures.getLast().framed();
    if (!portraitUsable()) {
      return new Measure(-1, live, framed);
    }
    return new Measure(similarity(frame, face), live, framed);
  }

  private double similarity(Mat frame, Box face) {
    var features = engine.features(frame, face);
    try {
      var similarity = 0.0;
      for (var i = 0; i < features.length; i++) {
        similarity += features[i] * portrait[i];
      }
      return similarity;
    } finally {
      Arrays.fill(features, 0);
    }
  }

  /** What is kept of the portrait: for the test that it is wiped. */
  float[] template() {
    return portrait;
  }

  /** The measures so far, for tests and for tuning; they do not tell whose face it is. */
  List<Measure> measures() {
    return List.copyOf(measures);
  }

  /**
   * Only frames that look alive count for the similarity. Otherwise a photo of the holder could
   * bring the similarity and the face of another person the life.
   */
  static Verdict verdict(List<Measure> measures, Thresholds thresholds, boolean portraitUsable) {
    if (measures.size() < thresholds.frames()) {
      return Verdict.PENDING;
    }
    if (!portraitUsable) {
      return Verdict.RETRY;
    }
    var alive = measures.stream().filter(m -> m.live() >= thresholds.live()).toList();
    if (alive.size() * 2 <= measures.size()) {
      return Verdict.FAIL;
    }
    var median = median(alive.stream().mapToDouble(Measure::similarity).sorted().toArray());
    if (median < thresholds.retry()) {
      return Verdict.FAIL;
    }
    // A door frame or a poster behind an honest person also is a border: not a pass, not a fail.
    var framed = measures.stream().filter(Measure::framed).count();
    return median >= thresholds.pass() && framed * 2 < measures.size()
        ? Verdict.PASS
        : Verdict.RETRY;
  }

  private static double median(double[] sorted) {
    var half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Whether the whole face lies within the quad. */
  static boolean encloses(Quad quad, Box face) {
    var left = Math.max(quad.topLeft().x(), quad.bottomLeft().x());
    var right = Math.min(quad.topRight().x(), quad.bottomRight().x());
    var top = Math.max(quad.topLeft().y(), quad.topRight().y());
    var bottom = Math.min(quad.bottomLeft().y(), quad.bottomRight().y());
    return left < face.left() && top < face.top() && right > face.right() && bottom > face.bottom();
  }

  @Override
  public void close() {
    Arrays.fill(portrait, 0);
    measures.clear();
  }
}
