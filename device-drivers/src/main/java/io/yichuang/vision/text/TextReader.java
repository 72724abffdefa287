package io.yichuang.vision.text;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;

/**
 * Reads printed Chinese and Latin text, on this machine alone. The models are loaded once (16 MB).
 * Any thread; a page of text takes seconds of one core.
 */
public final class TextReader implements AutoCloseable {

  /** Print of 10.5 points on A4 is 18 pixels high then. */
  private static final int LONG_SIDE = 1440;

  /** A line less sure than this is mostly a pattern or a stamp's rim. */
  private static final double LEAST_CONFIDENCE = 0.5;

  /** So many lines at most are read both ways to tell which way up a page stands. */
  private static final int ASKED = 6;

  /** So many at least: one may be a number that reads as well from its other end. */
  private static final int LEAST_ASKED = 2;

  /** One way weighs so many times the other, and some sure letters more: no further lines. */
  private static final double PLAIN = 3;

  private static final double SURE_LETTERS = 4;

  private final Detector detector;
  private final Recognizer recognizer;

  private TextReader() {
    detector = new Detector();
    recognizer = new Recognizer();
  }

  /**
   * Loads the models (some 100 ms).
   *
   * @throws IllegalStateException when vision or a model is missing
   */
  public static TextReader load() {
    Vision.require();
    return new TextReader();
  }

  /**
   * The lines from top to bottom.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   */
  public List<TextLine> read(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      return read(Picture.decode(image, mats));
    }
  }

  /**
   * The lines of a picture that is decoded already.
   *
   * @param picture in colour (BGR, 8 bit); stays as it is
   */
  public List<TextLine> read(Mat picture) {
    var crops = crops(picture);
    var known = new HashMap<Crop, Recognizer.Reading>();
    var turn = turn(picture, crops, known);
    var lines = new ArrayList<TextLine>();
    for (var crop : crops) {
      // On a page that stands upside down every line does.
      var way = turn == Turn.HALF || turn == Turn.LEFT ? crop.turned() : crop;
      var reading = read(picture, way, known);
      if (!reading.text().isEmpty() && reading.confidence() >= LEAST_CONFIDENCE) {
        lines.add(new TextLine(reading.text(), reading.confidence(), way.box(), reading.letters()));
      }
    }
    return Reading.order(lines);
  }

  /**
   * How the page must be turned to stand upright; {@link Turn#NONE} where nothing tells.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   */
  public Turn turn(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      return turn(picture);
    }
  }

  /** The same of a decoded picture (BGR, 8 bit). */
  public Turn turn(Mat picture) {
    return turn(picture, crops(picture), new HashMap<>());
  }

  private List<Crop> crops(Mat picture) {
    return detector.lines(picture, LONG_SIDE).stream().map(Crop::of).toList();
  }

  /** The longest lines say which way they run; read from both ends, which end is the first. */
  private Turn turn(Mat picture, List<Crop> crops, Map<Crop, Recognizer.Reading> known) {
    var length = 0.0;
    var standing = 0.0;
    for (var crop : crops) {
      length += crop.width();
      standing += crop.standing() ? crop.width() : 0;
    }
    var sideways = standing * 2 > length;
    var asked =
        crops.stream()
            .filter(crop -> crop.standing() == sideways)
            // The longest would cost most and say no more.
            .sorted(Comparator.comparingDouble(c -> Math.abs(c.width() / c.height() - 8)))
            .limit(ASKED)
            .toList();
    var forth = 0.0;
    var back = 0.0;
    for (var i = 0; i < asked.size(); i++) {
      forth += weight(read(picture, asked.get(i), known));
      back += weight(read(picture, asked.get(i).turned(), known));
      var plain = PLAIN * Math.min(forth, back) + SURE_LETTERS;
      if (i + 1 >= LEAST_ASKED && Math.max(forth, back) > plain) {
        break;
      }
    }
    if (sideways) {
      return back > forth ? Turn.LEFT : Turn.RIGHT;
    }
    return back > forth ? Turn.HALF : Turn.NONE;
  }

  /** Text upside down is read too, but as less and with doubt. */
  private static double weight(Recognizer.Reading reading) {
    return Math.pow(reading.confidence(), 2) * reading.text().length();
  }

  /** Each line is read once, also where it was asked which way up it stands. */
  private Recognizer.Reading read(Mat picture, Crop crop, Map<Crop, Recognizer.Reading> known) {
    return known.computeIfAbsent(
        crop,
        line -> {
          try (var mats = new Mats()) {
            return recognizer.read(line.from(picture, mats));
          }
        });
  }

  @Override
  public void close() {
    detector.close();
    recognizer.close();
  }
}
