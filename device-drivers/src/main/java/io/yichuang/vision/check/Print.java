package io.yichuang.vision.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What print says, whatever its spaces and the width of its signs. */
final class Print {

  private static final Properties LABELS = labels();

  static final List<String> NAME = words("name");
  static final List<String> NEXT = words("next");
  static final List<String> VALID = words("valid");
  static final List<String> FOREVER = words("forever");

  /** A label of validity with one of these behind it is a clause. */
  static final List<String> CLAUSE = words("clause");

  /** Between the first day and the last. */
  static final String UNTIL = "(?:" + String.join("|", words("until")) + ")";

  /** What may stand behind the number of a day: it is misread as its likes. */
  static final String DAY = "[" + String.join("", words("day")) + "]?";

  /** 2026年11月22日, 2026-11-22, 2026.11.22, 2026/11/22; 20261122 is no date but a number. */
  private static final Pattern DATE =
      Pattern.compile("((?:19|20)\\d{2})[\\u5e74.\\-/](\\d{1,2})[\\u6708.\\-/](\\d{1,2})(?!\\d)");

  private Print() {}

  private static Properties labels() {
    try (var in = Print.class.getResourceAsStream("labels.properties")) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no labels.properties");
      }
      var labels = new Properties();
      labels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String key) {
    return List.of(LABELS.getProperty(key).split(","));
  }

  /** Compatible forms made one (NFKC: full width to half), no white space. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  /** Where dates stand in a line, in their order; impossible ones too. */
  static List<MatchResult> dates(String plain) {
    return DATE.matcher(plain).results().toList();
  }

  /** Empty for an impossible one: misread. */
  static Optional<LocalDate> date(MatchResult found) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3))));
    } catch (DateTimeException e) {
      // The 31st of February is as good as no date.
      return Optional.empty();
    }
  }
}
