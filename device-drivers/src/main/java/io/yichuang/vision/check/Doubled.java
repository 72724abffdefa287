package io.yichuang.vision.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pages that went through twice, told by what they say: pictures of two forms are too alike. */
final class Doubled {

  /** A page with less says too little to be told from another. */
  private static final int LEAST_SIGNS = 30;

  /** Two readings of one page differ in a sign or two of a hundred. */
  private static final double SAME = 0.97;

  /** Signs in a row, by which most pairs of pages are ruled out at once. */
  private static final int PIECE = 4;

  private static final double SAME_PIECES = 0.7;

  private Doubled() {}

  private record Page(int number, String text, String digits, Set<String> pieces) {}

  static List<Doubt> of(List<List<String>> pages) {
    var read = new ArrayList<Page>();
    for (var i = 0; i < pages.size(); i++) {
      var text = Print.plain(String.join("", pages.get(i)));
      if (text.length() >= LEAST_SIGNS) {
        read.add(new Page(i + 1, text, text.replaceAll("[^0-9]", ""), pieces(text)));
      }
    }
    var doubts = new ArrayList<Doubt>();
    for (var i = 0; i < read.size(); i++) {
      for (var j = i + 1; j < read.size(); j++) {
        if (same(read.get(i), read.get(j))) {
          doubts.add(
              new Doubt(
                  Doubt.Kind.DOUBLED_PAGE,
                  Integer.toString(read.get(i).number()),
                  Integer.toString(read.get(j).number())));
        }
      }
    }
    return List.copyOf(doubts);
  }

  /** Two forms filled in for two persons say nearly the same, but their numbers differ. */
  private static boolean same(Page one, Page two) {
    var both = one.pieces().stream().filter(two.pieces()::contains).count();
    return both >= SAME_PIECES * Math.max(one.pieces().size(), two.pieces().size())
        && alike(one.text(), two.text()) >= SAME
        && alike(one.digits(), two.digits()) >= SAME;
  }

  private static Set<String> pieces(String text) {
    var pieces = new HashSet<String>();
    for (var at = 0; at + PIECE <= text.length(); at++) {
      pieces.add(text.substring(at, at + PIECE));
    }
    return pieces;
  }

  /** 1 less the edits (Levenshtein 1966) in each sign of the longer; 1 for two empty ones. */
  private static double alike(String one, String two) {
    var before = new int[two.length() + 1];
    for (var j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var now = new int[before.length];
      now[0] = i;
      for (var j = 1; j < now.length; j++) {
        var other = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(before[j - 1] + other, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return 1 - before[two.length()] / (double) Math.max(1, Math.max(one.length(), two.length()));
  }
}
