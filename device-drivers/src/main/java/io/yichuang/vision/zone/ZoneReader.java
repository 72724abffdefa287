package io.yichuang.vision.zone;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.model.Model;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.text.TextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Reads the machine-readable zone in a picture, on this machine alone: the page's text tells where
 * it stands, then each row is read again at three widths with a zone's characters alone. Nothing is
 * corrected here. Any thread; a document takes seconds of one core.
 */
public final class ZoneReader implements AutoCloseable {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

  /** The recogniser's height, pixels. */
  private static final int HEIGHT = 48;

  /**
   * Widths of a character, pixels. At its own width (some 40) the model, which is made for words,
   * leaves characters out; from 80 on it sees K in fillers.
   */
  private static final List<Integer> CHARACTER = List.of(52, 59, 66);

  private static final int BLANK = 0;

  private final TextReader reader;
  private final Model model;

  /** Of each class of the model the character of a zone, 0 where it has none. */
  private final char[] classes;

  private ZoneReader(TextReader reader) {
    this.reader = reader;
    model = new Model(TextReader.class, "rec.onnx");
    classes = classes();
  }

  /**
   * Loads the models (some 100 ms).
   *
   * @throws IllegalStateException when vision or a model is missing
   */
  public static ZoneReader load() {
    return new ZoneReader(TextReader.load());
  }

  /** Blank, the file's lines, space; small letters are large ones that were seen small. */
  private static char[] classes() {
    try (var in = TextReader.class.getResourceAsStream("keys.txt")) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no keys.txt");
      }
      var keys = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      var classes = new char[keys.size() + 2];
      for (var i = 0; i < keys.size(); i++) {
        var key = keys.get(i).toUpperCase(Locale.ROOT);
        classes[i + 1] = key.length() == 1 && ALPHABET.contains(key) ? key.charAt(0) : 0;
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows from the top; none where the picture shows no zone. It may stand in any direction.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   */
  public List<Row> read(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      var band = Band.of(reader.read(picture));
      var rows = new ArrayList<Row>();
      for (var quad : band.rows()) {
        var readings = new ArrayList<String>();
        for (var width : CHARACTER) {
          readings.add(read(picture, quad, band.columns() * width));
        }
        rows.add(new Row(readings));
      }
      return rows;
    }
  }

  private String read(Mat picture, Quad row, int width) {
    try (var mats = new Mats()) {
      var from =
          mats.keep(
              new MatOfPoint2f(
                  cv(row.topLeft()),
                  cv(row.topRight()),
                  cv(row.bottomRight()),
                  cv(row.bottomLeft())));
      var to =
          mats.keep(
              new MatOfPoint2f(
                  new org.opencv.core.Point(0, 0),
                  new org.opencv.core.Point(width, 0),
                  new org.opencv.core.Point(width, HEIGHT),
                  new org.opencv.core.Point(0, HEIGHT)));
      var flat = mats.mat();
      Imgproc.warpPerspective(
          picture,
          flat,
          mats.keep(Imgproc.getPerspectiveTransform(from, to)),
          new Size(width, HEIGHT),
          Imgproc.INTER_LINEAR,
          Core.BORDER_REPLICATE);
      var bytes = new byte[width * HEIGHT * 3];
      flat.get(0, 0, bytes);
      var values = new float[bytes.length];
      for (var i = 0; i < bytes.length; i++) {
        values[i % 3 * width * HEIGHT + i / 3] = ((bytes[i] & 0xFF) - 127.5f) / 127.5f;
      }
      return decode(model.run(values, 1, 3, HEIGHT, width).values());
    }
  }

  /** The best of a zone's characters at each step, repeated ones once (CTC). */
  private String decode(float[] likelihoods) {
    if (likelihoods.length % classes.length != 0) {
      throw new IllegalStateException("not the model that was expected");
    }
    var text = new StringBuilder();
    var before = BLANK;
    for (var at = 0; at < likelihoods.length; at += classes.length) {
      var best = BLANK;
      for (var i = 1; i < classes.length; i++) {
        if (classes[i] != 0 && likelihoods[at + i] > likelihoods[at + best]) {
          best = i;
        }
      }
      if (best != BLANK && best != before) {
        text.append(classes[best]);
      }
      before = best;
    }
    return text.toString();
  }

  private static org.opencv.core.Point cv(Point p) {
    return new org.opencv.core.Point(p.x(), p.y());
  }

  @Override
  public void close() {
    model.close();
    reader.close();
  }
}
