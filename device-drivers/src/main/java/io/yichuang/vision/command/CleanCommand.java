package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.code.Code;
import io.yichuang.vision.code.CodeReader;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.PageBinder;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageDocument.Sheet;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.page.Seals;
import io.yichuang.vision.text.TextReader;
import io.yichuang.vision.text.Upright;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Photos and scans straightened, cleaned and bound. */
record CleanCommand(VisionCommand command, Clock clock) {

  private static final double LONG_SIDE_INCHES = 297 / 25.4;
  private static final float POINTS_PER_INCH = 72;

  void run(List<Path> files, Path out) throws IOException {
    VisionCommand.load();
    try (var binder = new PageBinder()) {
      try (var reader = TextReader.load()) {
        clean(files, reader, binder);
      }
      if (binder.pages() > 0) {
        try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
          binder.write(out.getFileName().toString(), ZonedDateTime.now(clock), file);
        }
      }
    }
  }

  private void clean(List<Path> files, TextReader reader, PageBinder binder) throws IOException {
    for (var file : files) {
      Images.each(
          command,
          file,
          (line, image, dpi) -> {
            // A page of a PDF is the sheet already: a frame that is printed on it is no edge.
            var corners = dpi.isPresent() ? Optional.<Quad>empty() : PageFinder.find(image);
            var straight =
                dpi.isPresent()
                    ? PageCleaner.cleanScan(image, dpi.getAsInt())
                    : clean(image, corners);
            var upright = Upright.of(reader, straight);
            var page = upright.page();
            binder.add(sheet(upright));
            line.put("page", binder.pages());
            line.put("corners", corners.map(PageCommand::of).orElse(null));
            line.put(
                "findings",
                page.findings().stream()
                    .map(finding -> finding.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList());
            line.put("turned", 90 * upright.turned().quarters());
            line.put("seals", Seals.find(page.jpeg()).size());
            line.put("codes", CodeReader.read(page.jpeg()).stream().map(Code::text).toList());
            line.put("lines", upright.lines().size());
            line.put("width", page.width());
            line.put("height", page.height());
            line.put("dpi", page.dpi());
          });
    }
  }

  /** Without a border the sheet fills the picture, as a scanner gives it. */
  static CleanPage clean(byte[] image, Optional<Quad> corners) throws UnreadableImageException {
    return corners.isPresent()
        ? PageCleaner.clean(image, corners)
        : PageCleaner.cleanScan(image, dpi(image));
  }

  /** As if it were A4: a file tells its dots per inch seldom, and often wrong. */
  private static int dpi(byte[] image) throws UnreadableImageException {
    return (int) Math.max(1, Math.round(Picture.longSide(image) / LONG_SIDE_INCHES));
  }

  private static Sheet sheet(Upright upright) {
    var page = upright.page();
    var dpi = Math.max(1, page.dpi());
    return new Sheet(
        page.jpeg(),
        page.width() * POINTS_PER_INCH / dpi,
        page.height() * POINTS_PER_INCH / dpi,
        true,
        upright.phrases());
  }
}
