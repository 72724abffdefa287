package io.yichuang.simulator.bench;

import io.yichuang.simulator.SimulatedDevice;
import java.util.List;

/** What a person does at a document scanner. */
public interface ScannerBench extends SimulatedDevice {

  /**
   * Puts sheets into the feeder, behind those already there: all of them, or none.
   *
   * @param bodies each a PNG, a JPEG or a PDF (each page a sheet)
   * @return how many sheets were added
   * @throws BenchRefusal if a body is no such picture or is too large (bounded before decoding), or
   *     the feeder does not hold so many
   */
  int load(List<byte[]> bodies);

  /**
   * The same of one.
   *
   * @param name file name for the person; no meaning
   */
  default int load(byte[] body, String name) {
    return load(List.of(body));
  }

  /**
   * Lays a picture or the first page of a PDF on the platen.
   *
   * @throws BenchRefusal as {@link #load}
   */
  void layOnPlaten(byte[] body);

  /** Takes away what lies on the platen. */
  void clearPlaten();

  /** Takes all sheets out of the feeder. */
  void emptyFeeder();
}
