package io.yichuang.device.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cell must bring, as {@code cells.txt} says it.
 *
 * @param outcomes how the command may end, such as {@code Failed D-102}; empty in cells that cannot
 *     exist
 * @param states what the device may be called while the fault lasts; empty for any
 * @param person whether a person has to help, and then a reset; else it returns by itself
 * @param why the reason why a cell cannot exist
 */
record Expected(List<String> outcomes, List<String> states, boolean person, String why) {
  private static final int FIELDS = 6;

  boolean possible() {
    return !outcomes.isEmpty();
  }

  /** A line of the file: what it is about, and what it says. */
  private record Line(List<String> devices, List<String> faults, List<String> phases, Expected is) {
    private boolean about(String device, Fault fault, Phase phase) {
      return matches(devices, device)
          && matches(faults, fault.word())
          && matches(phases, phase.word());
    }

    private static boolean matches(List<String> names, String name) {
      return names.contains("*") || names.contains(name);
    }
  }

  private static final List<Line> LINES = read();

  /** The first line that is about this cell. */
  static Expected of(String device, Fault fault, Phase phase) {
    return LINES.stream()
        .filter(line -> line.about(device, fault, phase))
        .findFirst()
        .map(Line::is)
        .orElseThrow(() ->
            new IllegalStateException(
                "cells.txt says nothing of " + device + ", " + fault.word() + ", " + phase.word()));
  }

  private static List<Line> read() {
    var lines = new ArrayList<Line>();
    try (InputStream file = Expected.class.getResourceAsStream("cells.txt")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> lines.add(line(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static Line line(String text) {
    List<String> fields = words(text, "\\|");
    Expected expected;
    if (fields.get(3).startsWith("-")) {
      expected = new Expected(List.of(), List.of(), false, fields.get(3).substring(1).strip());
    } else if (fields.size() == FIELDS) {
      List<String> states = words(fields.get(4), ",");
      expected =
          new Expected(
              words(fields.get(3), ","),
              states.equals(List.of("*")) ? List.of() : states,
              fields.get(5).equals("person"),
              "");
    } else {
      throw new IllegalStateException("cells.txt: " + text);
    }
    return new Line(
        words(fields.get(0), ","), words(fields.get(1), ","), words(fields.get(2), ","), expected);
  }

  private static List<String> words(String text, String separator) {
    return List.of(text.strip().split("\\s*" + separator + "\\s*"));
  }
}
