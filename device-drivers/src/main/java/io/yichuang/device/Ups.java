package io.yichuang.device;

import java.util.OptionalDouble;

/** An uninterruptible power supply. */
public interface Ups extends Device {

  /** What was known last; never blocks. */
  Power power();

  /** Asks now. */
  Outcome<Power> look(Call call);

  /** Whether mains come in (XFS4IoT {@code PowerManagement.powerInStatus}). */
  enum Mains {
    UNKNOWN,
    POWERING,
    NO_POWER
  }

  /** The battery (XFS4IoT {@code PowerManagement.batteryStatus}). */
  enum Battery {
    UNKNOWN,
    OPERATIONAL,
    /** It ends soon: save and shut down. */
    LOW,
    FAILURE
  }

  /**
   * A reading; what the UPS does not say is absent.
   *
   * @param inputVolts of the mains
   * @param load in percent of what the UPS can feed
   * @param charge of the battery, in percent
   */
  record Power(
      Mains mains,
      Battery battery,
      OptionalDouble inputVolts,
      OptionalDouble load,
      OptionalDouble charge) {
    public static final Power UNKNOWN =
        new Power(
            Mains.UNKNOWN,
            Battery.UNKNOWN,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
  }
}
