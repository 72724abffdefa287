package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The likeliest rows of words up to one place in the keys, the likeliest first. */
final class Rows {
  /**
   * A row of words up to a place.
   *
   * @param text of its last word
   * @param whole hash of the text of all its words
   * @param word the last one's number in {@link Pairs}
   */
  record Row(
      @Nullable Row before,
      String text,
      long whole,
      int word,
      int subject,
      double weight,
      String spelled) {
    static Row start(int word) {
      return new Row(null, "", 0, word, 0, 0, "");
    }

    static Row behind(
        Row before, String text, int word, int subject, double weight, String spelled) {
      long whole = before.whole();
      for (int i = 0; i < text.length(); i++) {
        whole = whole * PRIME + text.charAt(i);
      }
      return new Row(before, text, whole, word, subject, weight, spelled);
    }
  }

  /** Of the hash: nothing but odd and large. */
  private static final long PRIME = 1_099_511_628_211L;

  /** Rows kept at each place. */
  private static final int MOST = 12;

  private final List<Row> rows = new ArrayList<>();

  List<Row> all() {
    return rows;
  }

  /** Whether a row of this weight would stay. */
  boolean takes(double weight) {
    return rows.size() < MOST || weight > rows.getLast().weight();
  }

  /** Puts a row among the best, each text once. */
  void keep(Row row) {
    int at = rows.size();
    for (int i = rows.size() - 1; i >= 0; i--) {
      boolean better = row.weight() > rows.get(i).weight();
      if (rows.get(i).whole() == row.whole() && rows.get(i).word() == row.word()) {
        if (!better) {
          return;
        }
        rows.remove(i);
      }
      if (better) {
        at = i;
      }
    }
    rows.add(at, row);
    if (rows.size() > MOST) {
      rows.removeLast();
    }
  }
}
