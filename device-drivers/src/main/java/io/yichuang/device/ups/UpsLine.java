package io.yichuang.device.ups;

import io.yichuang.device.DeviceException;
import io.yichuang.device.Ups.Power;

/** A UPS, whatever it speaks. The lane's thread only. */
interface UpsLine extends AutoCloseable {
  /** Asks once; damage is asked once more. */
  Power ask() throws DeviceException;

  @Override
  void close();
}
