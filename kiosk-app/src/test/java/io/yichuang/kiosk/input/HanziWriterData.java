package io.yichuang.kiosk.input;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made {@code strokes.gz} once, out of npm {@code hanzi-writer-data} (a file for each character)
 * and the frequencies of npm {@code @pinyin-pro/data}. Arguments: the unpacked package,
 * complete.json, the target. {@link InkTemplates} describes the file.
 */
final class HanziWriterData {
  /** In the package y goes upwards, from -124 to 900, and x from 0 to 1024. */
  private static final double TOP = 900;

  private static final double BOX = 1024;

  /** The share of a character that no word of the list has. */
  private static final double LEAST = 1e-9;

  private HanziWriterData() {}

  public static void main(String[] args) throws IOException {
    Map<Integer, Double> counts = counts(Path.of(args[1]));
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Path> files;
    try (var list = Files.list(Path.of(args[0]))) {
      files =
          list.filter(file -> file.getFileName().toString().matches("\\p{IsHan}\\.json"))
              .sorted()
              .toList();
    }
    try (var out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[2]))))) {
      out.writeInt(files.size());
      for (Path file : files) {
        int character = file.getFileName().toString().codePointAt(0);
        double share = Math.max(LEAST, counts.getOrDefault(character, 0.0) / all);
        out.writeInt(character);
        out.writeByte((int) Math.min(255, Math.round(-Math.log(share) * InkTemplates.STEPS)));
        JsonNode medians = JsonMapper.shared().readTree(file.toFile()).get("medians");
        out.writeByte(medians.size());
        medians.forEach(median -> write(out, median));
      }
    }
  }

  private static void write(DataOutputStream out, JsonNode median) {
    double[] way = new double[2 * median.size()];
    for (int i = 0; i < median.size(); i++) {
      way[2 * i] = median.get(i).get(0).asDouble();
      way[2 * i + 1] = TOP - median.get(i).get(1).asDouble();
    }
    try {
      for (double place : Ink.even(way, InkTemplates.POINTS)) {
        out.writeByte((int) Math.clamp(Math.round(place * 255 / BOX), 0, 255));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, Double> counts(Path list) {
    Map<Integer, Double> counts = new HashMap<>();
    JsonMapper.shared()
        .readTree(list.toFile())
        .properties()
        .forEach(word ->
            word.getKey()
                .codePoints()
                .forEach(c -> counts.merge(c, word.getValue().get(1).asDouble(), Double::sum)));
    return counts;
  }
}
