package io.yichuang.device.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A device whose wire is recorded; drivers implement it beside their device's interface. */
public interface Recorded {
  /** The last minutes on the wire, oldest first, personal data masked. */
  List<Traffic> traffic();

  /** The last fault and what went over the wire before it, or null. */
  FlightRecorder.@Nullable Fault lastFault();
}
