package io.yichuang.device.camera;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.lane.Health;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Judges frames one after another: is this a picture, and is it a new one? No clock, no I/O. */
final class Freshness {
  /** What to do with a frame. */
  enum Verdict {
    FRESH,
    /** Equal to the one before, but not yet too often: it is shown. */
    EQUAL,
    STALE,
    BROKEN
  }

  private final int staleFrames;
  private final int brokenFrames;

  /** Of the last frame: its bytes may show a person, and are not kept. */
  private long last = -1;

  private int equal;
  private int broken;

  Freshness(int staleFrames, int brokenFrames) {
    this.staleFrames = staleFrames;
    this.brokenFrames = brokenFrames;
  }

  Verdict judge(byte[] frame, boolean live) {
    if (JpegHeader.of(frame) == null) {
      broken++;
      return Verdict.BROKEN;
    }
    broken = 0;
    var sum = new CRC32C();
    sum.update(frame);
    long now = (long) frame.length << 32 | sum.getValue();
    if (!live || now != last) {
      last = now;
      equal = 0;
      return Verdict.FRESH;
    }
    equal++;
    return equal >= staleFrames ? Verdict.STALE : Verdict.EQUAL;
  }

  /** Something came that was no part at all. */
  void corrupt(int times) {
    broken += times;
  }

  /** What the frames so far say of the camera; null while they say nothing yet. */
  @Nullable Health health() {
    if (broken >= brokenFrames) {
      return bad(FaultCode.FRAMES_BROKEN, broken + " parts in a row are no picture");
    }
    if (equal >= staleFrames) {
      return bad(FaultCode.FRAMES_STALE, "the same picture comes again and again");
    }
    return last < 0 || broken > 0 ? null : Health.online(MediaState.UNKNOWN);
  }

  private static Health bad(FaultCode code, String detail) {
    return Health.broken(DeviceState.HARDWARE_ERROR, new DeviceFault(code, detail));
  }
}
