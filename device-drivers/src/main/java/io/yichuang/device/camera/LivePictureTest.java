package io.yichuang.device.camera;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.Frame;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Enough pictures to see that they are live come within the limit. */
record LivePictureTest(FrameSource camera, CameraTimings timings) implements SelfTest {
  private static final int FASTEST = 30;

  @Override
  public String name() {
    return "live-picture";
  }

  @Override
  public Outcome<Verdict> run(Call call) {
    var frames = new LinkedBlockingQueue<Frame>();
    int wanted = timings.staleFrames() + 1;
    long end = System.nanoTime() + call.limit().toNanos();
    int seen = 0;
    try (var _ = camera.frames(new FrameSpec(FASTEST), frames::add)) {
      while (seen < wanted && !call.cancellation().requested()) {
        long left = Math.min(end - System.nanoTime(), timings.slice().toNanos());
        if (left <= 0 || camera.status().state() == DeviceState.NO_DEVICE) {
          break; // as with every device: what is not there is not waited for
        }
        if (frames.poll(left, TimeUnit.NANOSECONDS) != null) {
          seen++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Cancelled<>();
    }
    if (call.cancellation().requested()) {
      return new Outcome.Cancelled<>();
    }
    DeviceFault fault = camera.status().fault();
    if (seen == 0) {
      return new Outcome.Failed<>(
          fault != null ? fault : new DeviceFault(FaultCode.NO_ANSWER, "no picture came"));
    }
    return new Outcome.Done<>(
        new Verdict(
            seen >= wanted && fault == null,
            "expected " + wanted + " live pictures, saw " + seen + ", fault " + fault));
  }
}
