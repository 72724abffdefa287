package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.DictionaryFile.Word;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words with their readings: those of npm {@code @pinyin-pro/data} and those of {@link Grams},
 * which have none and get them from the words of the list that they are made of.
 */
final class WordList {
  /** Interjections (嗯, 呣) whose spelling is a bare consonant: they would swallow initials. */
  private static final Set<String> NO_SYLLABLES = Set.of("m", "n", "ng", "hm", "hng");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Another reading of a character counts from this share of the words it stands in. */
  private static final double LEAST_SHARE = 0.02;

  /** A character that is no word of the list, of all the words it stands in. */
  private static final double LIKE_A_WORD = 0.05;

  /** What is left of a word's share in one source if the other does not know it. */
  private static final double ODD = 0.3;

  /** How far the counted texts are believed, the list for the rest. */
  private static final double COUNTED = 0.8;

  /** Longer words than this are not looked up as parts of others. */
  private static final int LONGEST_PART = 6;

  /** By text and reading. */
  private final Map<String, Word> words = new HashMap<>();

  private final Map<String, List<String>> readings = new HashMap<>();

  /** Readings of characters with their shares. */
  private final Map<String, Map<String, Double>> singles = new HashMap<>();

  private final Map<String, Double> counted = new HashMap<>();

  /** Reads the list and puts the words of the model beside it. */
  WordList(Path list, Grams grams) {
    for (int i = 0; i < grams.words().size(); i++) {
      counted.put(grams.words().get(i), Math.exp(grams.weights()[i]));
    }
    Map<String, Double> shares = new HashMap<>();
    JsonNode all = JsonMapper.shared().readTree(list.toFile());
    double sum = 0;
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String text = entry.getKey();
      List<String> reading = toneless(entry.getValue().get(0).asString());
      if (reading.size() == text.codePointCount(0, text.length())) {
        readings.put(text, reading);
        shares.put(text, entry.getValue().get(1).asDouble());
        sum += entry.getValue().get(1).asDouble();
      }
    }
    double total = sum;
    shares.replaceAll((_, count) -> count / total);
    countReadings(shares);
    Set<String> texts = new HashSet<>(readings.keySet());
    texts.addAll(counted.keySet());
    texts.stream().sorted().forEach(text -> add(text, shares.get(text)));
  }

  /** By text and reading, to be added to. */
  Map<String, Word> words() {
    return words;
  }

  /** Readings of characters with their shares. */
  Map<String, Map<String, Double>> singles() {
    return singles;
  }

  /** A word of this house: it takes the place of the list's, with the greater weight of the two. */
  void own(String text, List<String> reading, double weight, Candidate.Kind kind) {
    Word known = words.get(key(text, reading));
    if (known != null && known.own() && kind == Candidate.Kind.REGION) {
      return; // what is around here stays so
    }
    put(
        text,
        reading,
        known == null ? weight : Math.max(weight, known.weight()),
        known == null ? 0 : known.doubt(),
        kind,
        true);
  }

  private void add(String text, @Nullable Double share) {
    double weight = mixed(share, counted.get(text));
    Map<String, Double> several = singles.get(text);
    if (several == null) {
      put(text, reading(text), Math.log(weight), 0, Candidate.Kind.WORD, false);
      return;
    }
    several.forEach((reading, part) -> {
      double doubt = Math.log(part);
      put(text, List.of(reading), Math.log(weight) + doubt, doubt, Candidate.Kind.WORD, false);
    });
  }

  /** The list has one reading a character, or none (不); the words it stands in know the others. */
  private void countReadings(Map<String, Double> shares) {
    Map<String, Map<String, Double>> counts = new HashMap<>();
    readings.forEach((text, reading) -> {
      double share = mixed(shares.get(text), counted.get(text));
      int[] characters = text.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        counts
            .computeIfAbsent(Character.toString(characters[i]), _ -> new HashMap<>())
            .merge(reading.get(i), share, Double::sum);
      }
    });
    counts.forEach((character, parts) -> {
      double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
      Map<String, Double> usual = new HashMap<>();
      parts.forEach((reading, part) -> {
        if (part / whole >= LEAST_SHARE) {
          usual.put(reading, part / whole);
        }
      });
      singles.put(character, usual);
      if (!shares.containsKey(character)) {
        shares.put(character, LIKE_A_WORD * whole);
      }
    });
  }

  /** How a text is read, by the words of the list that it is made of. */
  List<String> reading(String text) {
    List<String> known = readings.get(text);
    if (known != null) {
      return known;
    }
    List<String> reading = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + LONGEST_PART);
      while (end > at + 1 && !readings.containsKey(text.substring(at, end))) {
        end--;
      }
      end = Math.max(end, at + Character.charCount(text.codePointAt(at)));
      String part = text.substring(at, end);
      if (part.codePointCount(0, part.length()) > 1) {
        reading.addAll(Objects.requireNonNull(readings.get(part)));
      } else {
        reading.add(usual(part));
      }
      at = end;
    }
    return reading;
  }

  /** The likeliest reading of a character, or a question mark. */
  String usual(String character) {
    return singles.getOrDefault(character, Map.of("?", 1.0)).entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private void put(
      String text,
      List<String> reading,
      double weight,
      double doubt,
      Candidate.Kind kind,
      boolean own) {
    if (reading.stream().noneMatch(NO_SYLLABLES::contains) && !reading.contains("?")) {
      words.put(key(text, reading), new Word(text, reading, weight, doubt, kind, own));
    }
  }

  private static String key(String text, List<String> reading) {
    return text + ' ' + String.join(" ", reading);
  }

  /** Words that only one of the two sources knows are odd ones more often than not. */
  private static double mixed(@Nullable Double share, @Nullable Double counted) {
    if (share == null) {
      return counted == null ? 0 : COUNTED * counted;
    }
    return counted == null ? ODD * share : (1 - COUNTED) * share + COUNTED * counted;
  }

  /** {@code lǜ huà} is lv, hua. */
  private static List<String> toneless(String marked) {
    String plain = Normalizer.normalize(marked, Normalizer.Form.NFD).replace("u\u0308", "v");
    return List.of(MARKS.matcher(plain).replaceAll("").split(" ", -1));
  }
}
