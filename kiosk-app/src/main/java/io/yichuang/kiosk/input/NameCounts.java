package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.DictionaryFile.NamePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns counts of characters in people's names into the parts that {@link Names} joins. */
final class NameCounts {
  /** Columns of names.tsv: surname, first of two given, second, the only one, both together. */
  private static final String ROLES = "BCDEZ";

  /**
   * Of given names of two characters so many are taken as one, the others character by character.
   */
  private static final double WHOLE_SHARE = 0.3;

  /** Counted less often than this it is no surname, unless domain.tsv says so. */
  private static final int RARE_SURNAME = 20;

  /** Readings of characters with their shares. */
  private final Map<String, Map<String, Double>> singles;

  /** Surnames with the only reading they have in names. */
  private final Map<String, List<String>> surnames;

  NameCounts(Map<String, Map<String, Double>> singles, Map<String, List<String>> surnames) {
    this.singles = singles;
    this.surnames = surnames;
  }

  /** The parts that the lines of {@code names.tsv} tell of, with their probabilities. */
  List<NamePart> read(List<String> lines) {
    List<NamePart> names = new ArrayList<>();
    Map<String, int[]> counts = new TreeMap<>();
    long[] sums = new long[ROLES.length()];
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      int[] count = new int[ROLES.length()];
      for (int i = 0; i < count.length; i++) {
        count[i] = Integer.parseInt(parts[i + 1]);
      }
      // Names of one character are few and odd in the counts (Zhang Wei came out rare): the last of
      // two helps.
      count[ROLES.indexOf('E')] += count[ROLES.indexOf('D')];
      for (int i = 0; i < count.length; i++) {
        sums[i] += count[i];
      }
      counts.put(parts[0], count);
    }
    surnames
        .keySet()
        .forEach(surname -> counts.computeIfAbsent(surname, _ -> new int[ROLES.length()]));
    counts.forEach((text, count) -> {
      if (text.length() == 1) {
        singles
            .getOrDefault(text, Map.of())
            .forEach((reading, share) -> {
              for (int i = 1; i < ROLES.indexOf('Z'); i++) {
                if (count[i] > 0) {
                  names.add(
                      new NamePart(
                          ROLES.charAt(i),
                          text,
                          List.of(reading),
                          Math.log(share * count[i] / sums[i])));
                }
              }
            });
      } else if (count[ROLES.indexOf('Z')] > 0) {
        List<String> reading =
            text.codePoints().mapToObj(Character::toString).map(this::usual).toList();
        double share = (double) count[ROLES.indexOf('Z')] / sums[ROLES.indexOf('Z')];
        names.add(new NamePart('Z', text, reading, Math.log(WHOLE_SHARE * share)));
      }
      List<String> known = surnames.get(text);
      double share = Math.max(count[0], RARE_SURNAME) / (double) sums[0];
      if (known != null) {
        names.add(new NamePart(known.size() == 1 ? 'B' : 'S', text, known, Math.log(share)));
      } else if (text.length() == 1 && count[0] > RARE_SURNAME) {
        names.add(new NamePart('B', text, List.of(usual(text)), Math.log(share)));
      }
    });
    return names;
  }

  private String usual(String character) {
    return singles.getOrDefault(character, Map.of("?", 1.0)).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }
}
