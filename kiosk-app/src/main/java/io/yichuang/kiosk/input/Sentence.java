package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.Spelling.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The likeliest row of words for keys that were taken apart: each word by its own probability. */
final class Sentence {
  /** No word of the list is longer. */
  private static final int MOST_SYLLABLES = 20;

  /**
   * A word, or a row of words, found in the keys.
   *
   * @param to one after the last key it stands for
   * @param weight natural logarithm of its probability
   */
  record Hit(
      String text,
      int from,
      int to,
      double weight,
      Candidate.Kind kind,
      int syllables,
      String spelled) {}

  private final Dictionary dictionary;
  private final Spelling spelling;
  private final String keys;
  private final int most;
  private final @Nullable Hit[] bestTo;
  private final double[] weightTo;
  private final List<Hit> fromStart = new ArrayList<>();

  Sentence(Dictionary dictionary, Spelling spelling, String keys, int most) {
    this.dictionary = dictionary;
    this.spelling = spelling;
    this.keys = keys;
    this.most = most;
    bestTo = new @Nullable Hit[spelling.end() + 1];
    weightTo = new double[spelling.end() + 1];
    java.util.Arrays.fill(weightTo, Double.NEGATIVE_INFINITY);
    weightTo[0] = 0;
    for (int from = 0; from < spelling.end(); from++) {
      if (weightTo[from] > Double.NEGATIVE_INFINITY) {
        follow(from, from, new StringBuilder(), new ArrayList<>());
      }
    }
  }

  /** One after the last key that was understood. */
  int end() {
    return spelling.end();
  }

  /** All words that begin with the first key. */
  List<Hit> fromStart() {
    return fromStart;
  }

  /** The likeliest row of two words or more for all keys. */
  Optional<Hit> best() {
    Deque<Hit> row = row();
    if (row.size() < 2) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    row.forEach(hit -> text.append(hit.text()));
    return Optional.of(
        new Hit(
            text.toString(),
            0,
            end(),
            weightTo[end()],
            Candidate.Kind.SENTENCE,
            row.size(),
            spelled()));
  }

  /** The keys with their syllables apart; what was not understood stands behind. */
  String spelled() {
    var all = new StringBuilder();
    row().forEach(hit -> all.append(all.isEmpty() ? "" : " ").append(hit.spelled()));
    if (end() < keys.length()) {
      all.append(all.isEmpty() ? "" : " ").append(keys, end(), keys.length());
    }
    return all.toString();
  }

  private Deque<Hit> row() {
    Deque<Hit> row = new ArrayDeque<>();
    int at = end();
    while (at > 0) {
      Hit hit = bestTo[at];
      if (hit == null) {
        return new ArrayDeque<>();
      }
      row.addFirst(hit);
      at = hit.from();
    }
    return row;
  }

  private void follow(int from, int at, StringBuilder letters, List<Piece> path) {
    if (at >= end() || path.size() == MOST_SYLLABLES) {
      return;
    }
    for (Piece piece : spelling.at(at)) {
      letters.append(dictionary.syllables[piece.first()].charAt(0));
      path.add(piece);
      if (dictionary.leads(letters.toString())) {
        words(from, piece.to(), letters.toString(), path);
        follow(from, piece.to(), letters, path);
      }
      path.removeLast();
      letters.setLength(letters.length() - 1);
    }
  }

  private void words(int from, int to, String letters, List<Piece> path) {
    int group = dictionary.group(letters);
    if (group < 0) {
      return;
    }
    int[] ranges = new int[2 * path.size()];
    double typed = 0;
    for (int i = 0; i < path.size(); i++) {
      ranges[2 * i] = path.get(i).first();
      ranges[2 * i + 1] = path.get(i).end();
      typed += path.get(i).weight();
    }
    int wanted = from == 0 ? most : 1;
    for (int word = dictionary.firstWord(group);
        word < dictionary.endWord(group) && wanted > 0;
        word++) {
      if (!dictionary.reads(group, word, ranges)) {
        continue;
      }
      wanted--;
      double weight = typed + dictionary.weight(word);
      boolean better = weightTo[from] + weight > weightTo[to];
      if (from != 0 && !better) {
        return;
      }
      Hit hit =
          new Hit(
              dictionary.text(word),
              from,
              to,
              weight,
              dictionary.kind(word),
              path.size(),
              spelled(path));
      if (better) {
        weightTo[to] = weightTo[from] + weight;
        bestTo[to] = hit;
      }
      if (from == 0) {
        fromStart.add(hit);
      }
    }
  }

  private String spelled(List<Piece> path) {
    var all = new StringBuilder();
    for (Piece piece : path) {
      all.append(all.isEmpty() ? "" : " ").append(keys, piece.from(), piece.to());
    }
    return all.toString().replace("'", "");
  }
}
