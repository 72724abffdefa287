package io.yichuang.simulator.bench;

import io.yichuang.simulator.SimulatedDevice;

/** What a person does before a camera. */
public interface CameraBench extends SimulatedDevice {

  /**
   * Puts a sheet under the camera or a face before it, until changed.
   *
   * @param image a PNG or a JPEG
   * @throws BenchRefusal if the body is no such picture or is too large (bounded before decoding)
   */
  void show(byte[] image);

  /** Takes away what is there: the camera sees the empty table or room. */
  void clearView();

  /** The picture the camera sees now, as JPEG. */
  byte[] view();
}
