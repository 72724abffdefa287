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

  /** The numbers of names.tsv are of so many people. */
  private static final double PEOPLE = 1e7;

  /** Of given names of two characters so many are made of any two; the others are known ones. */
  private static final double FREE_SHARE = 0.7;

  /** Counted less often than this it is no surname, unless domain.tsv says so. */
  private static final int RARE_SURNAME = 100;

  private final WordList words;

  /** Surnames with the only reading they have in names. */
  private final Map<String, List<String>> surnames;

  NameCounts(WordList words, Map<String, List<String>> surnames) {
    this.words = words;
    this.surnames = surnames;
  }

  /** The parts that the lines of {@code names.tsv} tell of, with their probabilities. */
  List<NamePart> read(List<String> lines) {
    Map<String, int[]> counts = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      int[] count = new int[ROLES.length()];
      for (int i = 0; i < count.length; i++) {
        count[i] = Integer.parseInt(parts[i + 1]);
      }
      counts.put(parts[0], count);
    }
    surnames.keySet().forEach(name -> counts.computeIfAbsent(name, _ -> new int[ROLES.length()]));
    List<NamePart> names = new ArrayList<>();
    counts.forEach((text, count) -> {
      surname(text, count[0], names);
      if (text.length() == 1) {
        given(text, count, names);
      } else if (count[ROLES.indexOf('Z')] > 0) {
        names.add(part('Z', text, usual(text), count[ROLES.indexOf('Z')]));
      }
    });
    return names;
  }

  private void surname(String text, int count, List<NamePart> names) {
    List<String> known = surnames.get(text);
    if (known != null) {
      char role = known.size() == 1 ? 'B' : 'S';
      names.add(part(role, text, known, Math.max(count, RARE_SURNAME)));
    } else if (count > RARE_SURNAME) {
      names.add(part(text.length() == 1 ? 'B' : 'S', text, usual(text), count));
    }
  }

  private void given(String text, int[] count, List<NamePart> names) {
    words
        .singles()
        .getOrDefault(text, Map.of())
        .forEach((reading, share) -> {
          for (int i = 1; i < ROLES.indexOf('Z'); i++) {
            if (count[i] > 0) {
              double free = ROLES.charAt(i) == 'C' ? FREE_SHARE : 1;
              names.add(part(ROLES.charAt(i), text, List.of(reading), free * share * count[i]));
            }
          }
        });
  }

  private List<String> usual(String text) {
    return text.codePoints().mapToObj(Character::toString).map(words::usual).toList();
  }

  private static NamePart part(char role, String text, List<String> reading, double count) {
    return new NamePart(role, text, reading, Math.log(count / PEOPLE));
  }
}
