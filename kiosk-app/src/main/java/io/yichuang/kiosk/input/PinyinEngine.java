package io.yichuang.kiosk.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Words for typed pinyin: whole syllables, initials, or both; an apostrophe parts syllables. It
 * learns nothing and keeps nothing: the terminal is public. Safe for all threads.
 */
@Component
public final class PinyinEngine {
  /** Keys beyond these are not read: no word or address part is longer. */
  static final int MOST_KEYS = 64;

  private static final int MOST_CANDIDATES = 200;

  /**
   * Words of the same length offered below the whole: the longer ones must not bury the shorter.
   */
  private static final int OF_ONE_LENGTH = 12;

  /** Gain of a name where a name is asked for: all else is a twentieth of what is typed there. */
  private static final double NAMED = 3;

  private final Dictionary dictionary;

  /** The engine over the product's dictionary; reading it takes part of a second. */
  public PinyinEngine() throws IOException {
    this(Dictionary.load());
  }

  PinyinEngine(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** For measurements. */
  Dictionary dictionary() {
    return dictionary;
  }

  /**
   * What typed keys may stand for.
   *
   * @param spelled the keys with their syllables apart, as far as they were understood
   * @param candidates the likeliest first
   */
  public record Reading(String spelled, List<Candidate> candidates) {
    /** Nothing of what somebody types gets into a log. */
    @Override
    public String toString() {
      return "Reading[" + candidates.size() + " candidates]";
    }
  }

  /**
   * Words for typed keys, the likeliest first: first those for all of them, then shorter ones.
   *
   * @param keys a to z and apostrophes; read up to the first other character, at most 64
   * @param limit how many are wanted, at most 200
   */
  public List<Candidate> candidates(String keys, int limit) {
    return read(keys, limit).candidates();
  }

  /** As {@link #candidates}, with the syllables apart. */
  public Reading read(String keys, int limit) {
    return read(keys, Expected.ANYTHING, limit);
  }

  /** As {@link #read(String, int)}, knowing what is expected. */
  Reading read(String keys, Expected expected, int limit) {
    String typed = pinyin(keys);
    if (typed.isEmpty() || limit < 1) {
      return new Reading(keys.substring(0, Math.min(keys.length(), MOST_KEYS)), List.of());
    }
    int most = Math.min(limit, MOST_CANDIDATES);
    var sentence = new Sentence(dictionary, new Spelling(dictionary, typed), typed, most, expected);
    return new Reading(sentence.spelled(), ranked(sentence, expected, most));
  }

  private static List<Candidate> ranked(Sentence sentence, Expected expected, int most) {
    List<Sentence.Hit> whole = new ArrayList<>(sentence.best());
    List<Sentence.Hit> parts = new ArrayList<>();
    sentence.fromStart().forEach(hit -> (hit.to() == sentence.end() ? whole : parts).add(hit));
    if (expected.named()) {
      // Texts know the names of the famous; a citizen is named as people are named.
      Set<String> names = names(whole);
      whole.removeIf(hit -> hit.kind() != Candidate.Kind.NAME && names.contains(hit.text()));
    }
    ToDoubleFunction<Sentence.Hit> likely =
        hit -> hit.weight() + (expected.named() && hit.kind() == Candidate.Kind.NAME ? NAMED : 0);
    whole.sort(Comparator.comparingDouble(likely).reversed());
    parts.sort(
        Comparator.comparingInt(Sentence.Hit::to)
            .thenComparingDouble(Sentence.Hit::weight)
            .reversed());
    List<Candidate> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Sentence.Hit hit : whole) {
      add(all, seen, hit);
    }
    int length = 0;
    int ofLength = 0;
    for (Sentence.Hit hit : parts) {
      ofLength = hit.to() == length ? ofLength + 1 : 1;
      length = hit.to();
      if (ofLength <= OF_ONE_LENGTH || hit.syllables() == 1) {
        add(all, seen, hit);
      }
    }
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static Set<String> names(List<Sentence.Hit> hits) {
    return hits.stream()
        .filter(hit -> hit.kind() == Candidate.Kind.NAME)
        .map(Sentence.Hit::text)
        .collect(Collectors.toSet());
  }

  private static void add(List<Candidate> all, Set<String> seen, Sentence.Hit hit) {
    if (seen.add(hit.text())) {
      all.add(candidate(hit));
    }
  }

  private static Candidate candidate(Sentence.Hit hit) {
    return new Candidate(hit.text(), hit.to(), hit.kind());
  }

  private static String pinyin(String keys) {
    String typed = keys.substring(0, Math.min(keys.length(), MOST_KEYS)).toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < typed.length()
        && ((typed.charAt(end) >= 'a' && typed.charAt(end) <= 'z') || typed.charAt(end) == '\'')) {
      end++;
    }
    return typed.substring(0, end);
  }
}
