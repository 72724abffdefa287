package io.yichuang.device.permit;

import io.yichuang.device.TravelDocument;
import io.yichuang.device.TravelDocument.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a machine-readable zone: every check digit has to fit. Pure. */
final class Mrz {
  /** A two-digit year of expiry is at most this far ahead; documents last ten years. */
  private static final int YEARS_AHEAD = 50;

  private final LocalDate today;

  private Mrz(LocalDate today) {
    this.today = today;
  }

  sealed interface Result {}

  record Read(TravelDocument document) implements Result {}

  /** More lines belong to it. */
  record NeedMore() implements Result {}

  /**
   * It cannot be right.
   *
   * @param why which part; never the data
   */
  record Wrong(String why) implements Result {}

  /**
   * Reads the lines that have come so far; several may stand in one without a break.
   *
   * @param today tells in which century a two-digit year lies
   */
  static Result read(List<String> lines, LocalDate today) {
    String all = String.join("", lines);
    if (!all.matches("[A-Z0-9<]*")) {
      return new Wrong("a character that no zone holds");
    }
    try {
      return new Mrz(today).read(all, lines.isEmpty() ? 0 : lines.getFirst().length());
    } catch (WrongZone e) {
      return new Wrong(String.valueOf(e.getMessage()));
    }
  }

  private Result read(String all, int first) throws WrongZone {
    List<String> rows = rows(all, first == 88 ? 44 : first == 72 ? 36 : first == 90 ? 30 : first);
    int width = rows.isEmpty() ? 0 : rows.getFirst().length();
    return switch (width) {
      case 44 -> rows.size() < 2 ? new NeedMore() : new Read(td3(rows.get(0), rows.get(1)));
      case 36 -> rows.size() < 2 ? new NeedMore() : new Read(td2(rows.get(0), rows.get(1)));
      case 30 -> {
        if (rows.getFirst().startsWith("CS")) {
          yield new Read(permit(rows.getFirst()));
        }
        yield rows.size() < 3
            ? new NeedMore()
            : new Read(td1(rows.get(0), rows.get(1), rows.get(2)));
      }
      case 0 -> new NeedMore();
      default -> new Wrong("a line of " + width + " characters");
    };
  }

  private static List<String> rows(String all, int width) throws WrongZone {
    if (width > 0 && all.length() % width != 0) {
      throw new WrongZone("lines of different lengths");
    }
    var rows = new ArrayList<String>();
    for (int at = 0; width > 0 && at < all.length(); at += width) {
      rows.add(all.substring(at, at + width));
    }
    return rows;
  }

