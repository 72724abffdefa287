package io.yichuang.simulator.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Texts of answers in both languages, from the bundles; and personal data half hidden. */
final class Words {
  private static final Language ZH = Language.of("texts.properties", Locale.CHINA);
  private static final Language EN = Language.of("texts_en.properties", Locale.UK);

  private Words() {}

  /**
   * A text in both languages.
   *
   * @param key of the bundles
   * @param values for its gaps; dates and months are written as each language does
   */
  static ObjectNode of(String key, Object... values) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("zh", ZH.text(key, values))
        .put("en", EN.text(key, values));
  }

  /** Where the contract has one language only. */
  static String zh(String key, Object... values) {
    return ZH.text(key, values);
  }

  private record Language(Properties texts, DateTimeFormatter date, DateTimeFormatter month) {

    static Language of(String file, Locale locale) {
      Properties texts = new Properties();
      try (Reader reader =
          new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
        texts.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Language(
          texts,
          DateTimeFormatter.ofPattern(texts.getProperty("date"), locale),
          DateTimeFormatter.ofPattern(texts.getProperty("month"), locale));
    }

    String text(String key, Object... values) {
      String text = texts.getProperty(key);
      if (text == null) {
        throw new IllegalArgumentException("the platform has no text " + key);
      }
      return text.formatted(Arrays.stream(values).map(this::written).toArray());
    }

    private Object written(Object value) {
      return switch (value) {
        case LocalDate day -> date.format(day);
        case YearMonth each -> month.format(each);
        default -> value;
      };
    }
  }

  /** 王＊英, 陈＊: first and last character of three and more, the first of two. */
  static String maskedName(String name) {
    int[] points = name.codePoints().toArray();
    if (points.length < 2) {
      return "＊";
    }
    String first = Character.toString(points[0]);
    return points.length == 2
        ? first + "＊"
        : first
            + "＊".repeat(Math.min(3, points.length - 2))
            + Character.toString(points[points.length - 1]);
  }

  /** 199****0001. */
  static String maskedPhone(String phone) {
    return phone.length() < 8
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** Region and last character stay. */
  static String maskedNumber(String number) {
    return number.length() < 15
        ? "****"
        : number.substring(0, 6)
            + "*".repeat(number.length() - 7)
            + number.substring(number.length() - 1);
  }
}
