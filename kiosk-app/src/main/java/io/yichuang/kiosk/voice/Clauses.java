package io.yichuang.kiosk.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be recorded in a language: the clauses of all bundles and of the catalogue, digits and
 * capital letters. {@code voice.js} parts a text in the same way.
 */
final class Clauses {
  /** Full-width signs by their code points, then those of ASCII; as in {@code voice.js}. */
  private static final Pattern BORDER =
      Pattern.compile(
          "[\\uFF0C\\u3002\\uFF1B\\uFF1A\\uFF1F\\uFF01\\u3001\\u00B7\\u2026\\u2014\\u300C\\u300D"
              + "\\u201C\\u201D\\uFF08\\uFF09\\uFF0A(),.;:?!*\n]+");

  private static final int FIRST_HAN = 0x4E00;
  private static final int LAST_HAN = 0x9FA5;

  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9][^}]*\\}");

  private Clauses() {}

  /** Clauses of a text; an argument is a border too. */
  static List<String> of(String text) {
    return Arrays.stream(BORDER.split(ARGUMENT.matcher(text).replaceAll("\n")))
        .map(String::strip)
        .filter(clause -> !clause.isEmpty())
        .toList();
  }

  /**
   * All clauses in order.
   *
   * @param lang {@code zh} or {@code en}
   * @param bundles folder with {@code FEATURE/texts.properties}
   * @param catalogue folder with items as JSON
   */
  static SequencedSet<String> all(String lang, Path bundles, Path catalogue) throws IOException {
    var all = new TreeSet<String>();
    String name = lang.equals("zh") ? "texts.properties" : "texts_" + lang + ".properties";
    try (Stream<Path> files = Files.walk(bundles)) {
      files
          .filter(file -> file.endsWith(name))
          .forEach(file -> bundle(file).forEach(text -> all.addAll(of(text))));
    }
    try (Stream<Path> files = Files.list(catalogue)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> item(file, lang).forEach(text -> all.addAll(of(text))));
    }
    IntStream.concat(IntStream.rangeClosed('0', '9'), IntStream.rangeClosed('A', 'Z'))
        .forEach(letter -> all.add(Character.toString(letter)));
    return all;
  }

  /**
   * The characters of GB 2312, 6,763 of them, which is what people write: what has no recording of
   * its own, a name or an address, is said by its characters.
   */
  static List<String> characters() {
    CharsetEncoder known = Charset.forName("GB2312").newEncoder();
    return IntStream.rangeClosed(FIRST_HAN, LAST_HAN)
        .filter(point -> known.canEncode((char) point))
        .mapToObj(Character::toString)
        .toList();
  }

  private static List<String> bundle(Path file) {
    var bundle = new Properties();
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      bundle.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle.stringPropertyNames().stream().map(bundle::getProperty).toList();
  }

  private static List<String> item(Path file, String lang) {
    try {
      JsonNode item = JsonMapper.shared().readTree(Files.readString(file));
      return item.findValues(lang).stream()
          .filter(JsonNode::isString)
          .map(JsonNode::asString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
