package io.yichuang.device.lane;

import io.yichuang.device.Outcome;
import java.io.IOException;

/**
 * One command of a driver. It runs alone on the lane's thread and asks its {@link Turn} how long it
 * may go on.
 */
@FunctionalInterface
public interface Command<C extends AutoCloseable, T> {
  /**
   * Does the work and says how it ended. A fault is thrown ({@link
   * io.yichuang.device.DeviceException}); the lane makes it {@code Failed}, or {@code Uncertain}
   * once {@link Turn#begin} was called, and connects anew.
   */
  Outcome<T> run(C connection, Turn turn) throws IOException, TurnOver;
}
