package io.yichuang.device;

import java.time.Instant;
import java.util.function.Consumer;

/** A camera. */
public interface FrameSource extends Device {
  /**
   * Live frames until closed. The latest wins: a consumer that is slow misses frames, it never
   * holds them up. While nobody subscribes the camera is off. The consumer runs on a thread of the
   * device's.
   */
  Subscription frames(FrameSpec spec, Consumer<Frame> latestWins);

  /**
   * What is wanted.
   *
   * @param framesPerSecond at most, 1 to 30
   */
  record FrameSpec(int framesPerSecond) {}

  /**
   * One picture. Personal.
   *
   * @param number rises with every frame of the source
   * @param jpeg the picture as the camera encoded it
   * @param at when it arrived
   */
  record Frame(long number, byte[] jpeg, Instant at) {
    @Override
    public String toString() {
      return "Frame[" + number + ", " + jpeg.length + " bytes]";
    }
  }
}
