package io.yichuang.kiosk.input;

import io.yichuang.kiosk.input.Rows.Row;
import io.yichuang.kiosk.input.Spelling.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The likeliest rows of words for keys that were taken apart: each word by its own probability and
 * by the word before it. At each place a few rows stay in the running.
 */
final class Sentence {
  /** No word of the list is longer. */
  private static final int MOST_SYLLABLES = 20;

  private static final int LONGEST_NAME = 4;

  /** Words of one piece tried within a row; single characters have more homophones than words. */
  private static final int CHARACTERS = 24;

  private static final int WORDS = 12;

  /** Names offered when the keys are nothing but a name, and tried within a row. */
  private static final int NAMES = 40;

  private static final int NAMES_WITHIN = 2;

  /** Logarithms of how often a name is what is typed: of two characters, of three and more. */
  private static final double SHORT_NAME = -1.5;

  private static final double LONG_NAME = -0.5;

  /** Loss of a single character that was never seen behind the word before it. */
  private static final double STRAY = -1;

  /** Gain of a word behind one about the same thing. */
  private static final double SAME_SUBJECT = 2;

  /** Loss of a place that is not around here behind a word that is no place. */
  private static final double STRANGE_PLACE = -2;

  /** A name with words around it. */
  private static final double NAME_WITHIN = -6;

  /**
   * A word, or a row of words, found in the keys.
   *
   * @param to one after the last key it stands for
   * @param weight natural logarithm of its probability
   */
  record Hit(String text, int to, double weight, Candidate.Kind kind, int syllables) {}

  private final Dictionary dictionary;
  private final Spelling spelling;
  private final String keys;
  private final int most;
  private final List<Rows> rowsTo = new ArrayList<>();
  private final List<Hit> fromStart = new ArrayList<>();
  private final Expected expected;

