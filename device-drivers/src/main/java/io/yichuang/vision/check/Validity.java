package io.yichuang.vision.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a material has run out, by what stands behind a label of validity. */
final class Validity {

  /** Behind a date: it is the first day, and the last one follows. */
  private static final Pattern FIRST_DAY = Pattern.compile("^" + Print.DAY + Print.UNTIL);

  /** Behind the first day nothing more than a piece of the last one: the rest stands below. */
  private static final Pattern BREAKS_OFF =
      Pattern.compile("^" + Print.DAY + Print.UNTIL + "*[0-9\\u5e74\\u6708.\\-/]*$");

  private static final Pattern GOES_ON = Pattern.compile("^" + Print.UNTIL);

  /** Signs behind a label of which the date stands below: a colon, a unit, from. */
  private static final int BARE_LABEL = 6;

  private Validity() {}

  /** The end behind a label, on its line or the next. */
  static Optional<Doubt> doubt(List<String> lines, LocalDate today) {
    for (var i = 0; i < lines.size(); i++) {
      var rest = labelled(lines.get(i));
      if (rest.isEmpty()) {
        continue;
      }
      var text = rest.get();
      // The label, the first day and the last may stand on a line each.
      for (var below = i + 1; below <= i + 2 && below < lines.size(); below++) {
        if (forever(text) || !breaksOff(text, lines.get(below))) {
          break;
        }
        text += lines.get(below);
      }
      if (forever(text)) {
        return Optional.empty();
      }
      var end = end(text);
      if (end.isPresent()) {
        return end.get().isBefore(today)
            ? Optional.of(new Doubt(Doubt.Kind.EXPIRED, today.toString(), end.get().toString()))
            : Optional.empty();
      }
    }
    return Optional.of(new Doubt(Doubt.Kind.NO_DATE, today.toString(), ""));
  }

  /**
   * What stands behind the first label of the line; empty without one, and where it is a clause.
   */
  private static Optional<String> labelled(String line) {
    for (var label : Print.VALID) {
      var at = line.indexOf(label);
      if (at >= 0) {
        var rest = line.substring(at + label.length());
        return Print.CLAUSE.stream().anyMatch(rest::startsWith)
            ? Optional.empty()
            : Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  private static boolean forever(String text) {
    return Print.FOREVER.stream().anyMatch(text::contains);
  }

  private static boolean breaksOff(String text, String below) {
    var dates = Print.dates(text);
    if (dates.isEmpty()) {
      return text.length() <= BARE_LABEL;
    }
    var behind = text.substring(dates.getLast().end());
    return dates.size() == 1
        && BREAKS_OFF.matcher(behind).find()
        && (FIRST_DAY.matcher(behind).find() || GOES_ON.matcher(below).find());
  }

  /** The day behind a first day, and never that one; without a first day the last that is told. */
  private static Optional<LocalDate> end(String text) {
    var dates = Print.dates(text);
    for (var i = 0; i < dates.size(); i++) {
      if (FIRST_DAY.matcher(text.substring(dates.get(i).end())).find()) {
        return i + 1 < dates.size() ? Print.date(dates.get(i + 1)) : Optional.empty();
      }
    }
    return dates.reversed().stream().map(Print::date).flatMap(Optional::stream).findFirst();
  }
}
