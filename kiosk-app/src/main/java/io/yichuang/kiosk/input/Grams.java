package io.yichuang.kiosk.input;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A model of language out of counted texts, as {@code grams.gz} holds it: words, and how likely one
 * stands behind another. The file, packed by gzip: number of words, length of their text, the words
 * with a line feed between; then for each word the negative logarithm of its probability (short,
 * thousandths), the same of what is left for followers that were not counted, the number of
 * followers (unsigned short), and for each its distance from the one before it (seven bits a byte,
 * the least first) and the negative logarithm of its share (unsigned byte, twelfths).
 */
final class Grams {
  /** Steps of a word's own logarithm. */
  static final double FINE = 1000;

  /** Steps of a follower's logarithm. */
  static final double COARSE = 12;

  private final List<String> words;
  private final float[] weights;
  private final float[] rests;
  private final int[][] followers;
  private final float[][] shares;

  private Grams(
      List<String> words, float[] weights, float[] rests, int[][] followers, float[][] shares) {
    this.words = words;
    this.weights = weights;
    this.rests = rests;
    this.followers = followers;
    this.shares = shares;
  }

  /** Their place is their number. */
  List<String> words() {
    return words;
  }

  /** Natural logarithm of each word's probability. */
  float[] weights() {
    return weights;
  }

  /** Natural logarithm of the factor for followers that are not there. */
  float[] rests() {
    return rests;
  }

  /** For each word the numbers of those that were counted behind it, ascending. */
  int[][] followers() {
    return followers;
  }

  /** Natural logarithm of each follower's share. */
  float[][] shares() {
    return shares;
  }

  static Grams read(Path file) throws IOException {
    byte[] all;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      all = in.readAllBytes();
    }
    var in = new DataInputStream(new ByteArrayInputStream(all));
    int count = in.readInt();
    byte[] text = in.readNBytes(in.readInt());
    List<String> words = List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    if (words.size() != count) {
      throw new IOException(file + ": " + count + " words wanted, found " + words.size());
    }
    var weights = new float[count];
    var rests = new float[count];
    var followers = new int[count][];
    var shares = new float[count][];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (-in.readShort() / FINE);
      rests[i] = (float) (-in.readShort() / FINE);
      int size = in.readUnsignedShort();
      followers[i] = new int[size];
      shares[i] = new float[size];
      int last = 0;
      for (int k = 0; k < size; k++) {
        last += step(in);
        followers[i][k] = last;
        shares[i][k] = (float) (-in.readUnsignedByte() / COARSE);
      }
    }
    return new Grams(words, weights, rests, followers, shares);
  }

  private static int step(DataInputStream in) throws IOException {
    int step = 0;
    int shift = 0;
    int seven;
    do {
      seven = in.readUnsignedByte();
      step |= (seven & 0x7f) << shift;
      shift += 7;
    } while (seven >= 0x80);
    return step;
  }
}
