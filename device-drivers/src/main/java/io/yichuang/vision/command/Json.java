package io.yichuang.vision.command;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one line of JSON (RFC 8259); this module has no library for it and needs no more. */
final class Json {

  private Json() {}

  /** Of maps, collections, text, numbers, truth values and null. Text that is no such is quoted. */
  static String of(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Boolean truth -> out.append(truth);
      case Double number when !Double.isFinite(number) -> out.append("null");
      case Number number -> out.append(number);
      case Map<?, ?> map -> {
        var between = "{";
        for (var entry : map.entrySet()) {
          out.append(between);
          quote(String.valueOf(entry.getKey()), out);
          out.append(':');
          write(entry.getValue(), out);
          between = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
      }
      case Collection<?> list -> {
        var between = "[";
        for (var each : list) {
          out.append(between);
          write(each, out);
          between = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      default -> quote(value.toString(), out);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // A file name may hold half a surrogate pair, which no UTF-8 can carry.
          if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Rounded, so that a line stays readable. */
  static double rounded(double value, int places) {
    var factor = Math.pow(10, places);
    return Math.round(value * factor) / factor;
  }
}
