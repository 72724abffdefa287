package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The ways typed keys fall apart into syllables, initials and a last syllable not yet whole. */
final class Spelling {
  private static final int WHOLE = 1;
  private static final int INITIAL = 2;

  /**
   * Ways this much dearer than the cheapest are not followed: xi an beside xian, but never zh o n
   * g.
   */
  private static final int SLACK = 2;

  /** Natural logarithms of how likely people type so. */
  private static final double INITIAL_WEIGHT = -3;

  private static final double UNFINISHED_WEIGHT = -2;
  private static final double GOES_ON_WEIGHT = -6;

  /** As people type where the standard has ü. */
  private static final Map<String, String> ALIASES = Map.of("lue", "lve", "nue", "nve");

  private static final int LONGEST_SYLLABLE = 6;
  private static final int FAR = Integer.MAX_VALUE / 4;

  /**
   * A piece of the keys.
   *
   * @param from the first key
   * @param to one after its last key, apostrophes behind it included
   * @param first the first syllable it may be, by number
   * @param end one after the last
   */
  record Piece(int from, int to, int first, int end, int cost, double weight) {}

  private final Dictionary dictionary;
  private final String keys;
  private final List<List<Piece>> pieces = new ArrayList<>();
  private final int end;

  /**
   * Takes keys apart.
   *
   * @param keys a to z and apostrophes
   */
  Spelling(Dictionary dictionary, String keys) {
    this.dictionary = dictionary;
    this.keys = keys;
    int length = keys.length();
    for (int at = 0; at < length; at++) {
      pieces.add(keys.charAt(at) == '\'' && at > 0 ? List.of() : piecesAt(at));
    }
    int[] forth = forth();
    int last = length;
    while (forth[last] >= FAR) {
      last--; // keys behind this can be no pinyin: they stay for later
    }
    end = last;
    keepCheap(forth);
  }

  /** One after the last key that was understood. */
  int end() {
    return end;
  }

  List<Piece> at(int key) {
    return pieces.get(key);
  }

  private List<Piece> piecesAt(int at) {
    int start = at;
    while (start < keys.length() && keys.charAt(start) == '\'') {
      start++;
    }
    int stop = keys.indexOf('\'', start);
    int wall = stop < 0 ? keys.length() : stop;
    List<Piece> found = new ArrayList<>();
    for (int to = start + 1; to <= Math.min(wall, start + LONGEST_SYLLABLE); to++) {
      String part = keys.substring(start, to);
      boolean atWall = to == wall;
      int behind = atWall ? after(wall) : to;
      int whole = dictionary.syllable(ALIASES.getOrDefault(part, part));
      if (whole >= 0) {
        found.add(new Piece(at, behind, whole, whole + 1, WHOLE, 0));
      }
      int[] begun = dictionary.beginning(part);
      if (begun == null) {
        continue;
      }
      if (isInitial(part)) {
        found.add(new Piece(at, behind, begun[0], begun[1], INITIAL, INITIAL_WEIGHT));
      } else if (atWall && whole < 0) {
        found.add(new Piece(at, behind, begun[0], begun[1], INITIAL, UNFINISHED_WEIGHT));
      } else if (to == keys.length() && begun[1] > whole + 1) {
        found.add(new Piece(at, behind, whole + 1, begun[1], INITIAL, GOES_ON_WEIGHT));
      }
    }
    return found;
  }

  private static boolean isInitial(String part) {
    return part.length() == 1
        ? "aoeiuv".indexOf(part.charAt(0)) < 0
        : part.equals("zh") || part.equals("ch") || part.equals("sh");
  }

  private int after(int wall) {
    int at = wall;
    while (at < keys.length() && keys.charAt(at) == '\'') {
      at++;
    }
    return at;
  }

  private int[] forth() {
    int[] forth = new int[keys.length() + 1];
    Arrays.fill(forth, FAR);
    forth[0] = 0;
    for (int at = 0; at < keys.length(); at++) {
      for (Piece piece : pieces.get(at)) {
        forth[piece.to()] = Math.min(forth[piece.to()], forth[at] + piece.cost());
      }
    }
    return forth;
  }

  private void keepCheap(int[] forth) {
    int[] back = new int[keys.length() + 1];
    Arrays.fill(back, FAR);
    back[end] = 0;
    for (int at = end - 1; at >= 0; at--) {
      for (Piece piece : pieces.get(at)) {
        back[at] = Math.min(back[at], back[piece.to()] + piece.cost());
      }
    }
    int least = forth[end];
    for (int at = 0; at < keys.length(); at++) {
      int here = forth[at];
      List<Piece> cheap = new ArrayList<>(pieces.get(at));
      cheap.removeIf(piece -> here + piece.cost() + back[piece.to()] > least + SLACK);
      int whole =
          cheap.stream()
              .filter(piece -> piece.cost() == WHOLE)
              .filter(piece -> here + WHOLE + back[piece.to()] == least)
              .mapToInt(Piece::to)
              .max()
              .orElse(0);
      // Who wrote fen meant no f: what is only begun goes where the likeliest way has a longer
      // whole.
      cheap.removeIf(piece -> piece.cost() != WHOLE && piece.to() < whole);
      pieces.set(at, cheap);
    }
  }
}
