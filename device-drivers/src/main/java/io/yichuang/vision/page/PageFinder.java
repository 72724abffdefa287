package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the one page in a photo, without a model: outlines and crossed lines propose quads, the
 * edges along their sides decide. Any thread.
 */
public final class PageFinder {

  /** Larger finds no better and is slower; smaller loses the edge of white on white. */
  private static final int LONG_SIDE = 640;

  /** Below this too little of the outline can be seen to claim a page. */
  private static final double MIN_SCORE = 0.62;

  /** A page that moved by two pixels keeps a smaller share of its score. */
  private static final double SAME = 0.97;

  private PageFinder() {}

  /**
   * The corners of the page, or nothing when no four-sided thing stands out.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static Optional<Quad> find(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      return find(Picture.decode(image, mats));
    }
  }

  /**
   * The corners of the page in a picture that is decoded already.
   *
   * @param picture in colour (BGR, 8 bit); stays as it is
   */
  public static Optional<Quad> find(Mat picture) {
    return search(picture, null).map(Found::quad);
  }

  /**
   * The corners of all sheets that lie apart on a platen or a table, the plainest first. Each has
   * to take 8 % of the picture ({@link Candidates#MIN_AREA}), so that an identity card on an A4
   * platen is too small, and a third of the first one's area; none may be much darker than it.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static List<Quad> findAll(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      return Apart.findAll(Picture.decode(image, mats));
    }
  }

  /** A page and how sure it is. */
  record Found(Quad quad, double score) {}

  /**
   * Finds the page; one that was found before and still shows its sides in the same place is taken
   * without a search, which costs half.
   */
  static Optional<Found> search(Mat picture, @Nullable Found before) {
    var factor = Math.min(1, LONG_SIDE / (double) Math.max(picture.cols(), picture.rows()));
    try (var mats = new Mats()) {
      var small = mats.mat();
      Imgproc.resize(picture, small, Picture.times(picture, factor), 0, 0, Imgproc.INTER_AREA);
      if (Math.min(small.cols(), small.rows()) < 32) {
        return Optional.empty();
      }
      var sought = new Sought(channels(small, mats));
      if (before != null
          && sought.score(Quads.scaled(before.quad(), factor)) >= SAME * before.score()) {
        return Optional.of(before);
      }
      return sought
          .best()
          .filter(found -> found.score() > MIN_SCORE)
          .map(found -> new Found(Quads.scaled(found.quad(), 1 / factor), found.score()));
    }
  }

  /** Lightness, the two colour axes and saturation, with what is printed closed away. */
  private static List<Mat> channels(Mat small, Mats mats) {
    var lab = mats.mat();
    var hsv = mats.mat();
    Imgproc.cvtColor(small, lab, Imgproc.COLOR_BGR2Lab);
    Imgproc.cvtColor(small, hsv, Imgproc.COLOR_BGR2HSV);
    var kernel = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(9, 9)));
    var channels =
        List.of(
            channel(lab, 0, 1, mats),
            channel(lab, 1, 2, mats),
            channel(lab, 2, 2, mats),
            channel(hsv, 1, 0.6, mats));
    for (var channel : channels) {
      Imgproc.medianBlur(channel, channel, 3);
    }
    // Ink is dark on paper; in the other channels it has no constant sign.
    Imgproc.morphologyEx(channels.getFirst(), channels.getFirst(), Imgproc.MORPH_CLOSE, kernel);
    return channels;
  }

  /** The colour axes span fewer of the 256 steps than lightness: the gain evens them out. */
  private static Mat channel(Mat all, int index, double gain, Mats mats) {
    var one = mats.mat();
    Core.extractChannel(all, one, index);
    one.convertTo(one, -1, gain, gain > 1 ? -128 * (gain - 1) : 0);
    return one;
  }
}
