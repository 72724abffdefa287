package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** The longest straight lines of an edge picture, crossed two by two: finds broken outlines. */
final class Lines {

  /** 8 lines of each direction make 784 quads, some milliseconds of scoring. */
  private static final int KEPT = 8;

  private static final int SAME_DISTANCE = 6;
  private static final double SAME_ANGLE = Math.toRadians(4);

  /** A line as x cos(angle) + y sin(angle) = distance, and the length of its pieces, pixels. */
  private record Line(double angle, double distance, double length) {}

  private final Candidates candidates;
  private final List<Line> lying = new ArrayList<>();
  private final List<Line> standing = new ArrayList<>();

  Lines(Mat edges, Candidates candidates) {
    this.candidates = candidates;
    var side = Math.max(edges.cols(), edges.rows());
    try (var mats = new Mats()) {
      var found = mats.mat();
      var gap = side * 0.025;
      var strokes = withoutCrumbs(edges, gap, mats);
      Imgproc.HoughLinesP(strokes, found, 1, Math.PI / 180, 50, side * 0.12, gap);
      var ends = new int[4];
      for (var i = 0; i < found.rows(); i++) {
        found.get(i, 0, ends);
        merge(line(ends[0], ends[1], ends[2], ends[3]));
      }
    }
    lying.sort(Comparator.comparingDouble(Line::length).reversed());
    standing.sort(Comparator.comparingDouble(Line::length).reversed());
  }

  /**
   * The edges but for pieces shorter than the gaps that are bridged anyway. On a table with a grain
   * most edges are such crumbs, and each of them votes for every line through it.
   */
  private static Mat withoutCrumbs(Mat edges, double least, Mats mats) {
    var labels = mats.mat();
    var stats = mats.mat();
    var count =
        Imgproc.connectedComponentsWithStats(edges, labels, stats, mats.mat(), 8, CvType.CV_32S);
    var boxes = new int[count * (int) stats.step1()];
    stats.get(0, 0, boxes);
    var keep = new byte[count];
    for (var i = 1; i < count; i++) {
      var at = i * (int) stats.step1();
      var reach = Math.max(boxes[at + Imgproc.CC_STAT_WIDTH], boxes[at + Imgproc.CC_STAT_HEIGHT]);
      keep[i] = (byte) (reach >= least ? 255 : 0);
    }
    var places = new int[(int) labels.total()];
    labels.get(0, 0, places);
    var kept = new byte[places.length];
    for (var i = 0; i < places.length; i++) {
      kept[i] = keep[places[i]];
    }
    var strokes = mats.keep(new Mat(edges.size(), CvType.CV_8U));
    strokes.put(0, 0, kept);
    return strokes;
  }

  private static Line line(double x1, double y1, double x2, double y2) {
    var angle = Math.atan2(x2 - x1, y1 - y2);
    if (angle < 0) {
      angle += Math.PI;
    }
    var distance = x1 * Math.cos(angle) + y1 * Math.sin(angle);
    return new Line(angle, distance, Math.hypot(x2 - x1, y2 - y1));
  }

  private void merge(Line line) {
    var flat = Math.abs(line.angle() - Math.PI / 2) < Math.PI / 4;
    var group = flat ? lying : standing;
    for (var i = 0; i < group.size(); i++) {
      var other = group.get(i);
      if (same(line, other)) {
        var longer = line.length() > other.length() ? line : other;
        group.set(i, new Line(longer.angle(), longer.distance(), line.length() + other.length()));
        return;
      }
    }
    group.add(line);
  }

  /** Angles near 0 and near pi are neighbours, with the distance of the other sign. */
  private static boolean same(Line a, Line b) {
    var turn = Math.abs(a.angle() - b.angle());
    if (turn > Math.PI / 2) {
      return Math.PI - turn < SAME_ANGLE && Math.abs(a.distance() + b.distance()) < SAME_DISTANCE;
    }
    return turn < SAME_ANGLE && Math.abs(a.distance() - b.distance()) < SAME_DISTANCE;
  }

  void cross() {
    var rows = lying.subList(0, Math.min(KEPT, lying.size()));
    var columns = standing.subList(0, Math.min(KEPT, standing.size()));
    for (var i = 0; i < rows.size(); i++) {
      for (var j = i + 1; j < rows.size(); j++) {
        for (var k = 0; k < columns.size(); k++) {
          for (var l = k + 1; l < columns.size(); l++) {
            candidates.add(
                List.of(
                    cross(rows.get(i), columns.get(k)),
                    cross(rows.get(i), columns.get(l)),
                    cross(rows.get(j), columns.get(l)),
                    cross(rows.get(j), columns.get(k))));
          }
        }
      }
    }
  }

  /** Not finite when they are parallel, which the check of the quad refuses. */
  private static Point cross(Line a, Line b) {
    var d = Math.sin(b.angle() - a.angle());
    var x = (a.distance() * Math.sin(b.angle()) - b.distance() * Math.sin(a.angle())) / d;
    var y = (b.distance() * Math.cos(a.angle()) - a.distance() * Math.cos(b.angle())) / d;
    return new Point(x, y);
  }
}
