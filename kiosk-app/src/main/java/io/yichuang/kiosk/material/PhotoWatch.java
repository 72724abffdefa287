package io.yichuang.kiosk.material;

import io.yichuang.device.FrameSource;
import io.yichuang.device.Subscription;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.face.EnrolmentPhoto;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.PhotoDoubt;
import io.yichuang.vision.face.PhotoRule;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the face camera, each cut and judged as the photo that it would become. Frames come
 * in the camera's thread; all else is called in the page's. A photo that is not taken is
 * overwritten by the next.
 */
final class PhotoWatch {
  private static final int FRAMES_PER_SECOND = 5;

  private final AtomicReference<@Nullable Shot> latest = new AtomicReference<>();
  private final Consumer<Set<PhotoDoubt>> seen;
  private @Nullable Subscription frames;
  private volatile boolean stopped;

  /**
   * Sees nothing yet.
   *
   * @param seen what is wrong with a frame; in the camera's thread
   */
  PhotoWatch(Consumer<Set<PhotoDoubt>> seen) {
    this.seen = seen;
  }

  void start(FrameSource camera, FaceEngine engine, PhotoRule rule) {
    stop();
    stopped = false;
    frames =
        camera.frames(
            new FrameSource.FrameSpec(FRAMES_PER_SECOND),
            frame -> look(frame.jpeg(), engine, rule));
  }

  private void look(byte[] jpeg, FaceEngine engine, PhotoRule rule) {
    if (stopped) {
      return;
    }
    try {
      var photo = EnrolmentPhoto.of(engine, jpeg, rule);
      keep(photo.jpeg().length == 0 ? null : new Shot(photo.jpeg(), photo.doubts()));
      seen.accept(photo.doubts());
    } catch (UnreadableImageException e) {
      // One broken frame; the camera's own watch tells if they all are.
      keep(null);
    }
    if (stopped) {
      keep(null);
    }
  }

  private void keep(@Nullable Shot shot) {
    Shot before = latest.getAndSet(shot);
    if (before != null) {
      before.wipe();
    }
  }

  /** What was seen last becomes the citizen's; empty when nobody was there. */
  Optional<Shot> take() {
    return Optional.ofNullable(latest.getAndSet(null));
  }

  /** Nobody looks any more. */
  void stop() {
    stopped = true;
    Subscription running = frames;
    frames = null;
    if (running != null) {
      running.close();
    }
    keep(null);
  }

  /** The camera went silent: what it saw last is old. */
  void forget() {
    keep(null);
  }
}
