package io.yichuang.kiosk.input;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what {@link Dictionary} reads: arrays, each with its length (in its own unit) before it.
 */
final class DictionaryFile {
  /**
   * A word with its syllables without tones.
   *
   * @param weight the logarithm of its probability
   * @param doubt the logarithm of the share of this reading, among all of this text
   * @param own whether it is a word of this house's business
   */
  record Word(
      String text,
      List<String> reading,
      double weight,
      double doubt,
      Candidate.Kind kind,
      boolean own) {
    private String letters() {
      var letters = new StringBuilder();
      reading.forEach(syllable -> letters.append(syllable.charAt(0)));
      return letters.toString();
    }
  }

  /** A part of a person's name: see {@link Names}. */
  record NamePart(char role, String text, List<String> reading, double weight) {}

  /** An array of the file. */
  private static final class Part {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final DataOutputStream out = new DataOutputStream(bytes);

    void writeTo(DataOutputStream file, int bytesEach) throws IOException {
      file.writeInt(bytes.size() / bytesEach);
      bytes.writeTo(file);
    }
  }

  private DictionaryFile() {}

  /**
   * Writes the file.
   *
   * @param grams how words stand behind each other
   * @param pairs the same of our own, put over it; {@code #} is a number, {@code @} a person,
   *     {@code -} a place
   */
  static void write(
      Path target,
      Collection<Word> words,
      Grams grams,
      Map<String, Map<String, Double>> pairs,
      List<NamePart> names)
      throws IOException {
    var spelled = new TreeSet<String>();
    var groups = new TreeMap<String, List<Word>>();
    for (Word word : words) {
      spelled.addAll(word.reading());
      groups.computeIfAbsent(word.letters(), _ -> new ArrayList<>()).add(word);
    }
    Map<String, Integer> syllables = new HashMap<>();
    spelled.forEach(syllable -> syllables.put(syllable, syllables.size()));
    Map<String, Integer> inPairs = numbers(grams, pairs);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (var out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(part), 1 << 16))) {
      out.writeInt(Dictionary.FORMAT);
      text(String.join(" ", spelled)).writeTo(out, 1);
      writeWords(out, groups, syllables, inPairs);
      writePairs(out, grams, pairs, inPairs);
      writeNames(out, names, syllables);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, Integer> numbers(Grams grams, Map<String, Map<String, Double>> pairs) {
    Map<String, Integer> numbers = new HashMap<>();
    numbers.put("#", Pairs.DIGITS);
    numbers.put("@", Pairs.PERSON);
    numbers.put("-", Pairs.PLACE);
    grams.words().forEach(word -> numbers.put(word, numbers.size()));
    var others = new TreeSet<>(pairs.keySet());
    pairs.values().forEach(followers -> others.addAll(followers.keySet()));
    others.forEach(word -> numbers.putIfAbsent(word, numbers.size()));
    return numbers;
  }

  private static void writeWords(
      DataOutputStream file,
      Map<String, List<Word>> groups,
      Map<String, Integer> syllables,
      Map<String, Integer> inPairs)
      throws IOException {
    var letters = new Part();
    var starts = new Part();
    var firstWords = new Part();
    var firstReadings = new Part();
    var readings = new Part();
    var texts = new Part();
    var text = new Part();
    var weights = new Part();
    var kinds = new Part();
    var numbers = new Part();
    var doubts = new Part();
    int count = 0;
    for (Map.Entry<String, List<Word>> group : groups.entrySet()) {
      starts.out.writeInt(letters.out.size());
      letters.out.writeBytes(group.getKey());
      firstWords.out.writeInt(count);
      firstReadings.out.writeInt(readings.out.size() / Short.BYTES);
      group
          .getValue()
          .sort(Comparator.comparingDouble(Word::weight).reversed().thenComparing(Word::text));
      for (Word word : group.getValue()) {
        for (String syllable : word.reading()) {
          readings.out.writeShort(Objects.requireNonNull(syllables.get(syllable)));
        }
        texts.out.writeInt(text.out.size() / Character.BYTES);
        text.out.writeChars(word.text());
        weights.out.writeFloat((float) word.weight());
        doubts.out.writeByte((int) Math.round(-word.doubt() * Dictionary.DOUBT));
        kinds.out.writeByte(Dictionary.letter(word.kind(), word.own()));
        numbers.out.writeInt(inPairs.getOrDefault(word.text(), Pairs.UNKNOWN));
        count++;
      }
    }
    starts.out.writeInt(letters.out.size());
    firstWords.out.writeInt(count);
    texts.out.writeInt(text.out.size() / Character.BYTES);
    letters.writeTo(file, 1);
    starts.writeTo(file, Integer.BYTES);
    firstWords.writeTo(file, Integer.BYTES);
    firstReadings.writeTo(file, Integer.BYTES);
    readings.writeTo(file, Short.BYTES);
    texts.writeTo(file, Integer.BYTES);
    text.writeTo(file, Character.BYTES);
    weights.writeTo(file, Float.BYTES);
    kinds.writeTo(file, 1);
    numbers.writeTo(file, Integer.BYTES);
    doubts.writeTo(file, 1);
  }

  private static void writePairs(
      DataOutputStream file,
      Grams grams,
      Map<String, Map<String, Double>> pairs,
      Map<String, Integer> inPairs)
      throws IOException {
    var starts = new Part();
    var followers = new Part();
    var rests = new Part();
    String[] words = new String[inPairs.size()];
    inPairs.forEach((word, number) -> words[number] = word);
    int first = Objects.requireNonNull(inPairs.get(grams.words().getFirst()));
    for (int i = 0; i < words.length; i++) {
      starts.out.writeInt(followers.out.size() / Integer.BYTES);
      var all = new TreeMap<Integer, Double>();
      int counted = i - first;
      boolean known = counted >= 0 && counted < grams.words().size();
      for (int k = 0; known && k < grams.followers()[counted].length; k++) {
        all.put(first + grams.followers()[counted][k], (double) grams.shares()[counted][k]);
      }
      pairs
          .getOrDefault(words[i], Map.of())
          .forEach((word, share) ->
              all.merge(Objects.requireNonNull(inPairs.get(word)), Math.log(share), Math::max));
      for (Map.Entry<Integer, Double> follower : all.entrySet()) {
        followers.out.writeInt(Pairs.packed(follower.getKey(), follower.getValue()));
      }
      rests.out.writeFloat(known ? grams.rests()[counted] : Pairs.REST);
    }
    starts.out.writeInt(followers.out.size() / Integer.BYTES);
    starts.writeTo(file, Integer.BYTES);
    followers.writeTo(file, Integer.BYTES);
    rests.writeTo(file, Float.BYTES);
  }

  private static void writeNames(
      DataOutputStream file, List<NamePart> names, Map<String, Integer> syllables)
      throws IOException {
    var lines = new StringBuilder();
    names.stream()
        .filter(name -> syllables.keySet().containsAll(name.reading()))
        .sorted(Comparator.comparingDouble(NamePart::weight).reversed())
        .forEach(name ->
            lines
                .append(name.role())
                .append(' ')
                .append(syllables.get(name.reading().getFirst()))
                .append(' ')
                .append(syllables.get(name.reading().getLast()))
                .append(' ')
                .append(name.text())
                .append(' ')
                .append((float) name.weight())
                .append('\n'));
    text(lines.toString()).writeTo(file, 1);
  }

  private static Part text(String text) throws IOException {
    var part = new Part();
    part.out.write(text.getBytes(StandardCharsets.UTF_8));
    return part;
  }
}
