package io.yichuang.device.matrix;

import java.util.Locale;

/** When it breaks. */
enum Phase {
  /** Nothing runs; the command is tried when the fault has shown. */
  IDLE,
  /** Right before the command's first exchange. */
  ARMING,
  /** The command waits, moves or prints. */
  ACTION,
  /** The effect is there, its proof not yet. */
  FINISHING,
  /** The command is done; the card, the door or the job is waited for. */
  COMMITTING;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
