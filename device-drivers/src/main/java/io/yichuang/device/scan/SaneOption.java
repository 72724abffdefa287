package io.yichuang.device.scan;

import java.util.List;

/**
 * One option of a scanner as its backend describes it.
 *
 * @param index its number in CONTROL_OPTION
 * @param name machine name, such as {@code resolution}; empty for groups
 * @param type {@link #BOOL} to {@link #GROUP}
 * @param unit 4 is dots per inch
 * @param size bytes of the value
 * @param capabilities bit 0 settable by software, bit 5 inactive
 * @param limits which values are allowed
 */
record SaneOption(
    int index, String name, int type, int unit, int size, int capabilities, Limits limits) {
  static final int BOOL = 0;
  static final int INT = 1;
  static final int FIXED = 2;
  static final int STRING = 3;
  static final int BUTTON = 4;
  static final int GROUP = 5;

  /** One unit of a fixed-point word. */
  static final int FIXED_ONE = 1 << 16;

  private static final int CAP_SOFT_SELECT = 1;
  private static final int CAP_INACTIVE = 1 << 5;

  /** What the backend allows. Words are in the option's own type. */
  sealed interface Limits {
    record None() implements Limits {}

    record Range(int min, int max, int step) implements Limits {}

    record Words(List<Integer> values) implements Limits {}

    record Strings(List<String> values) implements Limits {}
  }

  boolean settable() {
    return (capabilities & CAP_SOFT_SELECT) != 0 && (capabilities & CAP_INACTIVE) == 0;
  }

  /** The values of a list of strings; empty for all other limits. */
  List<String> strings() {
    return limits instanceof Limits.Strings(List<String> values) ? values : List.of();
  }

  /** A number in the option's own type. */
  int word(int number) {
    return type == FIXED ? Math.multiplyExact(number, FIXED_ONE) : number;
  }

  /** Whether a number is allowed. */
  boolean allows(int number) {
    int word = word(number);
    return switch (limits) {
      case Limits.None() -> true;
      case Limits.Range(int min, int max, int step) ->
          word >= min && word <= max && (step == 0 || (word - min) % step == 0);
      case Limits.Words(List<Integer> values) -> values.contains(word);
      case Limits.Strings(List<String> values) -> values.contains(Integer.toString(number));
    };
  }
}
