package io.yichuang.simulator.bench;

import io.yichuang.simulator.SimulatedDevice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person does at an A4 printer. */
public interface PagePrinterBench extends SimulatedDevice {

  /**
   * Printed jobs, newest first: at least {@code id}, {@code time}, {@code name}, {@code pages},
   * {@code state}.
   */
  List<Map<String, Object>> output();

  /** Somebody takes the papers out; jobs that still print go on. */
  void clearOutput();

  /** The PDF of a job as it came over the wire. */
  Optional<byte[]> pdf(String id);
}
