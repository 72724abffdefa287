package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.SheetTrials.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often one sheet alone is told as several. */
public final class ApartTrials {

  /** Others than those of the trials that find the one sheet. */
  public static final long SEED = 3000;

  private ApartTrials() {}

  /** By table, so many sheets at each hardness. */
  public static List<Row> several(int count, double... hardnesses) throws UnreadableImageException {
    var pages =
        List.of(
            Printed.text(110, 0, 0).image(),
            Printed.text(110, 20, 1).image(),
            Printed.text(110, 5, 3).ruled().image());
    var rows = new ArrayList<Row>();
    for (var table : Table.values()) {
      var several = 0;
      for (var hardness : hardnesses) {
        for (var i = 0; i < count; i++) {
          var scene = Scene.of(pages.get(i % pages.size()), table, hardness, SEED + i);
          several += PageFinder.findAll(scene.jpeg()).size() > 1 ? 1 : 0;
        }
      }
      var all = count * hardnesses.length;
      rows.add(
          new Row(
              "one sheet told as several, " + table.name().toLowerCase(Locale.ROOT),
              several / (double) all,
              "%d/%d".formatted(several, all)));
    }
    return rows;
  }
}
