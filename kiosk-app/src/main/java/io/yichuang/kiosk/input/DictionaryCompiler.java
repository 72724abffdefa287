package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.DictionaryFile.NamePart;
import io.yichuang.kiosk.input.DictionaryFile.Word;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code words.gz} at build time out of the word list of npm {@code @pinyin-pro/data} (ISC)
 * and our own {@code domain.tsv}, with {@code counts.tsv}, {@code pairs.tsv} and {@code names.tsv}
 * beside it. Arguments: complete.json, domain.tsv, target file.
 */
public final class DictionaryCompiler {
  /** Interjections (嗯, 呣) whose spelling is a bare consonant: they would swallow initials. */
  private static final Set<String> NO_SYLLABLES = Set.of("m", "n", "ng", "hm", "hng");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Another reading of a character counts from this share of the words it stands in. */
  private static final double LEAST_SHARE = 0.02;

  /** A character that is no word of the list, of all the words it stands in. */
  private static final double LIKE_A_WORD = 0.05;

  /** What is left of a word's share if the second body of text does not know it. */
  private static final double ODD = 0.4;

  /** Log weights of our own words; 重庆 in the word list has -9.7, 房屋 -10.4. */
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "place", -9.0, "road", -9.5, "village", -12.5, "item", -9.5, "word", -10.0, "unit", -9.5,
          "number", -7.5, "county", -11.5, "town", -12.5);

  /** Added to all counts of a word, for the followers that were never seen. */
  private static final double UNSEEN = 5;

  /** What a number is followed by: each unit at least so often, of all that follows. */
  private static final double UNIT_SHARE = 0.05;

  /** By text and reading: our own words take the place of the list's. */
  private final Map<String, Word> words = new HashMap<>();

  /** Readings of characters with their shares. */
  private final Map<String, Map<String, Double>> singles = new HashMap<>();

  private final Map<String, List<String>> surnames = new TreeMap<>();
  private final Set<String> units = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>(Set.of("#"));
  private final Map<String, Map<String, Double>> pairs = new HashMap<>();

  private DictionaryCompiler() {}

  /** Does nothing where the target is newer than both lists. */
  public static void main(String[] args) throws IOException {
    Path list = Path.of(args[0]);
    Path domain = Path.of(args[1]);
    Path target = Path.of(args[2]);
    List<Path> sources =
        List.of(
            list,
            domain,
            domain.resolveSibling("counts.tsv"),
            domain.resolveSibling("pairs.tsv"),
            domain.resolveSibling("names.tsv"));
    if (isOfThisFormat(target) && isNewer(target, sources)) {
      return;
    }
    var compiler = new DictionaryCompiler();
    compiler.readList(list, domain.resolveSibling("counts.tsv"));
    compiler.readDomain(domain);
    compiler.readPairs(domain.resolveSibling("pairs.tsv"));
    List<NamePart> names =
        new NameCounts(compiler.singles, compiler.surnames)
            .read(lines(domain.resolveSibling("names.tsv")));
    DictionaryFile.write(target, compiler.words.values(), compiler.pairs, names);
  }

  private static boolean isNewer(Path target, List<Path> sources) throws IOException {
    for (Path source : sources) {
      if (Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfThisFormat(Path target) throws IOException {
    if (!Files.exists(target)) {
      return false;
    }
    try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(target)))) {
      return in.readInt() == Dictionary.FORMAT;
    }
  }

  private void put(
      String text, List<String> reading, double weight, Candidate.Kind kind, boolean own) {
    if (reading.stream().noneMatch(NO_SYLLABLES::contains)) {
      words.put(text + ' ' + String.join(" ", reading), new Word(text, reading, weight, kind, own));
    }
  }

  private void readList(Path list, Path counted) throws IOException {
    Map<String, Double> counts = new HashMap<>();
    for (String line : lines(counted)) {
      String[] parts = line.split("\t", -1);
      counts.put(parts[0], Double.parseDouble(parts[1]));
    }
    double allCounts = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((_, count) -> count / allCounts);
    JsonNode all = JsonMapper.shared().readTree(list.toFile());
    double sum = 0;
    for (JsonNode word : all) {
      sum += word.get(1).asDouble();
    }
    double total = sum;
    Map<String, Map<String, Double>> readings = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String text = entry.getKey();
      List<String> reading = toneless(entry.getValue().get(0).asString());
      double share = entry.getValue().get(1).asDouble() / total;
      if (reading.size() != text.codePointCount(0, text.length())) {
        continue;
      }
      put(text, reading, Math.log(mixed(share, counts.get(text))), Candidate.Kind.WORD, false);
      int[] characters = text.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        readings
            .computeIfAbsent(Character.toString(characters[i]), _ -> new HashMap<>())
            .merge(reading.get(i), share, Double::sum);
      }
    }
    // The list has one reading a character, or none (不); the words it stands in know the others.
    readings.forEach((character, shares) -> {
      double whole = shares.values().stream().mapToDouble(Double::doubleValue).sum();
      JsonNode own = all.get(character);
      double share = own == null ? LIKE_A_WORD * whole : own.get(1).asDouble() / total;
      double weight = mixed(share, counts.get(character));
      shares.forEach((reading, part) -> {
        if (part / whole < LEAST_SHARE) {
          return;
        }
        singles.computeIfAbsent(character, _ -> new HashMap<>()).put(reading, part / whole);
        if (!words.containsKey(character + ' ' + reading)) {
          put(
              character,
              List.of(reading),
              Math.log(part / whole * weight),
              Candidate.Kind.WORD,
              false);
        }
      });
    });
  }

  /** Words that only one of the two bodies of text knows are odd ones more often than not. */
  private static double mixed(double share, @Nullable Double counted) {
    return counted == null ? ODD * share : (share + counted) / 2;
  }

  private void readDomain(Path domain) throws IOException {
    for (String line : lines(domain)) {
      String[] parts = line.split("\t", -1);
      List<String> reading = parts.length == 3 ? List.of(parts[2].split(" ", -1)) : List.of();
      if (reading.size() != parts[1].codePointCount(0, parts[1].length())) {
        throw new IOException("domain.tsv: a syllable for each character wanted: " + line);
      }
      switch (parts[0]) {
        case "surname" -> surnames.put(parts[1], reading);
        case "place", "village", "county", "town" -> own(parts, reading, Candidate.Kind.PLACE);
        case "road" -> own(parts, reading, Candidate.Kind.ROAD);
        case "item", "word" -> own(parts, reading, Candidate.Kind.WORD);
        case "number" -> {
          own(parts, reading, Candidate.Kind.WORD);
          numbers.add(parts[1]);
        }
        case "unit" -> {
          own(parts, reading, Candidate.Kind.WORD);
          units.add(parts[1]);
        }
        default -> throw new IOException("domain.tsv: unknown kind: " + line);
      }
    }
  }

  /** Counted pairs, and a number before what it counts: 3栋, 二单元. */
  private void readPairs(Path file) throws IOException {
    for (String line : lines(file)) {
      String[] parts = line.split("\t", -1);
      double whole = Double.parseDouble(parts[1]);
      Map<String, Double> followers = new HashMap<>();
      for (String follower : parts[2].split(" ", -1)) {
        int colon = follower.indexOf(':');
        followers.put(
            follower.substring(0, colon),
            Integer.parseInt(follower.substring(colon + 1)) / (whole + UNSEEN));
      }
      pairs.put(parts[0], followers);
    }
    for (String number : numbers) {
      Map<String, Double> followers = pairs.computeIfAbsent(number, _ -> new HashMap<>());
      units.forEach(unit -> followers.merge(unit, UNIT_SHARE, Math::max));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .toList();
  }

  private void own(String[] parts, List<String> reading, Candidate.Kind kind) {
    double weight = Objects.requireNonNull(WEIGHTS.get(parts[0]), "no such kind of word");
    Word known = words.get(parts[1] + ' ' + String.join(" ", reading));
    put(parts[1], reading, known == null ? weight : Math.max(weight, known.weight()), kind, true);
  }

  /** {@code lǜ huà} is lv, hua. */
  private static List<String> toneless(String marked) {
    String plain = Normalizer.normalize(marked, Normalizer.Form.NFD).replace("u\u0308", "v");
    return List.of(MARKS.matcher(plain).replaceAll("").split(" ", -1));
  }
}