  private TravelDocument td3(String first, String second) throws WrongZone {
    check("number", second.substring(0, 9), second.charAt(9));
    check("birth", second.substring(13, 19), second.charAt(19));
    check("expiry", second.substring(21, 27), second.charAt(27));
    String optional = second.substring(28, 42);
    if (second.charAt(42) != '<' || !optional.equals("<".repeat(14))) {
      check("optional data", optional, second.charAt(42));
    }
    check(
        "composite",
        second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43),
        second.charAt(43));
    return document(
        Form.TD3, first, second.substring(0, 9), first.substring(5), second, 10, 13, 20, 21);
  }

  private TravelDocument td2(String first, String second) throws WrongZone {
    String number = number(second.substring(0, 9), second.charAt(9), second.substring(28, 35));
    check("birth", second.substring(13, 19), second.charAt(19));
    check("expiry", second.substring(21, 27), second.charAt(27));
    check(
        "composite",
        second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 35),
        second.charAt(35));
    return document(Form.TD2, first, number, first.substring(5), second, 10, 13, 20, 21);
  }

  private TravelDocument td1(String first, String second, String third) throws WrongZone {
    String number = number(first.substring(5, 14), first.charAt(14), first.substring(15, 30));
    check("birth", second.substring(0, 6), second.charAt(6));
    check("expiry", second.substring(8, 14), second.charAt(14));
    check(
        "composite",
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18, 29),
        second.charAt(29));
    return document(Form.TD1, first, number, third, second, 15, 0, 7, 8);
  }

  /** One author's account of the card's own line; another claims three lines of it. */
  private TravelDocument permit(String line) throws WrongZone {
    check("number", line.substring(2, 11), line.charAt(11));
    check("expiry", line.substring(13, 19), line.charAt(19));
    check("birth", line.substring(21, 27), line.charAt(27));
    check(
        "composite",
        line.substring(2, 12) + line.substring(13, 20) + line.substring(21, 28),
        line.charAt(29));
    return new TravelDocument(
        Form.HK_MACAU_PERMIT,
        "CS",
        "",
        line.substring(2, 11).replace("<", ""),
        "",
        "",
        "",
        birth(line.substring(21, 27)),
        '<',
        expiry(line.substring(13, 19)));
  }

  private TravelDocument document(
      Form form,
      String first,
      String number,
      String names,
      String second,
      int nationality,
      int birth,
      int sex,
      int expiry)
      throws WrongZone {
    int gap = names.indexOf("<<");
    char sexCode = second.charAt(sex);
    if (sexCode != 'M' && sexCode != 'F' && sexCode != '<') {
      throw new WrongZone("sex");
    }
    return new TravelDocument(
        form,
        first.substring(0, 2).replace("<", ""),
        first.substring(2, 5).replace("<", ""),
        number.replace("<", ""),
        words(gap < 0 ? names : names.substring(0, gap)),
        gap < 0 ? "" : words(names.substring(gap)),
        second.substring(nationality, nationality + 3).replace("<", ""),
        birth(second.substring(birth, birth + 6)),
        sexCode,
        expiry(second.substring(expiry, expiry + 6)));
  }

  /** A number of more than nine characters goes on in the optional data, its digit behind it. */
  private static String number(String nine, char digit, String optional) throws WrongZone {
    if (digit != '<') {
      check("number", nine, digit);
      return nine;
    }
    int end = optional.indexOf('<');
    String rest = end < 0 ? optional : optional.substring(0, end);
    if (rest.length() < 2) {
      throw new WrongZone("number");
    }
    String whole = nine + rest.substring(0, rest.length() - 1);
    check("number", whole, rest.charAt(rest.length() - 1));
    return whole;
  }

  private static void check(String what, String data, char digit) throws WrongZone {
    if (!CheckDigit.fits(data, digit)) {
      throw new WrongZone("the check digit of " + what);
    }
  }

  private static String words(String name) {
    return name.replace('<', ' ').strip().replaceAll(" +", " ");
  }

  /** The latest day with these digits that is not in the future. */
  private @Nullable LocalDate birth(String digits) throws WrongZone {
    if (digits.contains("<")) {
      return null;
    }
    int century = today.getYear() / 100 * 100;
    LocalDate day = day(digits, century);
    return day.isAfter(today) ? day(digits, century - 100) : day;
  }

  private LocalDate expiry(String digits) throws WrongZone {
    int century = today.getYear() / 100 * 100;
    LocalDate day = day(digits, century);
    if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
      return day(digits, century - 100);
    }
    return day.isBefore(today.minusYears(100L - YEARS_AHEAD)) ? day(digits, century + 100) : day;
  }

  private static LocalDate day(String digits, int century) throws WrongZone {
    if (!digits.matches("\\d{6}")) {
      throw new WrongZone("a date");
    }
    try {
      return LocalDate.of(
          century + Integer.parseInt(digits.substring(0, 2)),
          Integer.parseInt(digits.substring(2, 4)),
          Integer.parseInt(digits.substring(4)));
    } catch (DateTimeException e) {
      throw new WrongZone("a date that does not exist");
    }
  }

  private static final class WrongZone extends Exception {
    WrongZone(String what) {
      super(what, null, false, false);
    }
  }
}
