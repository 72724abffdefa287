package io.yichuang.simulator.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Machine-readable zones of invented people (protocols.md 5.9), written with their check digits.
 */
final class Zone {
  private static final String NAME = "WANG<<XIAOYING";
  private static final String NUMBER = "E12345678";
  private static final String BIRTH = "920317";
  private static final String EXPIRY = "340520";

  private Zone() {}

  /** The lines of each document, by what a person calls it. */
  static Map<String, List<String>> all() {
    return Map.of("passport", td3(), "td2", td2(), "card", td1(), "permit", permit());
  }

  private static List<String> td3() {
    String numbers = NUMBER + digit(NUMBER);
    String days = BIRTH + digit(BIRTH) + "F" + EXPIRY + digit(EXPIRY);
    String optional = "<".repeat(14) + "0";
    String composite = numbers + BIRTH + digit(BIRTH) + EXPIRY + digit(EXPIRY) + optional;
    return List.of(fill("P<CHN" + NAME, 44), numbers + "CHN" + days + optional + digit(composite));
  }

  private static List<String> td2() {
    String numbers = NUMBER + digit(NUMBER);
    String days = BIRTH + digit(BIRTH) + "F" + EXPIRY + digit(EXPIRY);
    String optional = "<".repeat(7);
    String composite = numbers + BIRTH + digit(BIRTH) + EXPIRY + digit(EXPIRY) + optional;
    return List.of(fill("I<CHN" + NAME, 36), numbers + "CHN" + days + optional + digit(composite));
  }

  private static List<String> td1() {
    String first = fill("I<CHN" + NUMBER + digit(NUMBER), 30);
    String days = BIRTH + digit(BIRTH) + "F" + EXPIRY + digit(EXPIRY);
    String optional = "<".repeat(11);
    String composite =
        first.substring(5) + BIRTH + digit(BIRTH) + EXPIRY + digit(EXPIRY) + optional;
    return List.of(first, days + "CHN" + optional + digit(composite), fill(NAME, 30));
  }

  private static List<String> permit() {
    String number = "CA0000001";
    String a = number + digit(number);
    String b = EXPIRY + digit(EXPIRY);
    String c = BIRTH + digit(BIRTH);
    return List.of("CS" + a + "<" + b + "<" + c + "<" + digit(a + b + c));
  }

  /** A line with one digit read as its neighbour. */
  static List<String> misread(List<String> lines) {
    List<String> wrong = new ArrayList<>(lines);
    int at = wrong.size() == 1 ? 0 : 1;
    String line = wrong.get(at);
    int place = line.indexOf(BIRTH);
    wrong.set(at, line.substring(0, place) + "8" + line.substring(place + 1));
    return wrong;
  }

  private static String fill(String text, int width) {
    return text + "<".repeat(width - text.length());
  }

  private static String digit(String data) {
    int sum = 0;
    int weight = 7;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      int value = c == '<' ? 0 : Character.digit(c, 36);
      sum += value * weight;
      weight = weight == 7 ? 3 : weight == 3 ? 1 : 7;
    }
    return String.valueOf(sum % 10);
  }
}
