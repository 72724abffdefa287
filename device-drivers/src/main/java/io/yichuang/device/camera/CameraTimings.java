package io.yichuang.device.camera;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times and counts of a camera.
 *
 * @param lane the lane's own
 * @param answer until the headers of the stream are there
 * @param slice the longest wait that does not look whether somebody still watches
 * @param silence no whole frame for so long means that the camera hangs
 * @param staleFrames so many equal frames in a row are no live picture: a sensor's noise makes
 *     every frame differ
 * @param brokenFrames so many parts in a row that are no picture mean a broken camera
 * @param retry wait before the stream is opened again
 */
public record CameraTimings(
    LaneTimings lane,
    Duration answer,
    Duration slice,
    Duration silence,
    int staleFrames,
    int brokenFrames,
    Duration retry) {

  /** The usual times. */
  public static CameraTimings usual() {
    return new CameraTimings(
        LaneTimings.usual(),
        Duration.ofSeconds(3),
        Duration.ofMillis(100),
        Duration.ofSeconds(2),
        15,
        5,
        Duration.ofSeconds(1));
  }

  /** So many frames settle whether a camera is good. */
  int provingFrames() {
    return Math.max(staleFrames, brokenFrames) + 1;
  }

  /** The same, so many times faster; for tests. */
  public CameraTimings faster(int times) {
    return new CameraTimings(
        lane.faster(times),
        answer.dividedBy(times),
        slice.dividedBy(times),
        silence.dividedBy(times),
        staleFrames,
        brokenFrames,
        retry.dividedBy(times));
  }
}
