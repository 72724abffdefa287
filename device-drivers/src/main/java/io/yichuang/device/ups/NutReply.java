package io.yichuang.device.ups;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What NUT's server says to {@code GET VAR}. */
sealed interface NutReply {
  Pattern VALUE = Pattern.compile("VAR (\\S+) (\\S+) \"((?:[^\"\\\\]|\\\\.)*)\"");
  Pattern ERROR = Pattern.compile("ERR ([A-Z-]+).*");

  record Value(String ups, String name, String value) implements NutReply {}

  /**
   * An error.
   *
   * @param word such as {@code DATA-STALE}
   */
  record Refused(String word) implements NutReply {}

  /** The reply in a line, or null where it is none. */
  static @Nullable NutReply of(String line) {
    Matcher value = VALUE.matcher(line);
    if (value.matches()) {
      return new Value(value.group(1), value.group(2), value.group(3).replaceAll("\\\\(.)", "$1"));
    }
    Matcher error = ERROR.matcher(line);
    return error.matches() ? new Refused(error.group(1)) : null;
  }
}
