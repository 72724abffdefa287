package io.yichuang.vision.text;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Reads one line of print: PP-OCRv4's recogniser, decoded greedily (CTC, Graves 2006). */
final class Recognizer implements AutoCloseable {

  private static final int HEIGHT = 48;
  private static final int LEAST_WIDTH = 32;

  /** The longest lines have some 100 characters. */
  private static final int MOST_WIDTH = 100 * HEIGHT;

  /** The first class of the model stands for nothing. */
  private static final int BLANK = 0;

  /**
   * What was read; empty when nothing was.
   *
   * @param confidence mean of the characters
   * @param letters of each char of the text
   */
  record Reading(String text, double confidence, List<Double> letters) {}

  private final Model model = new Model(Recognizer.class, "rec.onnx");
  private final List<String> keys = keys();

  /** As PaddleOCR's recogniser counts them: blank, the file's lines, space. */
  private static List<String> keys() {
    try (var in = Recognizer.class.getResourceAsStream("keys.txt")) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no keys.txt");
      }
      var keys = new ArrayList<String>();
      keys.add("");
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(keys::add);
      keys.add(" ");
      return List.copyOf(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From a picture (BGR) that shows a line and no more. */
  Reading read(Mat line) {
    try (var mats = new Mats()) {
      var wanted = Math.round((double) HEIGHT * line.cols() / line.rows());
      var width = Math.clamp(wanted, LEAST_WIDTH, MOST_WIDTH);
      var small = mats.mat();
      var shrinks = line.rows() > HEIGHT;
      Imgproc.resize(
          line,
          small,
          new Size(width, HEIGHT),
          0,
          0,
          shrinks ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
      var bytes = new byte[width * HEIGHT * 3];
      small.get(0, 0, bytes);
      var values = new float[bytes.length];
      for (var i = 0; i < bytes.length; i++) {
        values[i % 3 * width * HEIGHT + i / 3] = ((bytes[i] & 0xFF) - 127.5f) / 127.5f;
      }
      return decode(model.run(values, 1, 3, HEIGHT, width).values());
    }
  }

  private Reading decode(float[] likelihoods) {
    var classes = keys.size();
    if (likelihoods.length % classes != 0) {
      throw new IllegalStateException("not the model that was expected");
    }
    var text = new StringBuilder();
    var letters = new ArrayList<Double>();
    var sum = 0.0;
    var count = 0;
    var before = BLANK;
    for (var at = 0; at < likelihoods.length; at += classes) {
      var best = 0;
      for (var i = 1; i < classes; i++) {
        if (likelihoods[at + i] > likelihoods[at + best]) {
          best = i;
        }
      }
      if (best != BLANK && best != before) {
        text.append(keys.get(best));
        // Some keys are two chars long.
        while (letters.size() < text.length()) {
          letters.add((double) likelihoods[at + best]);
        }
        sum += likelihoods[at + best];
        count++;
      }
      before = best;
    }
    var read = text.toString();
    var from = read.length() - read.stripLeading().length();
    var stripped = read.strip();
    return new Reading(
        stripped,
        count == 0 ? 0 : sum / count,
        List.copyOf(letters.subList(from, from + stripped.length())));
  }

  @Override
  public void close() {
    model.close();
  }
}
