package io.yichuang.kiosk.material;

import io.yichuang.device.FrameSource;
import io.yichuang.device.Subscription;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.PageWatcher;
import io.yichuang.vision.page.PageWatcher.Sight;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the document camera, looked at one by one while a citizen lays a sheet. Frames come
 * in the camera's thread; all else is called in the page's.
 */
final class SheetWatch {
  private static final int FRAMES_PER_SECOND = 10;

  /** Guarded by itself: the camera's thread looks, the page's thread begins anew. */
  private final PageWatcher watcher = new PageWatcher();

  private final AtomicReference<byte @Nullable []> latest = new AtomicReference<>();
  private final Consumer<Sight> seen;
  private @Nullable Subscription frames;
  private volatile boolean paused;

  /**
   * Sees nothing yet.
   *
   * @param seen what a frame shows; in the camera's thread
   */
  SheetWatch(Consumer<Sight> seen) {
    this.seen = seen;
  }

  /**
   * Begins anew: a sheet that was taken already and still lies there is not taken twice.
   *
   * @param instead a page is laid again, so that the sheet that lies there is not meant
   */
  void begin(boolean instead, List<Collected.Page> pages) {
    synchronized (watcher) {
      if (instead) {
        watcher.again();
      } else if (pages.isEmpty()) {
        watcher.reset();
      } else {
        try {
          watcher.next(pages.getLast().jpeg());
        } catch (UnreadableImageException e) {
          // The cleaner wrote it itself.
          throw new IllegalStateException("a cleaned page cannot be read", e);
        }
      }
    }
    paused = false;
  }

  void start(FrameSource camera) {
    frames = camera.frames(new FrameSource.FrameSpec(FRAMES_PER_SECOND), f -> look(f.jpeg()));
  }

  private void look(byte[] jpeg) {
    if (paused) {
      return;
    }
    try {
      Sight sight;
      synchronized (watcher) {
        sight = watcher.look(jpeg);
      }
      latest.set(jpeg);
      seen.accept(sight);
    } catch (UnreadableImageException e) {
      // One broken frame; the camera's own watch tells if they all are.
      latest.set(null);
    }
  }

  /** The last frame that was seen; empty when there is none to be trusted. */
  Optional<byte[]> latest() {
    return Optional.ofNullable(latest.get());
  }

  /** No frame is looked at until it begins anew: one is being cleaned. */
  void pause() {
    paused = true;
  }

  /** The camera went silent: its last frame is old. */
  void forget() {
    latest.set(null);
  }

  void stop() {
    Subscription running = frames;
    frames = null;
    if (running != null) {
      running.close();
    }
    latest.set(null);
  }
}
