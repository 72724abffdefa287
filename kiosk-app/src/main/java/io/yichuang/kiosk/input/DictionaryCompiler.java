package io.yichuang.kiosk.input;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code words.gz} at build time out of the word list of npm {@code @pinyin-pro/data} (ISC)
 * and our own {@code domain.tsv}. Arguments: complete.json, domain.tsv, target file.
 */
public final class DictionaryCompiler {
  /** Interjections (嗯, 呣) whose spelling is a bare consonant: they would swallow initials. */
  private static final Set<String> NO_SYLLABLES = Set.of("m", "n", "ng", "hm", "hng");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Another reading of a character counts from this share of the words it stands in. */
  private static final double LEAST_SHARE = 0.02;

  /** Log weights of our own words; 重庆 in the word list has -9.7, 房屋 -10.4. */
  private static final Map<String, Double> WEIGHTS =
      Map.of("place", -9.0, "road", -9.5, "village", -12.5, "item", -9.5, "word", -10.0);

  /** A surname and a given name: below common words of the same sound (周期 before 周琦). */
  private static final double FULL_NAME = -12.5;

  private record Word(String text, List<String> reading, double weight, Candidate.Kind kind) {
    String letters() {
      var letters = new StringBuilder();
      reading.forEach(syllable -> letters.append(syllable.charAt(0)));
      return letters.toString();
    }
  }

  /** By text and reading: our own words take the place of the list's. */
  private final Map<String, Word> words = new HashMap<>();

  private DictionaryCompiler() {}

  /** Does nothing where the target is newer than both lists. */
  public static void main(String[] args) throws IOException {
    Path list = Path.of(args[0]);
    Path domain = Path.of(args[1]);
    Path target = Path.of(args[2]);
    if (isOfThisFormat(target)
        && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(list)) > 0
        && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(domain)) > 0) {
      return;
    }
    var compiler = new DictionaryCompiler();
    compiler.readList(list);
    compiler.readDomain(domain);
    compiler.write(target);
  }

  private static boolean isOfThisFormat(Path target) throws IOException {
    if (!Files.exists(target)) {
      return false;
    }
    try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(target)))) {
      return in.readInt() == Dictionary.FORMAT;
    }
  }

  private void put(String text, List<String> reading, double weight, Candidate.Kind kind) {
    if (reading.stream().noneMatch(NO_SYLLABLES::contains)) {
      words.put(text + ' ' + String.join(" ", reading), new Word(text, reading, weight, kind));
    }
  }

  private void readList(Path list) {
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
      put(text, reading, Math.log(share), Candidate.Kind.WORD);
      int[] characters = text.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        readings
            .computeIfAbsent(Character.toString(characters[i]), _ -> new HashMap<>())
            .merge(reading.get(i), share, Double::sum);
      }
    }
    // The list has one reading a character; the words it stands in know the others (重庆, 重要).
    readings.forEach((character, shares) -> {
      JsonNode own = all.get(character);
      double whole = shares.values().stream().mapToDouble(Double::doubleValue).sum();
      shares.forEach((reading, share) -> {
        if (own != null
            && share / whole >= LEAST_SHARE
            && !words.containsKey(character + ' ' + reading)) {
          put(
              character,
              List.of(reading),
              Math.log(share / whole * own.get(1).asDouble() / total),
              Candidate.Kind.WORD);
        }
      });
    });
  }

  private void readDomain(Path domain) throws IOException {
    Map<String, List<String>> surnames = new TreeMap<>();
    Map<String, List<String>> given = new TreeMap<>();
    for (String line : Files.readAllLines(domain, StandardCharsets.UTF_8)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t", -1);
      List<String> reading = parts.length == 3 ? List.of(parts[2].split(" ", -1)) : List.of();
      if (reading.size() != parts[1].codePointCount(0, parts[1].length())) {
        throw new IOException("domain.tsv: a syllable for each character wanted: " + line);
      }
      switch (parts[0]) {
        case "surname" -> surnames.put(parts[1], reading);
        case "given" -> given.put(parts[1], reading);
        case "place", "village" -> own(parts, reading, Candidate.Kind.PLACE);
        case "road" -> own(parts, reading, Candidate.Kind.ROAD);
        case "item", "word" -> own(parts, reading, Candidate.Kind.WORD);
        default -> throw new IOException("domain.tsv: unknown kind: " + line);
      }
    }
    surnames.forEach((surname, first) ->
        given.forEach((name, second) -> {
          var reading = new ArrayList<>(first);
          reading.addAll(second);
          put(surname + name, reading, FULL_NAME, Candidate.Kind.NAME);
        }));
  }

  private void own(String[] parts, List<String> reading, Candidate.Kind kind) {
    double weight = Objects.requireNonNull(WEIGHTS.get(parts[0]), "no such kind of word");
    Word known = words.get(parts[1] + ' ' + String.join(" ", reading));
    put(parts[1], reading, known == null ? weight : Math.max(weight, known.weight()), kind);
  }

  /** {@code lǜ huà} is lv, hua. */
  private static List<String> toneless(String marked) {
    String plain = Normalizer.normalize(marked, Normalizer.Form.NFD).replace("u\u0308", "v");
    return List.of(MARKS.matcher(plain).replaceAll("").split(" ", -1));
  }

  private void write(Path target) throws IOException {
    var syllables = new TreeSet<String>();
    var groups = new TreeMap<String, List<Word>>();
    int readings = 0;
    int characters = 0;
    for (Word word : words.values()) {
      syllables.addAll(word.reading());
      groups.computeIfAbsent(word.letters(), _ -> new ArrayList<>()).add(word);
      readings += word.reading().size();
      characters += word.text().length();
    }
    List<String> numbers = List.copyOf(syllables);
    Map<String, Integer> number = new HashMap<>();
    numbers.forEach(syllable -> number.put(syllable, number.size()));
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(part)), 1 << 16))) {
      out.writeInt(Dictionary.FORMAT);
      out.writeInt(numbers.size());
      for (String syllable : numbers) {
        out.writeUTF(syllable);
      }
      out.writeInt(groups.size());
      out.writeInt(words.size());
      out.writeInt(readings);
      out.writeInt(characters);
      for (Map.Entry<String, List<Word>> group : groups.entrySet()) {
        out.writeUTF(group.getKey());
        out.writeInt(group.getValue().size());
        group
            .getValue()
            .sort(Comparator.comparingDouble(Word::weight).reversed().thenComparing(Word::text));
        for (Word word : group.getValue()) {
          for (String syllable : word.reading()) {
            out.writeShort(Objects.requireNonNull(number.get(syllable)));
          }
          out.writeUTF(word.text());
          out.writeFloat((float) word.weight());
          out.writeByte(Dictionary.letter(word.kind()));
        }
      }
    }
    Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
