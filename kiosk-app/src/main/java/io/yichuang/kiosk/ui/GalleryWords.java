package io.yichuang.kiosk.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What stands on the gallery's sample pages: texts, lists by comma, rows by semicolon and bar. */
final class GalleryWords {
  private final Properties words = new Properties();

  GalleryWords() {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(GalleryWords.class.getResourceAsStream("gallery.properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of a sample page do nothing. */
  static void nothing() {}

  String of(String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  @Nullable String find(String key) {
    return words.getProperty(key);
  }

  Action act(String key) {
    return new Action(key.replace('.', '-'), of(key), GalleryWords::nothing);
  }

  List<String> split(String key) {
    String value = words.getProperty(key, "");
    return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }

  List<String[]> rows(String key) {
    List<String[]> rows = new ArrayList<>();
    for (String row : of(key).split(";", -1)) {
      rows.add(row.split("\\|", -1));
    }
    return rows;
  }

  List<Timeline.Point> points(String key) {
    return rows(key).stream()
        .map(r -> new Timeline.Point(Timeline.When.valueOf(r[0]), r[1], r[2], r[3]))
        .toList();
  }
}
