package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;

/** Boards on a line, whatever they speak. The lane's thread only. */
interface Board extends AutoCloseable {
  /**
   * Takes the current off every lock that an earlier connection may have left under it. Boards that
   * time the pulse themselves have nothing to do.
   *
   * @throws DeviceException when a lock may still be under current
   */
  default void settle() throws DeviceException {}

  /** False while a lock may be under current, which burns it. */
  default boolean settled() {
    return true;
  }

  /**
   * Fires a lock once; never repeats it.
   *
   * @throws DeviceException when it is not known whether the lock was fired
   */
  void fire(int door) throws DeviceException;

  /** What the feedback says; asks once more when the answer was damaged. */
  boolean isOpen(int door) throws DeviceException;

  @Override
  void close();
}
