package io.yichuang.vision.text;

import java.text.Normalizer;
import java.util.List;

/** How much of what is known to be printed was read: for measuring on somebody's own paper. */
public final class Accuracy {

  private Accuracy() {}

  /**
   * The share of characters that are right.
   *
   * @param printed the lines that stand there
   * @param read the lines that were read
   */
  public static double of(List<String> printed, List<TextLine> read) {
    return of(
        String.join("", printed), String.join("", read.stream().map(TextLine::text).toList()));
  }

  /**
   * 1 less the edits per character; white space and the width of signs do not count. Below 0 when
   * more was made up than stands there.
   *
   * @param printed all that stands there
   * @param read all that was read
   */
  public static double of(String printed, String read) {
    var truth = plain(printed);
    return 1 - edits(truth, plain(read)) / (double) Math.max(1, truth.length());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  /** Levenshtein. */
  static int edits(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var corner = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var above = row[j];
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(corner + same, Math.min(row[j - 1], above) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
