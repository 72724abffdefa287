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

  /** How far it must move to be laid anew, in the same measure. */
  private static final double LAID_ANEW = 5 * STILL;

  /** Frames are looked at in this size; see {@link PageFinder}. */
  private static final int LONG_SIDE = 640;

  /** Before a page is ready its sharpness is judged in about this size. */
  private static final int SHARP_SIDE = 1000;

  /** So many frames in a row a page is only looked for where it lay. */
  private static final int WITHOUT_SEARCH = 5;

  /** So many frames without the sheet, and it was taken away. */
  private static final int GONE = 3;

  private final int wanted;
  private int steady;
  private int unsearched;
  private int gone;
  private int others;
  private PageFinder.@Nullable Found last;
  private @Nullable Imprint taken;
  private boolean moveFirst;
  private boolean several;
  private @Nullable Quad lay;

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
    /** A hand covers a part of the page. */
    HAND,
    /** Two sheets or more lie apart: nobody knows which is meant. */
    SEVERAL,
    /** The sheet lies there that was taken already. */
    TAKEN,
    HOLD_STILL,
    READY
  }

  /**
   * One frame, judged.
   *
   * @param quad the page, in pixels of the frame as it was looked at, which may be a smaller copy
   * @param width of that copy, pixels
   * @param height of that copy, pixels
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
      var frame = small(Picture.decodeSmall(jpegFrame, LONG_SIDE, mats), mats);
      var before = unsearched < WITHOUT_SEARCH ? last : null;
      var found = PageFinder.search(frame, before);
      unsearched = found.isPresent() && found.get().equals(before) ? unsearched + 1 : 0;
      var hint = found.isPresent() ? judge(frame, found.get()) : noPage(frame);
      if (hint == Hint.READY && blurred(jpegFrame, found.orElseThrow().quad(), frame)) {
        steady = 0;
        hint = Hint.BLURRED;
      }
      hint = several(frame, hint);
      return new Sight(hint, found.map(PageFinder.Found::quad), frame.cols(), frame.rows());
    }
  }

  /** Others are looked for only when one is ready, which costs a search more for each. */
  private Hint several(Mat frame, Hint hint) {
    if (hint == Hint.READY) {
      several = Apart.findAll(frame).size() > 1;
      if (several) {
        steady = 0;
      }
    } else if (hint != Hint.HOLD_STILL) {
      several = false;
    }
    return several ? Hint.SEVERAL : hint;
  }

  private static Mat small(Mat frame, Mats mats) {
    var factor = LONG_SIDE / (double) Math.max(frame.cols(), frame.rows());
    if (factor >= 1) {
      return frame;
    }
    var small = mats.mat();
    Imgproc.resize(frame, small, Picture.times(frame, factor), 0, 0, Imgproc.INTER_AREA);
    return small;
  }

  /** A fine blur shows only in a finer picture than the one that the page is looked for in. */
  private static boolean blurred(byte[] jpegFrame, Quad quad, Mat small)
      throws UnreadableImageException {
    try (var mats = new Mats()) {
      var frame = Picture.decodeSmall(jpegFrame, SHARP_SIDE, mats);
      if (frame.cols() == small.cols()) {
        return false;
      }
      return Focus.soft(frame, Quads.scaled(quad, frame.cols() / (double) small.cols()));
    }
  }

  private Hint noPage(Mat frame) {
    steady = 0;
    last = null;
    try (var mats = new Mats()) {
      var grey = mats.mat();
      Imgproc.cvtColor(frame, grey, Imgproc.COLOR_BGR2GRAY);
      if (Core.mean(grey).val[0] < DARK) {
        // The sheet may well lie there still, once there is light again.
        return Hint.TOO_DARK;
      }
    }
    if (++gone >= GONE) {
      taken = null;
      moveFirst = false;
    }
    return Hint.NO_PAGE;
  }

  private Hint judge(Mat frame, PageFinder.Found found) {
    gone = 0;
    var quad = found.quad();
    var before = last;
    last = found;
    var side = Math.max(frame.cols(), frame.rows());
    // A moving page is blurred as well, and the hand knows that it moves: that hint comes first.
    if (before == null || Quads.moved(before.quad(), quad) > STILL * side) {
      steady = 1;
    } else {
      steady++;
    }
    // Asked of every frame: where a sheet lay is known even when it hung over the border.
    var known = known(frame, quad, side);
    var hint = place(frame, quad);
    if (hint == Hint.READY && known) {
      hint = Hint.TAKEN;
    }
    if (hint == Hint.READY) {
      hint = quality(frame, quad);
    }
    if (hint != Hint.READY) {
      steady = 0;
      return hint;
    }
    return steady >= wanted ? Hint.READY : Hint.HOLD_STILL;
  }

  /** Whether it still is the sheet that must not be taken as it lies. */
  private boolean known(Mat frame, Quad quad, int side) {
    if (moveFirst) {
      var first = lay;
      if (first == null) {
        lay = quad;
      } else if (Quads.moved(first, quad) > LAID_ANEW * side) {
        moveFirst = false;
      }
    }
    var sheet = taken;
    if (sheet != null) {
      try (var mats = new Mats()) {
        // A hand in the picture changes it as well, for a frame or two.
        var same = Imprint.of(PageCleaner.straighten(frame, quad, mats)).same(sheet);
        others = same ? 0 : others + 1;
        if (others >= GONE) {
          taken = null;
        }
      }
    }
    return moveFirst || taken != null;
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
    if (Hands.cover(frame, quad)) {
      return Hint.HAND;
    }
    // A blank page may be shown on purpose; it is asked about after the picture was taken.
    return Focus.soft(frame, quad) ? Hint.BLURRED : Hint.READY;
  }

  /**
   * The sheet on this page was taken already: nothing is ready until another lies there, or none
   * did for some frames.
   *
   * @param page as the cleaner gave it
   * @throws UnreadableImageException when it cannot be decoded
   */
  public void next(byte[] page) throws UnreadableImageException {
    reset();
    try (var mats = new Mats()) {
      taken = Imprint.of(Picture.decodeSmall(page, LONG_SIDE, mats));
    }
  }

  /** The sheet is to be taken once more: nothing is ready until it was laid anew. */
  public void again() {
    reset();
    moveFirst = true;
  }

  /** Forgets all frames and sheets so far. */
  public void reset() {
    steady = 0;
    unsearched = 0;
    gone = 0;
    others = 0;
    several = false;
    last = null;
    taken = null;
    moveFirst = false;
    lay = null;
  }
}
