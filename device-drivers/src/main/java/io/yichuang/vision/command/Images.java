package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.PdfPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads pictures from files, never more than a picture may have. */
final class Images {

  private Images() {}

  /**
   * What is to be done with a picture.
   *
   * @see #each
   */
  interface Work {
    /**
     * Does it.
     *
     * @param dpi of a page of a PDF; empty for a picture, which seldom tells
     */
    void on(Map<String, @Nullable Object> line, byte[] image, OptionalInt dpi)
        throws IOException, UnreadableImageException;
  }

  /**
   * One line for a picture, one for each page of a PDF; never two pages in memory. A file that
   * cannot be opened gets a line as well, and the caller goes on with the next.
   */
  static void each(VisionCommand command, Path file, Work work) {
    command.guarded(VisionCommand.file(file), () -> lines(command, file, work));
  }

  private static void lines(VisionCommand command, Path file, Work work)
      throws IOException, UnreadableImageException {
    if (!PdfPages.is(file)) {
      command.line(
          VisionCommand.file(file), line -> work.on(line, read(file), OptionalInt.empty()));
      return;
    }
    try (var pdf = PdfPages.open(file)) {
      for (var i = 0; i < pdf.count(); i++) {
        var number = i;
        var names = VisionCommand.file(file);
        names.put("pdfPage", number + 1);
        command.line(
            names,
            line -> {
              var page = pdf.render(number);
              work.on(line, page.jpeg(), OptionalInt.of(page.dpi()));
            });
      }
    }
  }

  static byte[] read(Path file) throws IOException, UnreadableImageException {
    if (Files.isDirectory(file)) {
      throw new UnreadableImageException("a folder, not a picture");
    }
    try (var in = Files.newInputStream(file)) {
      // A pipe or a device has no size: what is read is counted.
      return in.readNBytes(Picture.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new UnreadableImageException("no such file");
    }
  }
}
