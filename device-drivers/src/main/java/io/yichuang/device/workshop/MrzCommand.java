package io.yichuang.device.workshop;

import io.yichuang.device.permit.DocumentPicture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zones of documents in pictures, without a device.
 *
 * @param words how personal data is told
 * @param lines takes what is to be told, a line a file
 */
record MrzCommand(Words words, Consumer<Map<String, @Nullable Object>> lines) {
  /** As large as vision takes; one byte more is enough to be refused there. */
  private static final int MOST_BYTES = (40 << 20) + 1;

  /** Whether each showed a zone that holds. */
  boolean run(List<Path> files, LocalDate today) {
    boolean good = true;
    try (DocumentPicture pictures = DocumentPicture.load()) {
      for (Path file : files) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("file", file.toString());
        good &= read(pictures, file, today, line);
        lines.accept(line);
      }
    }
    return good;
  }

  private boolean read(
      DocumentPicture pictures, Path file, LocalDate today, Map<String, @Nullable Object> line) {
    byte[] image;
    try (InputStream in = Files.newInputStream(file)) {
      image = in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      line.put("error", "cannot be read: " + e);
      return false;
    }
    return switch (pictures.read(image, today)) {
      case DocumentPicture.Read(var document) -> {
        line.put("outcome", "done");
        line.put("value", words.document(document));
        yield true;
      }
      case DocumentPicture.Unreadable(String why) -> {
        line.put("outcome", "refused");
        line.put("why", why);
        yield false;
      }
      case DocumentPicture.None() -> {
        line.put("outcome", "none");
        yield false;
      }
    };
  }
}
