package io.yichuang.device.camera;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.link.DeviceNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a camera of Video4Linux. Memory that is given back under a call crashes the process,
 * so closing waits for the call that runs, a slice at most.
 */
final class VideoFeed implements Feed {
  /** The longest wait within one call. */
  private static final int SLICE_MILLIS = 100;

  private final LinuxVideo linux;
  private final DeviceNode node;
  private final V4l2Camera.Sizes sizes;
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by {@link #lock}. */
  private @Nullable VideoFile shown;

  VideoFeed(LinuxVideo linux, DeviceNode node, V4l2Camera.Sizes sizes) {
    this.linux = linux;
    this.node = node;
    this.sizes = sizes;
  }

  private VideoFile file() throws DeviceException {
    Path found =
        node.find()
            .orElseThrow(() -> new DeviceException(FaultCode.UNPLUGGED, "the camera is not there"));
    return VideoFile.open(linux, found);
  }

  /** Opened and asked, but not switched on. */
  @Override
  public void probe() throws DeviceException {
    file().close();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public Stream open(Turn turn) throws DeviceException {
    lock.lock();
    try {
      end();
      VideoFile file = file();
      try {
        VideoFile.Form form = file.choose(sizes);
        file.start();
        shown = file;
        return new Pictures(file, form);
      } catch (DeviceException e) {
        file.close();
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    VideoFile before = shown;
    shown = null;
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      end();
    } finally {
      lock.unlock();
    }
  }

  private final class Pictures implements Stream {
    private final VideoFile file;
    private final VideoFile.Form form;
    private int corruptions;

    Pictures(VideoFile file, VideoFile.Form form) {
      this.file = file;
      this.form = form;
    }

    @Override
    public byte @Nullable [] next(Duration timeout) throws DeviceException {
      byte[] picture = taken(Math.clamp(timeout.toMillis(), 1, SLICE_MILLIS));
      if (picture == null) {
        return null;
      }
      byte[] jpeg =
          form.pixels() == V4l2.YUYV
              ? YuyvPicture.jpeg(picture, form.width(), form.height(), form.rowBytes())
              : JpegTables.complete(picture);
      if (jpeg.length == 0) {
        corruptions++;
        return null;
      }
      return jpeg;
    }

    private byte @Nullable [] taken(int millis) throws DeviceException {
      lock.lock();
      try {
        if (shown != file) {
          throw new DeviceException(FaultCode.CONNECTION_LOST, "the camera was switched off");
        }
        return file.next(millis);
      } catch (DeviceException e) {
        throw node.find().isEmpty()
            ? new DeviceException(FaultCode.UNPLUGGED, "the camera was pulled out")
            : e;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int corruptions() {
      return corruptions;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (shown == file) {
          end();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
