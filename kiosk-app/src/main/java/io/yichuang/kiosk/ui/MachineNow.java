package io.yichuang.kiosk.ui;

import java.time.LocalTime;
import java.util.List;

/**
 * What this machine can do now, honestly, in the language of the page.
 *
 * @param lines at most three: can do, slow, stopped with the reason
 * @param busiest the three most used
 * @param checkedAt when it was last looked
 */
public record MachineNow(List<Line> lines, List<String> busiest, LocalTime checkedAt) {
  /**
   * A line of the list.
   *
   * @param what the state and its count (能办61件)
   * @param detail which, and why
   * @param note when again, or how long
   */
  public record Line(Light light, String what, String detail, String note) {}

  public MachineNow {
    lines = List.copyOf(lines);
    busiest = List.copyOf(busiest);
  }
}
