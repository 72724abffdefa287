package io.yichuang.kiosk;

import io.yichuang.simulator.people.Person;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a citizen left in files: name, number, address and telephone, and the parts of them that the
 * screen masks, searched byte for byte in the encodings of Java, Chromium, SQLite and the printers.
 * What is compressed is not seen.
 */
final class Traces {
  /** In GB 11643: what stands between the region and the serial number. */
  private static final int BIRTH = 6;

  private static final int BIRTH_END = 14;

  /**
   * A JPEG's first segment (JFIF, Exif, or a table of 67 or 132 bytes), or a PDF's first line.
   * Fewer bytes of it stand by chance in a font of ten megabytes.
   */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "\u00FF\u00D8\u00FF(\u00E0..JFIF|\u00E1..Exif|\u00DB\u0000[\u0043\u0084])|%PDF-1\\.",
          Pattern.DOTALL);

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  private final Map<String, String> needles = new LinkedHashMap<>();

  Traces(Person who) {
    add("name", who.name());
    add("number", who.number());
    add("masked part of the number", who.number().substring(BIRTH, BIRTH_END));
    add("address", who.address());
    add("telephone", who.phone());
  }

  /** Somebody else of whom something was typed. */
  Traces and(String what, String text) {
    add(what, text);
    return this;
  }

  private void add(String what, String text) {
    // One character a byte, so that bytes can be searched as a text.
    for (Charset encoding : ENCODINGS) {
      needles.putIfAbsent(plain(text.getBytes(encoding)), what + " in " + encoding);
    }
    var escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
    needles.putIfAbsent(escaped.toString(), what + " escaped");
  }

  /** Every find in every file under these folders, by file and kind; never the find itself. */
  List<String> in(Path... places) throws IOException {
    var found = new ArrayList<String>();
    for (Path place : places) {
      try (var files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          search(file, found);
        }
      }
    }
    return found;
  }

  /** Every file under these folders in which a JPEG or a PDF lies, wherever in it. */
  static List<String> documents(Path... places) throws IOException {
    var found = new ArrayList<String>();
    for (Path place : places) {
      try (var files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          try {
            String content = plain(Files.readAllBytes(file));
            if (DOCUMENT.matcher(content).find()) {
              found.add(file.toString());
            }
          } catch (NoSuchFileException e) {
            // Gone meanwhile: nothing is left of it.
          }
        }
      }
    }
    return found;
  }

  private void search(Path file, List<String> found) throws IOException {
    try {
      String content = plain(Files.readAllBytes(file));
      needles.forEach((needle, what) -> {
        if (content.contains(needle)) {
          found.add(file + ": " + what);
        }
      });
    } catch (NoSuchFileException e) {
      found.removeIf(find -> find.startsWith(file + ":")); // gone meanwhile: nothing is left of it
    }
  }

  private static String plain(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
