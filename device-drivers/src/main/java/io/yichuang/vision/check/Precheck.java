package io.yichuang.vision.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what a material says with what the case needs. Pure, any thread. */
public final class Precheck {

  private static final String LABEL = "(?:" + String.join("|", Print.NAME) + ")\\)?";

  /**
   * Two to four Han characters after a label are a name; longer are a firm. Without a colon only
   * where nothing else stands on the line: a clause too begins with who has to do something.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          LABEL
              + ":(\\p{IsHan}{2,4}?)(?="
              + String.join("|", Print.NEXT)
              + "|[^\\p{IsHan}:]|$)|^"
              + LABEL
              + "(\\p{IsHan}{2,4})$");

  /** One character of a name of three may be misread. */
  private static final int FORGIVEN_FROM = 3;

  private Precheck() {}

  /** All that does not fit, the gravest first; empty when everything does. */
  public static List<Doubt> check(Expectation wanted, Material material, LocalDate today) {
    var lines = material.lines().stream().map(Print::plain).toList();
    var doubts = new ArrayList<Doubt>();
    form(wanted, lines).ifPresent(doubts::add);
    for (var name : wanted.names()) {
      name(Print.plain(name), wanted, lines).ifPresent(doubts::add);
    }
    number(
            wanted.idNumbers(),
            Numbers.ids(material.lines()),
            Doubt.Kind.OTHER_ID_NUMBER,
            Doubt.Kind.NO_ID_NUMBER)
        .ifPresent(doubts::add);
    number(
            wanted.creditCodes(),
            Numbers.creditCodes(material.lines()),
            Doubt.Kind.OTHER_CREDIT_CODE,
            Doubt.Kind.NO_CREDIT_CODE)
        .ifPresent(doubts::add);
    if (wanted.inForce()) {
      inForce(lines, today).ifPresent(doubts::add);
    }
    if (wanted.seal() && material.seals() == 0) {
      doubts.add(new Doubt(Doubt.Kind.NO_SEAL, "", ""));
    }
    if (material.pages() < wanted.leastPages()) {
      doubts.add(
          new Doubt(
              Doubt.Kind.TOO_FEW_PAGES,
              String.valueOf(wanted.leastPages()),
              String.valueOf(material.pages())));
    }
    return List.copyOf(doubts);
  }

  /** Pairs of pages that seem to be one page, scanned twice; page numbers from 1. */
  public static List<Doubt> doubled(List<List<String>> pages) {
    return Doubled.of(pages);
  }

  private static Optional<Doubt> form(Expectation wanted, List<String> lines) {
    if (wanted.titles().isEmpty()) {
      return Optional.empty();
    }
    var all = String.join("", lines);
    for (var title : wanted.titles()) {
      if (all.contains(Print.plain(title)) || lines.stream().anyMatch(l -> near(title, l))) {
        return Optional.empty();
      }
    }
    var first = lines.isEmpty() ? "" : lines.getFirst();
    var titles = wanted.titles().stream().sorted().toList();
    return Optional.of(new Doubt(Doubt.Kind.WRONG_FORM, String.join(", ", titles), first));
  }

  /** A title of five signs and more is still that title with one of them misread. */
  private static boolean near(String title, String line) {
    var plain = Print.plain(title);
    return plain.length() > 4 && contains(line, plain, 1);
  }

  private static Optional<Doubt> name(String name, Expectation wanted, List<String> lines) {
    var forgiven = name.codePointCount(0, name.length()) >= FORGIVEN_FROM ? 1 : 0;
    if (lines.stream().anyMatch(line -> contains(line, name, 0))) {
      return Optional.empty();
    }
    for (var line : lines) {
      var found = NAMED.matcher(line);
      while (found.find()) {
        var other = found.group(1) == null ? found.group(2) : found.group(1);
        var known = wanted.names().stream().anyMatch(n -> Print.plain(n).equals(other));
        if (!known && !contains(other, name, forgiven)) {
          return Optional.of(new Doubt(Doubt.Kind.OTHER_NAME, name, other));
        }
      }
    }
    // Behind no label: one misread character is forgiven only where nobody else is named.
    return lines.stream().anyMatch(line -> contains(line, name, forgiven))
        ? Optional.empty()
        : Optional.of(new Doubt(Doubt.Kind.NO_NAME, name, ""));
  }

  /** Whether a piece of the line is the word but for so many signs. */
  private static boolean contains(String line, String word, int misread) {
    for (var at = 0; at + word.length() <= line.length(); at++) {
      var other = 0;
      for (var i = 0; i < word.length() && other <= misread; i++) {
        other += line.charAt(at + i) == word.charAt(i) ? 0 : 1;
      }
      if (other <= misread) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Doubt> number(
      java.util.Set<String> wanted, List<String> seen, Doubt.Kind other, Doubt.Kind none) {
    if (wanted.isEmpty() || seen.stream().anyMatch(wanted::contains)) {
      return Optional.empty();
    }
    var first = wanted.stream().sorted().findFirst().orElse("");
    return Optional.of(
        seen.isEmpty() ? new Doubt(none, first, "") : new Doubt(other, first, seen.getFirst()));
  }

  /** The last date behind a label of validity, on its line or the next, is the end. */
  private static Optional<Doubt> inForce(List<String> lines, LocalDate today) {
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var label = Print.VALID.stream().filter(line::contains).findFirst();
      if (label.isEmpty()) {
        continue;
      }
      var rest = line.substring(line.indexOf(label.get()));
      var text =
          i + 1 < lines.size() && Print.dates(rest).isEmpty() ? rest + lines.get(i + 1) : rest;
      if (Print.FOREVER.stream().anyMatch(text::contains)) {
        return Optional.empty();
      }
      var dates = Print.dates(text);
      if (!dates.isEmpty()) {
        var end = dates.getLast();
        return end.isBefore(today)
            ? Optional.of(new Doubt(Doubt.Kind.EXPIRED, today.toString(), end.toString()))
            : Optional.empty();
      }
    }
    return Optional.of(new Doubt(Doubt.Kind.NO_DATE, today.toString(), ""));
  }
}
