package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.DictionaryFile.NamePart;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Makes {@code words.gz} at build time out of the word list of npm {@code @pinyin-pro/data} (ISC)
 * and our own {@code domain.tsv}, with {@code grams.gz}, {@code pairs.tsv} and {@code names.tsv}
 * beside it. Arguments: complete.json, domain.tsv, target file, regions.tsv.
 */
public final class DictionaryCompiler {
  /** Log weights of our own words; 重庆 in the word list has -9.7, 房屋 -10.4. */
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "place", -9.0, "road", -9.5, "village", -12.5, "item", -9.5, "word", -10.0, "unit", -9.5,
          "number", -7.5, "county", -11.5, "town", -12.5, "term", -12.0);

  /** Added to all counts of a word, for the followers that were never seen. */
  private static final double UNSEEN = 5;

  /** What a number is followed by: each unit at least so often, of all that follows. */
  private static final double UNIT_SHARE = 0.05;

  /** So much of what is typed here is about places anywhere. */
  private static final double PLACES_SHARE = 0.05;

  /** So much of what stands behind a region is a region within it, next below it or two below. */
  private static final double NEXT_SHARE = 0.5;

  private static final double TWO_BELOW_SHARE = 0.2;

  /** GB/T 2260: two digits for the province, two for the city, two for the county. */
  private static final int CITY_DIGITS = 4;

  private final WordList words;
  private final Map<String, List<String>> surnames = new TreeMap<>();
  private final Set<String> units = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>(Set.of("#"));
  private final Map<String, Map<String, Double>> pairs = new HashMap<>();

  private DictionaryCompiler(WordList words) {
    this.words = words;
  }

  /** Does nothing where the target is newer than its sources. */
  public static void main(String[] args) throws IOException {
    Path list = Path.of(args[0]);
    Path domain = Path.of(args[1]);
    Path target = Path.of(args[2]);
    Path regions = Path.of(args[3]);
    Path texts = domain.resolveSibling("grams.gz");
    Path pairs = domain.resolveSibling("pairs.tsv");
    Path people = domain.resolveSibling("names.tsv");
    Path places = domain.resolveSibling("places.tsv");
    if (isOfThisFormat(target)
        && isNewer(target, List.of(list, domain, regions, texts, pairs, people, places))) {
      return;
    }
    Grams grams = Grams.read(texts);
    var compiler = new DictionaryCompiler(new WordList(list, grams));
    compiler.readDomain(domain);
    compiler.readPlaces(places);
    compiler.readRegions(regions);
    compiler.readPairs(pairs);
    List<NamePart> names = new NameCounts(compiler.words, compiler.surnames).read(lines(people));
    DictionaryFile.write(target, compiler.words.words().values(), grams, compiler.pairs, names);
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

  private void readDomain(Path domain) throws IOException {
    for (String line : lines(domain)) {
      String[] parts = line.split("\t", -1);
      List<String> reading =
          parts.length == 3 ? List.of(parts[2].split(" ", -1)) : words.reading(parts[1]);
      if (reading.size() != parts[1].codePointCount(0, parts[1].length())) {
        throw new IOException("domain.tsv: a syllable for each character wanted: " + line);
      }
      switch (parts[0]) {
        case "surname" -> surnames.put(parts[1], reading);
        case "county" -> own(parts, reading, Candidate.Kind.REGION);
        case "place", "village", "town" -> own(parts, reading, Candidate.Kind.PLACE);
        case "road" -> own(parts, reading, Candidate.Kind.ROAD);
        case "item", "word", "term" -> own(parts, reading, Candidate.Kind.WORD);
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

  /** Names of places of the whole country, and what such names end with. */
  private void readPlaces(Path file) throws IOException {
    Map<String, Double> names = new TreeMap<>();
    Map<String, Double> ends = new TreeMap<>();
    for (String line : lines(file)) {
      String[] parts = line.split("\t", -1);
      boolean end = parts[0].startsWith("-");
      (end ? ends : names).put(parts[0].substring(end ? 1 : 0), Double.parseDouble(parts[1]));
    }
    double all = names.values().stream().mapToDouble(Double::doubleValue).sum();
    names.forEach((name, count) ->
        words.own(
            name,
            words.reading(name),
            Math.log(PLACES_SHARE * count / all),
            Candidate.Kind.REGION));
    double whole = ends.values().stream().mapToDouble(Double::doubleValue).sum();
    ends.replaceAll((_, count) -> PLACES_SHARE * count / whole);
    pairs.put("-", ends);
  }

  /** Which region lies in which: 太原市 stands behind 山西省, and not behind 陕西省. */
  private void readRegions(Path file) throws IOException {
    Map<String, String> names = new HashMap<>();
    Map<String, String> above = new HashMap<>();
    for (String line : lines(file)) {
      String[] parts = line.split("\t", -1);
      above.put(parts[1], parts[0]);
      names.put(parts[1], parts[2]);
    }
    Map<String, List<String>> next = new TreeMap<>();
    Map<String, List<String>> twoBelow = new TreeMap<>();
    above.forEach((code, parent) -> {
      next.computeIfAbsent(parent, _ -> new ArrayList<>()).add(code);
      twoBelow.computeIfAbsent(above.getOrDefault(parent, ""), _ -> new ArrayList<>()).add(code);
    });
    names
        .keySet()
        .forEach(code -> {
          within(code, next.getOrDefault(code, List.of()), names, NEXT_SHARE);
          within(code, twoBelow.getOrDefault(code, List.of()), names, TWO_BELOW_SHARE);
        });
  }

  private void within(String code, List<String> below, Map<String, String> names, double share) {
    for (String region : forms(code, names)) {
      Map<String, Double> followers = pairs.computeIfAbsent(region, _ -> new HashMap<>());
      for (String lower : below) {
        forms(lower, names).forEach(name -> followers.merge(name, share / below.size(), Math::max));
      }
    }
  }

  /** Provinces and cities are also written without the character that says so: 山西太原. */
  private static Set<String> forms(String code, Map<String, String> names) {
    String name = Objects.requireNonNull(names.get(code));
    return code.length() <= CITY_DIGITS && name.length() > 2
        ? Set.of(name, name.substring(0, name.length() - 1))
        : Set.of(name);
  }

  /** What follows numbers and people, and a number before what it counts: 3栋, 二单元. */
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
    words.own(parts[1], reading, weight, kind);
  }
}
