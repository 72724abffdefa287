package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Surnames and characters of given names, by syllable: any surname goes with any given name, each
 * by how often people bear it.
 */
final class Names {
  /** A part of a name and the natural logarithm of its share. */
  record Part(String text, double weight) {}

  /** A whole name. */
  record Name(String text, double weight) {}

  /** Surname, first, second, only given character. */
  static final int ROLES = 4;

  /** Of each role no more characters of one sound are tried together. */
  private static final int MOST_PARTS = 16;

  private final List<List<List<Part>>> roles = new ArrayList<>();
  private final java.util.Map<Integer, List<Part>> doubles = new java.util.HashMap<>();
  private final java.util.Map<Integer, List<Part>> doubleSurnames = new java.util.HashMap<>();

  /** Lines of: role (B, C, D, E, Z, S), syllable numbers, text, weight; the likeliest first. */
  Names(int syllables, String lines) {
    for (int role = 0; role < ROLES; role++) {
      List<List<Part>> bySyllable = new ArrayList<>();
      for (int i = 0; i < syllables; i++) {
        bySyllable.add(new ArrayList<>(0));
      }
      roles.add(bySyllable);
    }
    lines
        .lines()
        .forEach(line -> {
          String[] parts = line.split(" ", -1);
          int first = Integer.parseInt(parts[1]);
          int second = Integer.parseInt(parts[2]);
          var part = new Part(parts[3], Double.parseDouble(parts[4]));
          switch (parts[0]) {
            case "Z" ->
                doubles.computeIfAbsent(key(first, second), _ -> new ArrayList<>(1)).add(part);
            case "S" ->
                doubleSurnames
                    .computeIfAbsent(key(first, second), _ -> new ArrayList<>(1))
                    .add(part);
            default -> roles.get(parts[0].charAt(0) - 'B').get(first).add(part);
          }
        });
  }

  /**
   * Names that are read so, the likeliest first.
   *
   * @param syllables numbers of one to four syllables; one is a surname
   */
  List<Name> read(int[] syllables, int most) {
    List<Name> all = new ArrayList<>();
    int length = syllables.length;
    if (length == 1) {
      role(0, syllables[0]).forEach(part -> all.add(new Name(part.text(), part.weight())));
    } else if (length <= 3) {
      join(all, role(0, syllables[0]), givenAt(syllables, 1), most);
    }
    if (length >= 3) {
      join(
          all,
          doubleSurnames.getOrDefault(key(syllables[0], syllables[1]), List.of()),
          givenAt(syllables, 2),
          most);
    }
    all.sort(Comparator.comparingDouble(Name::weight).reversed());
    return all.size() > most ? all.subList(0, most) : all;
  }

  /** Given names of one or two characters that are read so, the likeliest first. */
  List<Name> given(int[] syllables, int most) {
    if (syllables.length > 2) {
      return List.of();
    }
    return givenAt(syllables, 0).stream()
        .limit(most)
        .map(part -> new Name(part.text(), part.weight()))
        .toList();
  }

  private List<Part> givenAt(int[] syllables, int at) {
    if (syllables.length - at == 1) {
      return role(3, syllables[at]);
    }
    List<Part> all = new ArrayList<>();
    var seen = new java.util.HashSet<String>();
    for (Part whole : doubles.getOrDefault(key(syllables[at], syllables[at + 1]), List.of())) {
      seen.add(whole.text());
      all.add(whole);
    }
    List<Part> seconds = role(2, syllables[at + 1]);
    for (Part first : few(role(1, syllables[at]))) {
      for (Part second : few(seconds)) {
        if (seen.add(first.text() + second.text())) {
          all.add(new Part(first.text() + second.text(), first.weight() + second.weight()));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Part::weight).reversed());
    return all;
  }

  private static void join(List<Name> all, List<Part> surnames, List<Part> given, int most) {
    for (Part surname : few(surnames)) {
      for (Part name : given.subList(0, Math.min(most, given.size()))) {
        all.add(new Name(surname.text() + name.text(), surname.weight() + name.weight()));
      }
    }
  }

  /** Surnames (0), first (1) and second (2) of two given characters, only ones (3), read so. */
  List<Part> role(int role, int syllable) {
    return roles.get(role).get(syllable);
  }

  private static List<Part> few(List<Part> parts) {
    return parts.subList(0, Math.min(MOST_PARTS, parts.size()));
  }

  private static int key(int first, int second) {
    return first << 16 | second;
  }
}
