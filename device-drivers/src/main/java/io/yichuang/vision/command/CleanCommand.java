package io.yichuang.vision.command;

import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageDocument;
import io.yichuang.vision.page.PageDocument.Sheet;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Photos and scans straightened, cleaned and bound. */
record CleanCommand(VisionCommand command, Clock clock) {

  private static final float POINTS_PER_INCH = 72;

  void run(List<Path> files, Path out) throws IOException {
    VisionCommand.load();
    var sheets = new ArrayList<Sheet>();
    for (var file : files) {
      command.line(
          VisionCommand.file(file),
          line -> {
            var image = Images.read(file);
            var corners = PageFinder.find(image);
            var page = clean(image, corners);
            sheets.add(sheet(page));
            line.put("page", sheets.size());
            line.put("corners", corners.map(PageCommand::of).orElse(null));
            line.put(
                "findings",
                page.findings().stream()
                    .map(finding -> finding.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList());
            line.put("width", page.width());
            line.put("height", page.height());
            line.put("dpi", page.dpi());
          });
    }
    if (!sheets.isEmpty()) {
      var title = out.getFileName().toString();
      Files.write(out, PageDocument.pdf(title, ZonedDateTime.now(clock), sheets));
    }
  }

  /** Without a border the sheet fills the picture, as a scanner gives it. */
  private static CleanPage clean(byte[] image, Optional<Quad> corners)
      throws io.yichuang.vision.UnreadableImageException {
    return PageCleaner.clean(image, corners);
  }

  private static Sheet sheet(CleanPage page) {
    var dpi = Math.max(1, page.dpi());
    return new Sheet(
        page.jpeg(), page.width() * POINTS_PER_INCH / dpi, page.height() * POINTS_PER_INCH / dpi);
  }
}
