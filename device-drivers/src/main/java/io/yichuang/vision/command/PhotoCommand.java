package io.yichuang.vision.command;

import io.yichuang.vision.command.Arguments.UsageException;
import io.yichuang.vision.face.EnrolmentPhoto;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.PhotoRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Photos for certificates, cut and judged; with a folder, written there. */
record PhotoCommand(VisionCommand command) {

  void run(String rule, List<Path> files, Optional<Path> folder)
      throws UsageException, IOException {
    var wanted =
        PhotoRule.named(rule)
            .orElseThrow(() -> new UsageException("no photo is called " + rule + "; " + known()));
    VisionCommand.load();
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    try (var engine = FaceEngine.load()) {
      for (var file : files) {
        command.line(
            VisionCommand.file(file),
            line -> {
              var photo = EnrolmentPhoto.of(engine, Images.read(file), wanted);
              line.put("rule", wanted.id());
              line.put("width", wanted.width());
              line.put("height", wanted.height());
              line.put(
                  "doubts",
                  photo.doubts().stream()
                      .sorted()
                      .map(doubt -> doubt.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .toList());
              if (folder.isPresent() && photo.jpeg().length > 0) {
                Files.write(
                    folder.get().resolve(file.getFileName() + "." + wanted.id() + ".jpg"),
                    photo.jpeg());
              }
            });
      }
    }
  }

  private static String known() {
    return Arrays.stream(PhotoRule.values()).map(PhotoRule::id).collect(Collectors.joining(", "));
  }
}
