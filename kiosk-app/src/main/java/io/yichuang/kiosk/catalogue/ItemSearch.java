package io.yichuang.kiosk.catalogue;

import io.yichuang.kiosk.input.Candidate;
import io.yichuang.kiosk.input.PinyinEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds items by what people call them: title, words of daily speech, summary, in both languages;
 * and titles by pinyin, whole or initials. Safe for all threads.
 */
@Component
public class ItemSearch {
  /** Nobody types more to find an item. */
  private static final int LONGEST = 40;

  /** The readings of a few initials: beyond these they are guesses. */
  private static final int READINGS = 60;

  /** One key is the initial of everything. */
  private static final int FEWEST_KEYS = 2;

  private static final int NONE = Integer.MAX_VALUE;

  private final PinyinEngine pinyin;

  ItemSearch(PinyinEngine pinyin) {
    this.pinyin = pinyin;
  }

  /** An item and how far it is from what was typed; less is nearer. */
  private record Found(ServiceItem item, int distance) {}

  /**
   * The items that fit, the nearest first, else in the order of the catalogue.
   *
   * @param typed as it stands in the field; nothing typed fits all
   * @param most how many are wanted
   */
  public List<ServiceItem> find(List<ServiceItem> items, String typed, int most) {
    String wanted = bare(typed.substring(0, Math.min(typed.length(), LONGEST)));
    Set<String> readings = readings(wanted);
    var found = new ArrayList<Found>();
    for (ServiceItem item : items) {
      int distance = distance(item, wanted, readings);
      if (distance != NONE) {
        found.add(new Found(item, distance));
      }
    }
    found.sort(Comparator.comparingInt(Found::distance));
    return found.stream().limit(most).map(Found::item).toList();
  }

  private static int distance(ServiceItem item, String wanted, Set<String> readings) {
    String zh = bare(item.name().zh());
    String en = bare(item.name().en());
    if (zh.startsWith(wanted) || en.startsWith(wanted)) {
      return 0;
    }
    if (zh.contains(wanted) || en.contains(wanted)) {
      return 1;
    }
    if (item.spoken().stream().map(ItemSearch::bare).anyMatch(word -> near(word, wanted))) {
      return 2;
    }
    if (readings.stream().anyMatch(zh::contains)) {
      return 3;
    }
    return bare(item.summary().zh()).contains(wanted) || bare(item.summary().en()).contains(wanted)
        ? 4
        : NONE;
  }

  /** The word may not be finished yet, or stand within a longer wish. */
  private static boolean near(String word, String wanted) {
    return word.contains(wanted) || wanted.contains(word);
  }

  /** What the keys may stand for, in Chinese; only readings that use all of them. */
  private Set<String> readings(String wanted) {
    if (!wanted.matches("[a-z]{" + FEWEST_KEYS + ",}")) {
      return Set.of();
    }
    return pinyin.candidates(wanted, READINGS).stream()
        .filter(candidate -> candidate.consumed() == wanted.length())
        .map(Candidate::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{IsPunctuation}]", "").toLowerCase(Locale.ROOT);
  }
}
