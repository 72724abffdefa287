package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Watches live frames until a page lies well and still. One thread at a time. */
public final class PageWatcher {

  /** Of 255; below, no page could be read and none will be found. */
  private static final double DARK = 35;

  /** How far a corner may move from frame to frame, as a share of the long side. */
  private static final double STILL = 0.012;

  private final int wanted;
  private int steady;
  private @Nullable Quad last;

  /** What to tell the citizen: where to move the page, as seen in the picture. */
  public enum Hint {
    NO_PAGE,
    MOVE_LEFT,
    MOVE_RIGHT,
    MOVE_UP,
    MOVE_DOWN,
    TOO_DARK,
    BLURRED,
    GLARE,
    HOLD_STILL,
    READY
  }

  /**
   * One frame, judged.
   *
   * @param quad the page, in pixels of this frame
   * @param width of the frame, pixels
   * @param height of the frame, pixels
   */
  public record Sight(Hint hint, Optional<Quad> quad, int width, int height) {}

  /** Ready after four good frames: under a second at the ten a second that are looked at. */
  public PageWatcher() {
    this(4);
  }

  /**
   * Ready after so many good frames.
   *
   * @param frames in a row, sharp, with the page in the same place; at least 1
   */
  public PageWatcher(int frames) {
    if (frames < 1) {
      throw new IllegalArgumentException("frames: " + frames);
    }
    wanted = frames;
  }

  /**
   * Judges the next frame.
   *
   * @throws UnreadableImageException when it cannot be decoded; the next one may be good again
   * @throws IllegalStateException when vision is missing
   */
  public Sight look(byte[] jpegFrame) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var frame = Picture.decode(jpegFrame, mats);
      var quad = PageFinder.find(frame);
      var hint = quad.map(q -> judge(frame, q)).orElseGet(() -> noPage(frame));
      return new Sight(hint, quad, frame.cols(), frame.rows());
    }
  }

  private Hint noPage(Mat frame) {
    reset();
    try (var mats = new Mats()) {
      var grey = mats.mat();
      Imgproc.cvtColor(frame, grey, Imgproc.COLOR_BGR2GRAY);
      return Core.mean(grey).val[0] < DARK ? Hint.TOO_DARK : Hint.NO_PAGE;
    }
  }

  private Hint judge(Mat frame, Quad quad) {
    var before = last;
    last = quad;
    var most = STILL * Math.max(frame.cols(), frame.rows());
    // A moving page is blurred as well, and the hand knows that it moves: that hint comes first.
    if (before == null || Quads.moved(before, quad) > most) {
      steady = 1;
    } else {
      steady++;
    }
    var hint = place(frame, quad);
    if (hint == Hint.READY) {
      hint = quality(frame, quad);
    }
    if (hint != Hint.READY) {
      steady = 0;
      return hint;
    }
    return steady >= wanted ? Hint.READY : Hint.HOLD_STILL;
  }

  /** Away from the border over which the page hangs. */
  private static Hint place(Mat frame, Quad quad) {
    var near = Math.max(1, 0.004 * Math.max(frame.cols(), frame.rows()));
    var corners = Quads.corners(quad);
    var left = corners.stream().anyMatch(p -> p.x() < near);
    var right = corners.stream().anyMatch(p -> p.x() > frame.cols() - 1 - near);
    var top = corners.stream().anyMatch(p -> p.y() < near);
    var bottom = corners.stream().anyMatch(p -> p.y() > frame.rows() - 1 - near);
    // Over both borders no move helps: the page is longer than the view, and taken as it is.
    if (left != right) {
      return left ? Hint.MOVE_RIGHT : Hint.MOVE_LEFT;
    }
    if (top != bottom) {
      return top ? Hint.MOVE_DOWN : Hint.MOVE_UP;
    }
    return Hint.READY;
  }

  private static Hint quality(Mat frame, Quad quad) {
    Set<Finding> findings;
    try (var mats = new Mats()) {
      findings = PageJudge.judge(PageCleaner.straighten(frame, quad, mats));
    }
    if (findings.contains(Finding.TOO_DARK)) {
      return Hint.TOO_DARK;
    }
    if (findings.contains(Finding.GLARE)) {
      return Hint.GLARE;
    }
    // A blank page may be shown on purpose; it is asked about after the picture was taken.
    return findings.contains(Finding.BLURRED) ? Hint.BLURRED : Hint.READY;
  }

  /** Forgets the frames so far: the next page. */
  public void reset() {
    steady = 0;
    last = null;
  }
}
