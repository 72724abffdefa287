package io.yichuang.device.trace;

import java.util.List;

/** A device whose wire is recorded; drivers implement it beside their device's interface. */
public interface Recorded {
  /** The last minutes on the wire, oldest first, personal data masked. */
  List<Traffic> traffic();

  /** The last faults, oldest first, and what went over the wire before each. */
  List<FlightRecorder.Fault> faults();
}
