package io.yichuang.kiosk.input;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Characters as they are written, out of {@code strokes.gz}: number of characters; for each its
 * code point (int), how rare it is (negative logarithm of its share, unsigned byte, {@link
 * #STEPS}), the number of strokes (byte), and for each stroke {@link #POINTS} points, x and y by
 * turns (unsigned bytes, 255 is the box's side, y downwards). Packed by gzip. About 6 MB;
 * immutable.
 */
final class InkTemplates {
  /** Points of a stroke in the file. */
  static final int POINTS = 8;

  /** Steps of the logarithm. */
  static final double STEPS = 10;

  /** The box's side, in the bytes of a place. */
  private static final double SIDE = 255;

  /** A character's strokes as {@link Ink} has them, a byte for each place. */
  private final byte[][] strokes;

  private final int[] characters;
  private final float[] rarity;
  private final float[] grids;

  private InkTemplates(int count) {
    strokes = new byte[count][];
    characters = new int[count];
    rarity = new float[count];
    grids = new float[count * InkGrid.SIZE];
  }

  /** The templates of the product. */
  static InkTemplates load() throws IOException {
    try (InputStream file = InkTemplates.class.getResourceAsStream("strokes.gz")) {
      if (file == null) {
        throw new IOException("no strokes.gz beside " + InkTemplates.class);
      }
      return read(file);
    }
  }

  static InkTemplates read(InputStream file) throws IOException {
    byte[] all;
    try (var unpacked = new GZIPInputStream(file, 1 << 16)) {
      all = unpacked.readAllBytes();
    }
    var in = new DataInputStream(new ByteArrayInputStream(all));
    int count = in.readInt();
    if (count < 1 || count > all.length) {
      throw new IOException("not a file of strokes: " + count + " characters");
    }
    var templates = new InkTemplates(count);
    for (int i = 0; i < count; i++) {
      templates.characters[i] = in.readInt();
      templates.rarity[i] = (float) (in.readUnsignedByte() / STEPS);
      byte[] points = new byte[in.readUnsignedByte() * 2 * POINTS];
      in.readFully(points);
      Ink ink = Ink.of(raw(points));
      templates.strokes[i] = packed(ink);
      float[] grid = InkGrid.of(ink.strokes());
      System.arraycopy(grid, 0, templates.grids, i * InkGrid.SIZE, InkGrid.SIZE);
    }
    return templates;
  }

  int size() {
    return characters.length;
  }

  String character(int template) {
    return Character.toString(characters[template]);
  }

  /** Negative natural logarithm of how often the character is written. */
  double rarity(int template) {
    return rarity[template];
  }

  Ink ink(int template) {
    byte[] points = strokes[template];
    List<double[]> all = new ArrayList<>();
    for (int at = 0; at < points.length; at += 2 * Ink.POINTS) {
      double[] stroke = new double[2 * Ink.POINTS];
      for (int i = 0; i < stroke.length; i++) {
        stroke[i] = (points[at + i] & 0xff) / SIDE;
      }
      all.add(stroke);
    }
    return new Ink(all);
  }

  private static byte[] packed(Ink ink) {
    byte[] points = new byte[ink.strokes().size() * 2 * Ink.POINTS];
    int at = 0;
    for (double[] stroke : ink.strokes()) {
      for (double place : stroke) {
        points[at++] = (byte) Math.clamp(Math.round(place * SIDE), 0, 255);
      }
    }
    return points;
  }

  /** How alike two pictures are: 0 to 1. */
  float likeness(int template, float[] grid) {
    float sum = 0;
    float more = 0;
    float rest = 0;
    float last = 0;
    int at = template * InkGrid.SIZE;
    for (int i = 0; i < InkGrid.SIZE; i += 4) { // four sums do not wait for each other
      sum += grids[at + i] * grid[i];
      more += grids[at + i + 1] * grid[i + 1];
      rest += grids[at + i + 2] * grid[i + 2];
      last += grids[at + i + 3] * grid[i + 3];
    }
    return sum + more + rest + last;
  }

  private static List<double[]> raw(byte[] points) {
    List<double[]> all = new ArrayList<>();
    for (int at = 0; at < points.length; at += 2 * POINTS) {
      double[] stroke = new double[2 * POINTS];
      for (int i = 0; i < stroke.length; i++) {
        stroke[i] = points[at + i] & 0xff;
      }
      all.add(stroke);
    }
    return all;
  }
}
