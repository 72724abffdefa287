package io.yichuang.vision.page;

import io.yichuang.vision.Vision;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes drawn pages with the text that stands on them, for {@code ./kiosk vision bench --beside}.
 * A command; arguments: the folder, how many of each (2).
 */
public final class DrawnPages {

  private static final int DPI = 300;
  private static final int LINES = 30;

  private DrawnPages() {}

  public static void main(String[] arguments) throws Exception {
    Vision.require();
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    for (var i = 0; i < count; i++) {
      var page = Printed.text(DPI, LINES, SheetTrials.SEED + i).sealed(0.7, 0.8);
      var askew = SheetTrials.turned(page.image(), 1.5 - 3.5 * (i % 2));
      write(folder, "scan-" + i, page, page.bytes("jpg"));
      write(folder, "askew-" + i, page, Printed.bytes(askew, "jpg"));
      var shot = Printed.text(170, 14, SheetTrials.SEED + i);
      write(folder, "photo-" + i, shot, SheetTrials.photo(shot, 0.2, i));
    }
  }

  private static void write(Path folder, String name, Printed page, byte[] jpeg) throws Exception {
    Files.write(folder.resolve(name + ".jpg"), jpeg);
    Files.writeString(folder.resolve(name + ".txt"), String.join("\n", page.lines()));
  }
}
