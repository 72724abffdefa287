package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.code.Code;
import io.yichuang.vision.code.CodeReader;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.FullFrame;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  private void clean(List<Path> files, TextReader reader, PageBinder binder) {
    for (var file : files) {
      Images.each(
          command,
          file,
          (line, image, dpi) -> {
            var sheets = new ArrayList<Straight>();
            for (var sheet : dpi.isPresent() ? scan(image, dpi.getAsInt()) : photo(image)) {
              sheets.add(new Straight(sheet.corners(), Upright.of(reader, sheet.page())));
            }
            var told = new ArrayList<Map<String, @Nullable Object>>();
            for (var sheet : sheets) {
              binder.add(sheet(sheet.upright()));
              told.add(told(sheet, binder.pages(), sheets.size() > 1));
            }
            line.putAll(told.getFirst());
            if (told.size() > 1) {
              line.put("sheets", told);
            }
          });
    }
  }

  /** A sheet and where it lay; no corners where it is the whole picture. */
  private record Cleaned(Optional<Quad> corners, CleanPage page) {}

  private record Straight(Optional<Quad> corners, Upright upright) {}

  /** A page of a PDF is the sheet already: a frame that is printed on it is no edge. */
  private static List<Cleaned> scan(byte[] image, int dpi) throws UnreadableImageException {
    return List.of(new Cleaned(Optional.empty(), PageCleaner.cleanScan(image, dpi)));
  }

  /** Each sheet that lies there; without a border the sheet fills the picture. */
  private static List<Cleaned> photo(byte[] image) throws UnreadableImageException {
    var cleaned = new ArrayList<Cleaned>();
    for (var quad : PageFinder.findAll(image)) {
      var corners = Optional.of(quad);
      cleaned.add(new Cleaned(corners, PageCleaner.clean(image, corners)));
    }
    return cleaned.isEmpty() ? List.of(new Cleaned(Optional.empty(), whole(image))) : cleaned;
  }

  static CleanPage clean(byte[] image, Optional<Quad> corners) throws UnreadableImageException {
    return corners.isPresent() ? PageCleaner.clean(image, corners) : whole(image);
  }

  /** As a scanner gives it, or a camera that was held too near. */
  private static CleanPage whole(byte[] image) throws UnreadableImageException {
    var page = PageCleaner.cleanScan(image, dpi(image));
    if (!Camera.took(image)) {
      return page;
    }
    var findings = new HashSet<>(page.findings());
    findings.addAll(FullFrame.findings(image));
    return new CleanPage(page.jpeg(), page.width(), page.height(), page.dpi(), findings);
  }

  private static Map<String, @Nullable Object> told(Straight sheet, int number, boolean several)
      throws UnreadableImageException {
    var page = sheet.upright().page();
    var findings = new TreeSet<String>();
    for (var finding : page.findings()) {
      findings.add(finding.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (several) {
      findings.add("several");
    }
    var told = new LinkedHashMap<String, @Nullable Object>();
    told.put("page", number);
    told.put("corners", sheet.corners().map(PageCommand::of).orElse(null));
    told.put("findings", findings);
    told.put("turned", 90 * sheet.upright().turned().quarters());
    told.put("seals", Seals.find(page.jpeg()).size());
    told.put("codes", CodeReader.read(page.jpeg()).stream().map(Code::text).toList());
    told.put("lines", sheet.upright().lines().size());
    told.put("width", page.width());
    told.put("height", page.height());
    told.put("dpi", page.dpi());
    return told;
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
