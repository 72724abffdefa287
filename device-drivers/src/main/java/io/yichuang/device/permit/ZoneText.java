package io.yichuang.device.permit;

import io.yichuang.device.TravelDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a zone of rows that were read from a picture. Two readings of a row have to agree, but for
 * characters that look alike; of those the kind of field decides, then the check digits, which are
 * never bent: what does not fit is told, not guessed. Pure.
 */
final class ZoneText {
  /** A letter or filler, a digit or filler, any of them; else the character itself. */
  private static final char LETTER = 'a';

  private static final char DIGIT = 'd';
  private static final char ANY = 'x';

  /** Characters that OCR takes for each other: at the same place letter and digit. */
  private static final String LETTERS = "OIBSZG";

  private static final String DIGITS = "018526";

  private static final String NUMBERS_TD3 =
      "x".repeat(9) + "daaa" + "d".repeat(7) + "a" + "d".repeat(7) + "x".repeat(14) + "dd";
  private static final String NUMBERS_TD2 =
      "x".repeat(9) + "daaa" + "d".repeat(7) + "a" + "d".repeat(7) + "x".repeat(7) + "d";
  private static final String FIRST_TD1 = "aaaaa" + "x".repeat(9) + "d" + "x".repeat(15);
  private static final String SECOND_TD1 =
      "d".repeat(7) + "a" + "d".repeat(7) + "aaa" + "x".repeat(11) + "d";
  private static final String PERMIT = "CSax" + "d".repeat(8) + "<ddddddd<ddddddd<d";

  private static final List<List<String>> FORMS =
      List.of(
          List.of("a".repeat(44), NUMBERS_TD3),
          List.of("a".repeat(36), NUMBERS_TD2),
          List.of(FIRST_TD1, SECOND_TD1, "a".repeat(30)),
          List.of(PERMIT));

  private ZoneText() {}

  /**
   * What the rows say.
   *
   * @param rows of each its readings
   * @return {@link Mrz.Read}, or {@link Mrz.Wrong} with what does not fit; never the data
   */
  static Mrz.Result read(List<List<String>> rows, LocalDate today) {
    Mrz.Wrong wrong = new Mrz.Wrong("its rows are of no form: a part of it is not to be seen");
    for (List<String> form : FORMS) {
      if (form.size() == rows.size()) {
        Mrz.Result result = read(rows, form, today);
        if (result instanceof Mrz.Read) {
          return result;
        } else if (result instanceof Mrz.Wrong why) {
          wrong = why;
        }
      }
    }
    return wrong;
  }

  /** Null when the rows are not of this form's length. */
  private static Mrz.@Nullable Result read(
      List<List<String>> rows, List<String> form, LocalDate today) {
    List<List<String>> zones = List.of(List.of());
    for (int i = 0; i < form.size(); i++) {
      String kinds = form.get(i);
      List<String> whole =
          rows.get(i).stream().map(text -> whole(text, kinds)).filter(t -> t.length() > 0).toList();
      if (whole.isEmpty()) {
        return null;
      }
      Set<String> agreed = agreed(whole, kinds);
      if (agreed.isEmpty()) {
        return new Mrz.Wrong("row " + (i + 1) + " is not read the same way twice");
      }
      var longer = new ArrayList<List<String>>();
      for (List<String> zone : zones) {
        for (String row : agreed) {
          var next = new ArrayList<>(zone);
          next.add(row);
          longer.add(next);
        }
      }
      zones = longer;
    }
    var documents = new HashSet<TravelDocument>();
    Mrz.Result last = null;
    for (List<String> zone : zones) {
      Mrz.Result result = Mrz.read(zone, today);
      if (result instanceof Mrz.Read(TravelDocument document)) {
        documents.add(document);
        last = result;
      } else if (last == null) {
        last = result;
      }
    }
    return documents.size() > 1 ? new Mrz.Wrong("two readings of it both fit") : last;
  }

  /** Fillers at the end of a row carry nothing: too few are added, too many taken off. */
  private static String whole(String read, String kinds) {
    int width = kinds.length();
    int end = read.length();
    while (end > 0 && read.charAt(end - 1) == '<') {
      end--;
    }
    String text = read;
    if (read.length() != width && read.length() - end >= 2 && end <= width) {
      text = read.substring(0, end) + "<".repeat(width - end);
    }
    return text.length() == width ? text : "";
  }

  /** What two readings say alike, by the fields' kinds; more than one where only these differ. */
  private static Set<String> agreed(List<String> whole, String kinds) {
    var agreed = new LinkedHashSet<String>();
    for (int i = 0; i < whole.size(); i++) {
      for (int j = 0; j < whole.size(); j++) {
        if (i != j && alike(whole.get(i)).equals(alike(whole.get(j)))) {
          String text = byKind(whole.get(i), kinds);
          agreed.add(text);
          // Issuers avoid O and I in numbers, which are mostly digits.
          agreed.add(withoutLetters(text, kinds));
        }
      }
    }
    return agreed;
  }

  private static String alike(String text) {
    return swapped(text, LETTERS, DIGITS);
  }

  private static String byKind(String text, String kinds) {
    var fixed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String one = text.substring(i, i + 1);
      fixed.append(
          switch (kinds.charAt(i)) {
            case LETTER -> swapped(one, DIGITS, LETTERS);
            case DIGIT -> swapped(one, LETTERS, DIGITS);
            default -> one;
          });
    }
    return fixed.toString();
  }

  private static String withoutLetters(String text, String kinds) {
    var fixed = new StringBuilder(text);
    for (int i = 0; i < fixed.length(); i++) {
      if (kinds.charAt(i) == ANY) {
        char c = fixed.charAt(i);
        fixed.setCharAt(i, c == 'O' ? '0' : c == 'I' ? '1' : c);
      }
    }
    return fixed.toString();
  }

  private static String swapped(String text, String from, String to) {
    var out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int at = from.indexOf(out.charAt(i));
      if (at >= 0) {
        out.setCharAt(i, to.charAt(at));
      }
    }
    return out.toString();
  }
}
