package io.yichuang.device;

import java.util.OptionalDouble;
import java.util.Set;

/** What stands around the terminal: the cabinet's door, a presence sensor, climate, lights. */
public interface Site extends Device {

  /** What was seen last; never blocks. */
  Surroundings surroundings();

  /** Looks now. */
  Outcome<Surroundings> look(Call call);

  /** The names of the lights this site has, as configured. */
  Set<String> lights();

  /**
   * Sets a light; {@code Done} when the controller confirmed it.
   *
   * @throws IllegalArgumentException if there is no such light
   */
  Outcome<Light> light(String name, Light light, Call call);

  /**
   * Lets the cabinet's door open once; {@code Refused(UNSUPPORTED)} where none is configured.
   * {@code Uncertain} when the relay may have pulled.
   */
  Outcome<Released> releaseDoor(Call call);

  /** How a light burns (XFS4IoT {@code Lights.flashRate}). */
  enum Light {
    OFF,
    SLOW,
    MEDIUM,
    QUICK,
    CONTINUOUS
  }

  /** A contact (XFS4IoT {@code Auxiliaries.cabinetDoor}). */
  enum Door {
    UNKNOWN,
    CLOSED,
    OPEN
  }

  /** A person before the terminal (XFS4IoT {@code Auxiliaries.proximity}). */
  enum Presence {
    UNKNOWN,
    PRESENT,
    NOT_PRESENT
  }

  /** The relay was pulled and let go. */
  record Released() {}

  /**
   * What sensors say; what is not configured or does not answer is unknown.
   *
   * @param temperature in degrees Celsius
   * @param humidity relative, in percent
   */
  record Surroundings(
      Door door, Presence presence, OptionalDouble temperature, OptionalDouble humidity) {
    public static final Surroundings UNKNOWN =
        new Surroundings(
            Door.UNKNOWN, Presence.UNKNOWN, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
