package io.yichuang.device.matrix;

import java.util.Locale;

/** What breaks in the field. */
enum Fault {
  UNPLUG,
  POWER_CYCLE,
  NO_ANSWER,
  LATE_ANSWER,
  GARBAGE,
  BAD_CHECKSUM,
  TRUNCATED,
  TWO_IN_ONE,
  DUPLICATE,
  BUSY,
  JAM,
  COVER_OPEN,
  SUPPLY_LOW,
  SUPPLY_OUT,
  MEDIUM_LEFT,
  MEDIUM_PULLED;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
