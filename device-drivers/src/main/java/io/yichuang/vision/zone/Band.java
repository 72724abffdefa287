package io.yichuang.vision.zone;

import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.text.TextLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the rows of a zone stand: those lines of a page that can be nothing else, laid along one
 * direction and stretched to the same ends, since a row of fillers is often found in part only.
 *
 * @param rows from the top, each beginning where its reading begins
 * @param columns characters a row: 30, 36 or 44
 */
record Band(List<Quad> rows, int columns) {
  private static final List<Integer> WIDTHS = List.of(30, 36, 44);
  private static final int MOST_ROWS = 3;

  /** A piece of a row with two fillers side by side; and a row, which need not hold such. */
  private static final int LEAST_PIECE = 8;

  private static final int LEAST_ROW = 20;

  /** Characters of a row that may be misread as something that no zone holds. */
  private static final double STRANGE = 0.15;

  /** Heights of a line between two rows: 6.35 mm of print 4.5 mm high as it is found. */
  private static final double NEXT_ROW = 3;

  private static final double SAME_ROW = 0.5;

  /** Heights by which each end is stretched, so that no character is cut. */
  private static final double ROOM = 0.3;

  /** Pieces of one row, along the zone and down it. */
  private record Piece(double left, double right, double down, double height, int length) {
    Piece with(Piece other) {
      return new Piece(
          Math.min(left, other.left),
          Math.max(right, other.right),
          length >= other.length ? down : other.down,
          Math.max(height, other.height),
          length + other.length);
    }
  }

  /** The zone among the lines of a page; without rows when there is none. */
  static Band of(List<TextLine> lines) {
    var found = lines.stream().filter(Band::isZone).toList();
    var longest = found.stream().max(Comparator.comparingInt(line -> line.text().length()));
    if (longest.isEmpty()) {
      return new Band(List.of(), 0);
    }
    var box = longest.get().box();
    var length = distance(box.topLeft(), box.topRight());
    var along =
        new Point(
            (box.topRight().x() - box.topLeft().x()) / length,
            (box.topRight().y() - box.topLeft().y()) / length);
    var rows = together(pieces(found, along));
    var left = rows.stream().mapToDouble(Piece::left).min().orElse(0);
    var right = rows.stream().mapToDouble(Piece::right).max().orElse(0);
    var most = rows.stream().mapToInt(Piece::length).max().orElse(0);
    var columns = WIDTHS.stream().min(Comparator.comparingInt(w -> Math.abs(w - most))).orElse(44);
    return new Band(rows.stream().map(row -> quad(row, left, right, along)).toList(), columns);
  }

  private static boolean isZone(TextLine line) {
    var text = plain(line.text());
    var fillers = text.chars().filter(c -> c == '<').count();
    var strange =
        text.chars().filter(c -> !(c < 128 && (Character.isLetterOrDigit(c) || c == '<')));
    return ((text.contains("<<") && text.length() >= LEAST_PIECE)
            || (fillers >= 2 && text.length() >= LEAST_ROW))
        && strange.count() <= STRANGE * text.length();
  }

  /** As a reader of any text may see fillers. */
  private static String plain(String text) {
    return text.replace(" ", "").replaceAll("[«《]", "<<").replaceAll("[〈く＜‹]", "<");
  }

  /** One piece a row, from the top. */
  private static List<Piece> pieces(List<TextLine> lines, Point along) {
    var rows = new ArrayList<Piece>();
    for (var line : lines) {
      var box = line.box();
      var corners = List.of(box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft());
      var piece =
          new Piece(
              corners.stream().mapToDouble(p -> across(p, along)).min().orElse(0),
              corners.stream().mapToDouble(p -> across(p, along)).max().orElse(0),
              corners.stream().mapToDouble(p -> down(p, along)).average().orElse(0),
              distance(box.topLeft(), box.bottomLeft()),
              plain(line.text()).length());
      var same =
          rows.stream()
              .filter(row -> Math.abs(row.down - piece.down) < SAME_ROW * piece.height)
              .findFirst();
      same.ifPresent(rows::remove);
      rows.add(same.map(row -> row.with(piece)).orElse(piece));
    }
    rows.sort(Comparator.comparingDouble(Piece::down));
    return rows;
  }

  /** The last rows that stand close together: a zone is the lowest print of its document. */
  private static List<Piece> together(List<Piece> rows) {
    var from = rows.size() - 1;
    while (from > 0
        && rows.size() - from < MOST_ROWS
        && rows.get(from).down - rows.get(from - 1).down < NEXT_ROW * rows.get(from).height) {
      from--;
    }
    return rows.subList(from, rows.size());
  }

  private static Quad quad(Piece row, double left, double right, Point along) {
    var room = ROOM * row.height;
    var top = row.down - row.height / 2;
    var bottom = row.down + row.height / 2;
    return new Quad(
        back(left - room, top, along),
        back(right + room, top, along),
        back(right + room, bottom, along),
        back(left - room, bottom, along));
  }

  private static Point back(double across, double down, Point along) {
    return new Point(across * along.x() - down * along.y(), across * along.y() + down * along.x());
  }

  private static double across(Point p, Point along) {
    return p.x() * along.x() + p.y() * along.y();
  }

  private static double down(Point p, Point along) {
    return p.y() * along.x() - p.x() * along.y();
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
