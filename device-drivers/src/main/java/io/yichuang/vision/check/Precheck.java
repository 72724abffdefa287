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

  /** One character of a name of three may be misread, where the reader itself is not sure. */
  private static final int FORGIVEN_FROM = 3;

  private Precheck() {}

  /** All that does not fit, the gravest first; empty when everything does. */
  public static List<Doubt> check(Expectation wanted, Material material, LocalDate today) {
    var read = material.lines().stream().map(Line::plain).toList();
    var lines = read.stream().map(Line::text).toList();
    var doubts = new ArrayList<Doubt>();
    form(wanted, lines).ifPresent(doubts::add);
    for (var name : wanted.names()) {
      name(Print.plain(name), wanted, read).ifPresent(doubts::add);
    }
    number(
            wanted.idNumbers(),
            Numbers.ids(lines),
            Doubt.Kind.OTHER_ID_NUMBER,
            Doubt.Kind.NO_ID_NUMBER)
        .ifPresent(doubts::add);
    number(
            wanted.creditCodes(),
            Numbers.creditCodes(lines),
            Doubt.Kind.OTHER_CREDIT_CODE,
            Doubt.Kind.NO_CREDIT_CODE)
        .ifPresent(doubts::add);
    if (wanted.inForce()) {
      Validity.doubt(lines, today).ifPresent(doubts::add);
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

  private static Optional<Doubt> name(String name, Expectation wanted, List<Line> lines) {
    var forgiven = name.codePointCount(0, name.length()) >= FORGIVEN_FROM ? 1 : 0;
    if (lines.stream().anyMatch(line -> line.text().contains(name))) {
      return Optional.empty();
    }
    for (var line : lines) {
      var found = NAMED.matcher(line.text());
      while (found.find()) {
        var group = found.group(1) == null ? 2 : 1;
        var other = found.group(group);
        var known = wanted.names().stream().anyMatch(n -> Print.plain(n).equals(other));
        if (!known && !misread(line, found.start(group), found.end(group), name, forgiven)) {
          return Optional.of(new Doubt(Doubt.Kind.OTHER_NAME, name, other));
        }
      }
    }
    // Behind no label: one misread character is forgiven only where nobody else is named.
    return lines.stream().anyMatch(line -> misread(line, 0, line.text().length(), name, forgiven))
        ? Optional.empty()
        : Optional.of(new Doubt(Doubt.Kind.NO_NAME, name, ""));
  }

  /** Whether the name stands in this part of the line, but for so many signs that are not sure. */
  private static boolean misread(Line line, int from, int to, String name, int forgiven) {
    for (var at = from; at + name.length() <= to; at++) {
      var other = 0;
      for (var i = 0; i < name.length() && other <= forgiven; i++) {
        if (line.text().charAt(at + i) != name.charAt(i)) {
          other += line.mayBeMisread(at + i) ? 1 : forgiven + 1;
        }
      }
      if (other <= forgiven) {
        return true;
      }
    }
    return false;
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
}
