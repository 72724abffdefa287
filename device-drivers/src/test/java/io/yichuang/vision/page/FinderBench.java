package io.yichuang.vision.page;

import io.yichuang.vision.Vision;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * How well pages are found on drawn tables. A command: how many of each, and the folder where the
 * bad ones are left to be looked at.
 */
final class FinderBench {

  private FinderBench() {}

  public static void main(String[] arguments) throws Exception {
    Vision.require();
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var count = Integer.parseInt(arguments[0]);
    var bad = arguments.length > 1 ? Files.createDirectories(Path.of(arguments[1])) : null;
    var pages = new ArrayList<java.awt.image.BufferedImage>();
    for (var i = 0; i < 4; i++) {
      var page = Printed.text(110, i == 0 ? 0 : 10 + 10 * i, i);
      pages.add((i == 3 ? Printed.text(110, 5, i).ruled() : page).image());
    }
    if (arguments.length > 2) {
      real(Path.of(arguments[2]), out);
    }
    for (var table :
        arguments.length > 3 ? new Table[] {Table.valueOf(arguments[3])} : Table.values()) {
      var line = new StringBuilder();
      for (var hardness : new double[] {0, 0.5, 1}) {
        var sum = 0.0;
        var good = 0;
        for (var i = 0; i < count; i++) {
          var scene = Scene.of(pages.get(i % 4), table, hardness, 1000 + i);
          var found = PageFinder.find(scene.jpeg());
          var iou = found.map(quad -> Overlap.iou(scene.truth(), quad)).orElse(0.0);
          sum += iou;
          good += iou > 0.9 ? 1 : 0;
          if (bad != null && iou <= 0.9) {
            var name = table + "-" + hardness + "-" + i + "-" + Math.round(iou * 100) + ".jpg";
            Files.write(bad.resolve(name), Marked.jpeg(scene, found));
          }
        }
        line.append("  %.3f %2d/%2d".formatted(sum / count, good, count));
      }
      out.printf("%-12s%s%n", table, line);
    }
  }

  /** Photos with their corners beside them. */
  private static void real(Path folder, PrintStream out) throws Exception {
    var json = Files.readString(folder.resolve("corners.json"));
    var sum = 0.0;
    var count = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        if (!json.contains("\"" + name + "\"")) {
          continue;
        }
        var photo = Files.readAllBytes(file);
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        var found = PageFinder.find(photo);
        var ms = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        var iou = found.map(quad -> Overlap.iou(Truth.of(json, name), quad)).orElse(0.0);
        out.printf("%-20s %.3f %5d ms%n", name, iou, ms);
        sum += iou;
        count++;
      }
    }
    out.printf("%-20s %.3f%n", "mean of " + count, sum / count);
  }
}
