package io.yichuang.simulator.bench;

import io.yichuang.simulator.SimulatedDevice;

/** What a person does at a document scanner. */
public interface ScannerBench extends SimulatedDevice {

  /**
   * Puts sheets into the feeder, behind those already there.
   *
   * @param body a PNG, a JPEG or a PDF (each page a sheet)
   * @param name file name for the person; no meaning
   * @return how many sheets were added
   * @throws BenchRefusal if the body is no such picture or is too large (bounded before decoding)
   */
  int load(byte[] body, String name);

  /** Takes all sheets out of the feeder. */
  void emptyFeeder();
}