  /**
   * Finds the words.
   *
   * @param most so many words are wanted for the first keys
   * @param expected by what the field asks for and what stands before the keys
   */
  Sentence(Dictionary dictionary, Spelling spelling, String keys, int most, Expected expected) {
    this.dictionary = dictionary;
    this.spelling = spelling;
    this.keys = keys;
    this.most = most;
    this.expected = expected;
    for (int i = 0; i <= spelling.end(); i++) {
      rowsTo.add(new Rows());
    }
    rowsTo.getFirst().keep(Row.start(expected == Expected.UNIT ? Pairs.DIGITS : Pairs.UNKNOWN));
    for (int from = 0; from < spelling.end(); from++) {
      if (!rowsTo.get(from).all().isEmpty()) {
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

  /** The likeliest rows of two words or more for all keys, the likeliest first. */
  List<Hit> best() {
    List<Hit> best = new ArrayList<>();
    for (Row row : rowsTo.get(end()).all()) {
      Deque<Row> words = words(row);
      if (words.size() > 1) {
        best.add(new Hit(text(words), end(), row.weight(), Candidate.Kind.SENTENCE, words.size()));
      }
    }
    return best;
  }

  /** The keys with their syllables apart; what was not understood stands behind. */
  String spelled() {
    var all = new StringBuilder();
    if (!rowsTo.get(end()).all().isEmpty()) {
      words(rowsTo.get(end()).all().getFirst())
          .forEach(row -> all.append(all.isEmpty() ? "" : " ").append(row.spelled()));
    }
    if (end() < keys.length()) {
      all.append(all.isEmpty() ? "" : " ").append(keys, end(), keys.length());
    }
    return all.toString();
  }

  private static Deque<Row> words(Row last) {
    Deque<Row> words = new ArrayDeque<>();
    for (Row row = last; row != null && row.before() != null; row = row.before()) {
      words.addFirst(row);
    }
    return words;
  }

  private static String text(Iterable<Row> words) {
    var text = new StringBuilder();
    words.forEach(row -> text.append(row.text()));
    return text.toString();
  }

  private void follow(int from, int at, StringBuilder letters, List<Piece> path) {
    if (at >= end() || path.size() == MOST_SYLLABLES) {
      return;
    }
    for (Piece piece : spelling.at(at)) {
      letters.append(dictionary.syllables[piece.first()].charAt(0));
      path.add(piece);
      names(from, piece.to(), path);
      boolean leads = dictionary.leads(letters);
      if (leads) {
        words(from, piece.to(), letters, path);
      }
      if (leads || path.size() < LONGEST_NAME) {
        follow(from, piece.to(), letters, path);
      }
      path.removeLast();
      letters.setLength(letters.length() - 1);
    }
  }

  private void words(int from, int to, StringBuilder letters, List<Piece> path) {
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
    int tried = path.size() == 1 ? CHARACTERS : WORDS;
    int wanted = from == 0 ? Math.max(most, tried) : tried;
    String spelled = spelled(path);
    for (int word = dictionary.firstWord(group);
        word < dictionary.endWord(group) && wanted > 0;
        word++) {
      if (!dictionary.reads(group, word, ranges)) {
        continue;
      }
      wanted--;
      int inPairs = dictionary.inPairs(word);
      if (tried-- > 0) {
        join(from, to, word, inPairs, path.size(), typed, spelled);
      }
      if (from == 0) {
        double weight = dictionary.weight(word);
        if (expected == Expected.UNIT) {
          weight = dictionary.pairs().weight(Pairs.DIGITS, inPairs, weight, dictionary.doubt(word));
        }
        fromStart.add(
            new Hit(dictionary.text(word), to, typed + weight, dictionary.kind(word), path.size()));
      }
    }
  }

  private void join(
      int from, int to, int word, int inPairs, int characters, double typed, String spelled) {
    double weight = dictionary.weight(word);
    double doubt = dictionary.doubt(word);
    Rows rows = rowsTo.get(to);
    int subject = dictionary.subject(word);
    boolean far = dictionary.kind(word) == Candidate.Kind.REGION;
    for (Row before : rowsTo.get(from).all()) {
      double here =
          before.word() == Pairs.UNKNOWN && from == 0
              ? weight
              : dictionary.pairs().weight(before.word(), inPairs, weight, doubt);
      if (characters == 1 && from != 0 && here <= weight) {
        here += STRAY;
      }
      int about = subject;
      boolean behindPlace = before.subject() == Dictionary.PLACES;
      if (far && !behindPlace && before.before() != null) {
        here += STRANGE_PLACE;
      }
      if (behindPlace || before.text().length() > 1) {
        double end = dictionary.pairs().share(Pairs.PLACE, inPairs) + doubt;
        if (end > here) {
          here = end;
          about = Dictionary.PLACES;
        }
      }
      double whole = before.weight() + typed + here;
      if (subject != 0 && subject == before.subject()) {
        whole += SAME_SUBJECT;
      }
      if (rows.takes(whole)) {
        rows.keep(Row.behind(before, dictionary.text(word), inPairs, about, whole, spelled));
      }
    }
  }

  private void names(int from, int to, List<Piece> path) {
    boolean alone = from == 0 && to == end() && expected != Expected.UNIT;
    if (path.size() > LONGEST_NAME || path.size() < (alone && expected.named() ? 1 : 2)) {
      return;
    }
    int[] syllables = new int[path.size()];
    for (int i = 0; i < syllables.length; i++) {
      // Whole syllables only: an unfinished yan is yang alone, and has a price of its own.
      if (path.get(i).weight() != 0) {
        return;
      }
      syllables[i] = path.get(i).first();
    }
    double prior = syllables.length == 2 ? SHORT_NAME : LONG_NAME;
    List<Names.Name> names =
        alone && expected == Expected.GIVEN_NAME
            ? dictionary.names().given(syllables, NAMES)
            : dictionary.names().read(syllables, alone ? NAMES : NAMES_WITHIN);
    for (Names.Name name : names) {
      if (alone) {
        fromStart.add(
            new Hit(name.text(), to, prior + name.weight(), Candidate.Kind.NAME, path.size()));
        continue;
      }
      for (Row before : rowsTo.get(from).all()) {
        double weight = before.weight() + prior + NAME_WITHIN + name.weight();
        if (rowsTo.get(to).takes(weight)) {
          rowsTo
              .get(to)
              .keep(Row.behind(before, name.text(), Pairs.PERSON, 0, weight, spelled(path)));
        }
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
