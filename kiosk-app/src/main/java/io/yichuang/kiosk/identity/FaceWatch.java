package io.yichuang.kiosk.identity;

import io.yichuang.device.FrameSource;
import io.yichuang.device.Subscription;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.face.FaceCheck;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One try: the frames of the face camera, compared one by one. Frames come in the camera's thread;
 * all else is called in the page's. Stopping wipes what was measured.
 */
final class FaceWatch {
  private static final int FRAMES_PER_SECOND = 8;

  private final AtomicReference<@Nullable FaceCheck> check = new AtomicReference<>();
  private final Consumer<Seen> seen;
  private @Nullable Subscription frames;

  /** What a frame shows, and in which try. */
  record Seen(FaceCheck in, FaceCheck.Look look) {}

  /**
   * Sees nothing yet.
   *
   * @param seen what a frame shows; in the camera's thread
   */
  FaceWatch(Consumer<Seen> seen) {
    this.seen = seen;
  }

  void start(FrameSource camera, FaceCheck mine) {
    stop();
    check.set(mine);
    frames =
        camera.frames(
            new FrameSource.FrameSpec(FRAMES_PER_SECOND), frame -> look(mine, frame.jpeg()));
  }

  private void look(FaceCheck mine, byte[] jpeg) {
    FaceCheck.Look one;
    synchronized (mine) {
      if (!runs(mine)) {
        return;
      }
      try {
        one = mine.look(jpeg);
      } catch (UnreadableImageException e) {
        // One broken frame; the camera's own watch tells if they all are.
        return;
      }
    }
    seen.accept(new Seen(mine, one));
  }

  /** Whether this try was not stopped meanwhile. */
  boolean runs(FaceCheck mine) {
    return check.get() == mine;
  }

  void stop() {
    Subscription running = frames;
    frames = null;
    if (running != null) {
      running.close();
    }
    FaceCheck mine = check.getAndSet(null);
    if (mine != null) {
      synchronized (mine) {
        mine.close();
      }
    }
  }
}
