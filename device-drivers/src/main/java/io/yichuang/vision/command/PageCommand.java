package io.yichuang.vision.command;

import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the sheet lies. */
record PageCommand(VisionCommand command) {

  void run(List<Path> files) {
    VisionCommand.load();
    for (var file : files) {
      Images.each(
          command,
          file,
          (line, image, dpi) -> {
            var sheets = PageFinder.findAll(image);
            line.put("corners", sheets.isEmpty() ? null : of(sheets.getFirst()));
            if (sheets.size() > 1) {
              line.put("sheets", sheets.stream().map(PageCommand::of).toList());
            }
          });
    }
  }

  /** Pixels of the original, EXIF applied. */
  static Map<String, List<Double>> of(Quad quad) {
    var corners = new LinkedHashMap<String, List<Double>>();
    corners.put("topLeft", of(quad.topLeft()));
    corners.put("topRight", of(quad.topRight()));
    corners.put("bottomRight", of(quad.bottomRight()));
    corners.put("bottomLeft", of(quad.bottomLeft()));
    return corners;
  }

  private static List<Double> of(Point point) {
    return List.of(Json.rounded(point.x(), 1), Json.rounded(point.y(), 1));
  }
}
