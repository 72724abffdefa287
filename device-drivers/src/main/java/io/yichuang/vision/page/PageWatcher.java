package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import java.util.Optional;

/** Watches live frames until a page lies well and still. One thread at a time. */
public final class PageWatcher {

  /** What to tell the citizen. */
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
  }

  /**
   * Judges the next frame.
   *
   * @throws UnreadableImageException when it cannot be decoded; the next one may be good again
   * @throws IllegalStateException when vision is missing
   */
  public Sight look(byte[] jpegFrame) throws UnreadableImageException {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }

  /** Forgets the frames so far: the next page. */
  public void reset() {}
}
