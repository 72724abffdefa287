package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.SheetTrials.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opencv.core.Rect;

/** Photos of sheets that hang over two sides and more. */
public final class FullFrameTrials {

  private static final Table[] TABLES = {Table.DARK_WOOD, Table.BLUE, Table.LIGHT_WOOD, Table.GREY};

  private FullFrameTrials() {}

  /** How often it is told, so many on each table, by how hard the photo is. */
  public static List<Row> cut(int count, double hardness) throws UnreadableImageException {
    var rows = new ArrayList<Row>();
    for (var sides : List.of("left, top", "left, right", "left, top, right", "all")) {
      for (var share : new double[] {0.06, 0.15}) {
        var told = 0;
        for (var table : TABLES) {
          for (var i = 0; i < count; i++) {
            var photo = photo(table, hardness, i, sides, share);
            told += findings(photo).contains(Finding.CUT_EDGE) ? 1 : 0;
          }
        }
        var all = count * TABLES.length;
        rows.add(
            new Row(
                "cut on %s by %.0f %%, hardness %.1f".formatted(sides, share * 100, hardness),
                told / (double) all,
                told + "/" + all));
      }
    }
    return rows;
  }

  /** As the kiosk and the workshop judge a photo. */
  static Set<Finding> findings(byte[] photo) throws UnreadableImageException {
    var found = PageFinder.find(photo);
    return found.isPresent()
        ? PageCleaner.clean(photo, found).findings()
        : FullFrame.findings(photo);
  }

  static byte[] photo(Table table, double hardness, int number, String sides, double share)
      throws UnreadableImageException {
    var page = Printed.text(110, 24, number).image();
    var scene = Scene.of(page, table, hardness, SheetTrials.SEED + number);
    try (var mats = new Mats()) {
      var photo = Picture.decode(scene.jpeg(), mats);
      var box = SheetTrials.box(scene.truth());
      var all = sides.equals("all");
      var left = all || sides.contains("left") ? (int) (box.x + share * box.width) : 0;
      var top = all || sides.contains("top") ? (int) (box.y + share * box.height) : 0;
      var right =
          all || sides.contains("right") ? (int) (box.x + (1 - share) * box.width) : photo.cols();
      var bottom = all ? (int) (box.y + (1 - share) * box.height) : photo.rows();
      var part = mats.keep(photo.submat(new Rect(left, top, right - left, bottom - top)));
      return Picture.jpeg(part, 92);
    }
  }
}
