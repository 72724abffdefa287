package io.yichuang.vision.text;

import io.yichuang.vision.page.Printed;
import io.yichuang.vision.page.SheetTrials;
import io.yichuang.vision.page.SheetTrials.Row;
import java.util.ArrayList;
import java.util.List;

/** How much of drawn sheets is read. */
public final class TextTrials {

  private TextTrials() {}

  /** Character accuracy of scans and of photos that were found and straightened. */
  public static List<Row> read(int count, int[] resolutions, double... hardnesses)
      throws Exception {
    var rows = new ArrayList<Row>();
    try (var reader = TextReader.load()) {
      for (var dpi : resolutions) {
        var sum = 0.0;
        for (var i = 0; i < count; i++) {
          var printed = Printed.text(dpi, 24, SheetTrials.SEED + i);
          sum += Accuracy.of(printed.lines(), reader.read(printed.bytes("jpg")));
        }
        rows.add(row("text of a scan, " + dpi + " dpi", sum / count));
      }
      for (var hardness : hardnesses) {
        var sum = 0.0;
        for (var i = 0; i < count; i++) {
          var printed = Printed.text(170, 14, SheetTrials.SEED + i);
          var page = SheetTrials.photographed(printed, hardness, i);
          sum += Accuracy.of(printed.lines(), reader.read(page));
        }
        rows.add(row("text of a photo 960 x 1280, hardness " + hardness, sum / count));
      }
    }
    return rows;
  }

  private static Row row(String what, double figure) {
    return new Row(what, figure, "%.2f %%".formatted(figure * 100));
  }
}
