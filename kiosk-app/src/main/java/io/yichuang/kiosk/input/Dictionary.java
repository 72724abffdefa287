package io.yichuang.kiosk.input;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Words with their readings in sorted arrays, written by {@link DictionaryCompiler}. Words stand in
 * groups of equal first letters of their syllables (重庆市: {@code cqs}), the likeliest first: so
 * initials and whole syllables are found the same way. About 20 MB; immutable.
 */
final class Dictionary {
  /** First of the file; another number is another format. */
  static final int FORMAT = 0x59435032;

  final String[] syllables;
  private final String[] groups;

  /** Where a group's words begin; one more at the end. */
  private final int[] words;

  /** Where a group's syllables begin in {@link #readings}. */
  private final int[] firstReading;

  private final short[] readings;

  /** Where a word's text begins; one more at the end. */
  private final int[] texts;

  private final char[] text;
  private final float[] weights;
  private final Candidate.Kind[] kinds;

  private Dictionary(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("not a dictionary of this format");
    }
    syllables = new String[in.readInt()];
    for (int i = 0; i < syllables.length; i++) {
      syllables[i] = in.readUTF();
    }
    groups = new String[in.readInt()];
    words = new int[groups.length + 1];
    firstReading = new int[groups.length];
    int count = in.readInt();
    readings = new short[in.readInt()];
    text = new char[in.readInt()];
    texts = new int[count + 1];
    weights = new float[count];
    kinds = new Candidate.Kind[count];
    int word = 0;
    int reading = 0;
    int at = 0;
    for (int g = 0; g < groups.length; g++) {
      groups[g] = in.readUTF();
      words[g] = word;
      firstReading[g] = reading;
      for (int left = in.readInt(); left > 0; left--) {
        for (int i = groups[g].length(); i > 0; i--) {
          readings[reading++] = in.readShort();
        }
        String written = in.readUTF();
        written.getChars(0, written.length(), text, at);
        at += written.length();
        weights[word] = in.readFloat();
        kinds[word] = kindOf(in.readByte());
        texts[++word] = at;
      }
    }
    words[groups.length] = word;
  }

  /** The dictionary of the product. */
  static Dictionary load() throws IOException {
    try (InputStream file = Dictionary.class.getResourceAsStream("words.gz")) {
      if (file == null) {
        throw new IOException("no words.gz beside " + Dictionary.class + ": not compiled");
      }
      return read(file);
    }
  }

  /** Reads a compiled dictionary. */
  static Dictionary read(InputStream file) throws IOException {
    return new Dictionary(
        new DataInputStream(new java.io.BufferedInputStream(new GZIPInputStream(file), 1 << 16)));
  }

  int size() {
    return weights.length;
  }

  /** The syllable's number, or -1. */
  int syllable(String spelled) {
    return Math.max(-1, Arrays.binarySearch(syllables, spelled));
  }

  /**
   * Numbers of the syllables that begin so: first and one after the last; null if there is none.
   */
  int @Nullable [] beginning(String start) {
    int first = place(syllables, start);
    int end = first;
    while (end < syllables.length && syllables[end].startsWith(start)) {
      end++;
    }
    return first == end ? null : new int[] {first, end};
  }

  /** Whether any word's first letters begin so. */
  boolean leads(String letters) {
    int at = place(groups, letters);
    return at < groups.length && groups[at].startsWith(letters);
  }

  /** The group of words with these first letters, or -1. */
  int group(String letters) {
    return Math.max(-1, Arrays.binarySearch(groups, letters));
  }

  int firstWord(int group) {
    return words[group];
  }

  int endWord(int group) {
    return words[group + 1];
  }

  /** Whether each syllable of a word lies in its range (first, one after the last, by turns). */
  boolean reads(int group, int word, int[] ranges) {
    int length = groups[group].length();
    int at = firstReading[group] + (word - words[group]) * length;
    for (int i = 0; i < length; i++) {
      int syllable = readings[at + i];
      if (syllable < ranges[2 * i] || syllable >= ranges[2 * i + 1]) {
        return false;
      }
    }
    return true;
  }

  String text(int word) {
    return new String(text, texts[word], texts[word + 1] - texts[word]);
  }

  /** Natural logarithm of the word's probability. */
  float weight(int word) {
    return weights[word];
  }

  Candidate.Kind kind(int word) {
    return kinds[word];
  }

  /** A letter of the file, so that the order of the constants is free. */
  private static Candidate.Kind kindOf(byte letter) throws IOException {
    return switch (letter) {
      case 'w' -> Candidate.Kind.WORD;
      case 'n' -> Candidate.Kind.NAME;
      case 'p' -> Candidate.Kind.PLACE;
      case 'r' -> Candidate.Kind.ROAD;
      default -> throw new IOException("unknown kind of word: " + letter);
    };
  }

  /** The letter of a kind in the file. */
  static byte letter(Candidate.Kind kind) {
    return switch (kind) {
      case WORD -> 'w';
      case NAME -> 'n';
      case PLACE -> 'p';
      case ROAD -> 'r';
      case SENTENCE -> throw new IllegalArgumentException("a sentence is no word");
    };
  }

  private static int place(String[] sorted, String key) {
    int at = Arrays.binarySearch(sorted, key);
    return at < 0 ? -at - 1 : at;
  }
}
