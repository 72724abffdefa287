package io.yichuang.vision.command;

import io.yichuang.vision.text.TextLine;
import io.yichuang.vision.text.TextReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is printed on it. */
record TextCommand(VisionCommand command) {

  void run(List<Path> files) {
    VisionCommand.load();
    try (var reader = TextReader.load()) {
      for (var file : files) {
        Images.each(
            command,
            file,
            (line, image, dpi) -> {
              var lines = reader.read(image);
              line.put("lines", lines.stream().map(TextCommand::of).toList());
            });
      }
    }
  }

  private static Map<String, Object> of(TextLine line) {
    var map = new LinkedHashMap<String, Object>();
    map.put("text", line.text());
    map.put("confidence", Json.rounded(line.confidence(), 4));
    var box = PageCommand.of(line.box());
    map.put("box", List.copyOf(box.values()));
    return map;
  }
}
