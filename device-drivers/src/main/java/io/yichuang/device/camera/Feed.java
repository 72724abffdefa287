package io.yichuang.device.camera;

import io.yichuang.device.DeviceException;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a camera's pictures come from; the connection that its lane keeps. */
interface Feed extends AutoCloseable {
  /** Proves that the source is there without switching it on. */
  void probe() throws DeviceException;

  /** Switches it on. */
  Stream open(Turn turn) throws DeviceException, TurnOver;

  /** False where the same picture again is nothing to worry about. */
  boolean live();

  @Override
  void close();

  /** Pictures as they come. */
  interface Stream extends AutoCloseable {
    /** The next picture, undecoded and unchecked; null when the timeout ended first. */
    byte @Nullable [] next(Duration timeout) throws DeviceException, TurnOver;

    /** How often something came that was no part of the stream. */
    int corruptions();

    @Override
    void close();
  }
}
