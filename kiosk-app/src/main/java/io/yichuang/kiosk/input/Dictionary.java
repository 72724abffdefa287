package io.yichuang.kiosk.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Words with their readings in sorted arrays, written by {@link DictionaryFile}. Words stand in
 * groups of equal first letters of their syllables (重庆市: {@code cqs}), the likeliest first: so
 * initials and whole syllables are found the same way. Each array is read in one go: the terminal
 * starts in seconds. About 20 MB; immutable.
 */
final class Dictionary {
  /** First of the file; another number is another format. */
  static final int FORMAT = 0x59435035;

  /** The {@link #subject} of places. */
  static final int PLACES = 2;

  /** Steps of the logarithm of a reading's share. */
  static final double DOUBT = 16;

  final String[] syllables;
  private final Pairs pairs;
  private final Names names;

  /** The groups' letters one behind the other, and where each begins; one more at the end. */
  private final byte[] letters;

  private final int[] groups;

  /** Where a group's words begin; one more at the end. */
  private final int[] words;

  /** Where a group's syllables begin in {@link #readings}. */
  private final int[] firstReading;

  private final short[] readings;

  /** Where a word's text begins; one more at the end. */
  private final int[] texts;

  private final char[] text;
  private final float[] weights;
  private final byte[] kinds;

  /** A word's number in {@link Pairs}, or -1. */
  private final int[] inPairs;

  private final byte[] doubts;

  private Dictionary(ByteBuffer in) throws IOException {
    if (in.remaining() < Integer.BYTES || in.getInt() != FORMAT) {
      throw new IOException("not a dictionary of this format");
    }
    syllables = new String(bytes(in), StandardCharsets.US_ASCII).split(" ", -1);
    letters = bytes(in);
    groups = ints(in);
    words = ints(in);
    firstReading = ints(in);
    readings = shorts(in);
    texts = ints(in);
    text = chars(in);
    weights = floats(in);
    kinds = bytes(in);
    inPairs = ints(in);
    doubts = bytes(in);
    pairs = new Pairs(ints(in), ints(in), floats(in));
    names = new Names(syllables.length, new String(bytes(in), StandardCharsets.UTF_8));
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
    try (var unpacked = new GZIPInputStream(file, 1 << 16)) {
      return new Dictionary(ByteBuffer.wrap(unpacked.readAllBytes()));
    } catch (java.nio.BufferUnderflowException e) {
      throw new IOException("the dictionary ends too early", e);
    }
  }

  int size() {
    return weights.length;
  }

  /** How likely words stand behind each other. */
  Pairs pairs() {
    return pairs;
  }

  Names names() {
    return names;
  }

  /** The syllable's number, or -1. */
  int syllable(String spelled) {
    return Math.max(-1, Arrays.binarySearch(syllables, spelled));
  }

  /**
   * Numbers of the syllables that begin so: first and one after the last; null if there is none.
   */
  int @Nullable [] beginning(String start) {
    int at = Arrays.binarySearch(syllables, start);
    int first = at < 0 ? -at - 1 : at;
    int end = first;
    while (end < syllables.length && syllables[end].startsWith(start)) {
      end++;
    }
    return first == end ? null : new int[] {first, end};
  }

  /** Whether any word's first letters begin so. */
  boolean leads(CharSequence begun) {
    int at = place(begun);
    if (at == groups.length - 1 || groups[at + 1] - groups[at] < begun.length()) {
      return false;
    }
    for (int i = 0; i < begun.length(); i++) {
      if (letters[groups[at] + i] != begun.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The group of words with these first letters, or -1. */
  int group(CharSequence whole) {
    int at = place(whole);
    return at < groups.length - 1 && compare(at, whole) == 0 ? at : -1;
  }

  int firstWord(int group) {
    return words[group];
  }

  int endWord(int group) {
    return words[group + 1];
  }

  /** Whether each syllable of a word lies in its range (first, one after the last, by turns). */
  boolean reads(int group, int word, int[] ranges) {
    int length = groups[group + 1] - groups[group];
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

  /** Natural logarithm of how often the word's text is read so. */
  double doubt(int word) {
    return -doubts[word] / DOUBT;
  }

  /** The word's number in {@link #pairs}, or -1. */
  int inPairs(int word) {
    return inPairs[word];
  }

  Candidate.Kind kind(int word) {
    return switch (kinds[word]) {
      case 'n' -> Candidate.Kind.NAME;
      case 'p' -> Candidate.Kind.PLACE;
      case 'r' -> Candidate.Kind.ROAD;
      case 'g' -> Candidate.Kind.REGION;
      default -> Candidate.Kind.WORD;
    };
  }

  /**
   * What a word is about, 0 for anything: words about the same thing (a business, places) stand
   * together more often than texts of all sorts tell.
   */
  int subject(int word) {
    return switch (kinds[word]) {
      case 'b' -> 1;
      case 'p', 'r', 'g' -> PLACES;
      default -> 0;
    };
  }

  /** The letter of a kind in the file, so that the order of the constants is free. */
  static byte letter(Candidate.Kind kind, boolean own) {
    return switch (kind) {
      case WORD -> (byte) (own ? 'b' : 'w');
      case NAME -> 'n';
      case PLACE -> 'p';
      case ROAD -> 'r';
      case REGION -> 'g';
      case SENTENCE -> throw new IllegalArgumentException("a sentence is no word");
    };
  }

  private int place(CharSequence key) {
    int low = 0;
    int high = groups.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(int group, CharSequence key) {
    int length = groups[group + 1] - groups[group];
    for (int i = 0; i < Math.min(length, key.length()); i++) {
      int difference = letters[groups[group] + i] - key.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - key.length();
  }

  private static ByteBuffer part(ByteBuffer in, int bytesEach) {
    int length = in.getInt() * bytesEach;
    if (length < 0 || length > in.remaining()) {
      throw new java.nio.BufferUnderflowException();
    }
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static byte[] bytes(ByteBuffer in) {
    ByteBuffer part = part(in, 1);
    byte[] all = new byte[part.remaining()];
    part.get(all);
    return all;
  }

  private static int[] ints(ByteBuffer in) {
    ByteBuffer part = part(in, Integer.BYTES);
    int[] all = new int[part.remaining() / Integer.BYTES];
    part.asIntBuffer().get(all);
    return all;
  }

  private static short[] shorts(ByteBuffer in) {
    ByteBuffer part = part(in, Short.BYTES);
    short[] all = new short[part.remaining() / Short.BYTES];
    part.asShortBuffer().get(all);
    return all;
  }

  private static char[] chars(ByteBuffer in) {
    ByteBuffer part = part(in, Character.BYTES);
    char[] all = new char[part.remaining() / Character.BYTES];
    part.asCharBuffer().get(all);
    return all;
  }

  private static float[] floats(ByteBuffer in) {
    ByteBuffer part = part(in, Float.BYTES);
    float[] all = new float[part.remaining() / Float.BYTES];
    part.asFloatBuffer().get(all);
    return all;
  }
}
