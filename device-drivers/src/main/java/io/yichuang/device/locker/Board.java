package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;

/** Boards on a line, whatever they speak. The lane's thread only. */
interface Board extends AutoCloseable {
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
