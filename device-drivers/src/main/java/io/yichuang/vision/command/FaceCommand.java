package io.yichuang.vision.command;

import io.yichuang.vision.command.Arguments.UsageException;
import io.yichuang.vision.face.FaceComparison;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.FaceQuality;
import io.yichuang.vision.face.LiveSigns;
import io.yichuang.vision.face.Thresholds;
import io.yichuang.vision.face.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faces: alike or not, alive or not. */
record FaceCommand(VisionCommand command) {

  private record Pair(Path a, Path b) {}

  void compare(Arguments arguments) throws IOException, UsageException {
    var pairs = new ArrayList<Pair>();
    if (arguments.pairs().isPresent()) {
      if (!arguments.files().isEmpty()) {
        throw new UsageException("either two pictures or --pairs");
      }
      pairs.addAll(pairs(arguments.pairs().get()));
    } else if (arguments.files().size() == 2) {
      pairs.add(new Pair(arguments.files().get(0), arguments.files().get(1)));
    } else {
      throw new UsageException("face wants two pictures");
    }
    VisionCommand.load();
    try (var engine = FaceEngine.load()) {
      for (var pair : pairs) {
        var names = new LinkedHashMap<String, @Nullable Object>();
        names.put("a", pair.a().toString());
        names.put("b", pair.b().toString());
        command.line(
            names,
            line -> {
              var found =
                  FaceComparison.of(
                      engine, Images.read(pair.a()), Images.read(pair.b()), Thresholds.usual());
              line.put(
                  "similarity",
                  found.similarity().isEmpty()
                      ? null
                      : Json.rounded(found.similarity().getAsDouble(), 4));
              line.put("band", band(found.band()));
              var quality = new LinkedHashMap<String, Object>();
              quality.put("a", of(found.first()));
              quality.put("b", of(found.second()));
              line.put("quality", quality);
            });
      }
    }
  }

  void live(List<Path> files) {
    VisionCommand.load();
    try (var engine = FaceEngine.load()) {
      for (var file : files) {
        command.line(
            VisionCommand.file(file),
            line -> {
              var signs = LiveSigns.of(engine, Images.read(file), Thresholds.usual());
              var signals = new LinkedHashMap<String, Object>();
              signals.put("model", Json.rounded(signs.live(), 4));
              signals.put("framed", signs.framed());
              line.put("signals", signals);
              line.put("quality", of(signs.quality()));
              line.put("verdict", verdict(signs.verdict()));
            });
      }
    }
  }

  /** Names that are not found from here are looked for beside the list. */
  private static List<Pair> pairs(Path list) throws IOException, UsageException {
    var pairs = new ArrayList<Pair>();
    var number = 0;
    for (var row : Files.readAllLines(list)) {
      number++;
      if (row.isBlank()) {
        continue;
      }
      var names = row.split("\t", -1);
      if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
        throw new UsageException(list + ", line " + number + ": wants a<TAB>b");
      }
      pairs.add(new Pair(beside(list, names[0].strip()), beside(list, names[1].strip())));
    }
    return pairs;
  }

  private static Path beside(Path list, String name) {
    var file = Path.of(name);
    return Files.exists(file) || !Files.exists(list.resolveSibling(name))
        ? file
        : list.resolveSibling(name);
  }

  private static String band(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "pass";
      case RETRY, PENDING -> "retry";
      case FAIL -> "no";
    };
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "live";
      case RETRY, PENDING -> "unsure";
      case FAIL -> "not-live";
    };
  }

  private static Map<String, Object> of(FaceQuality quality) {
    var map = new LinkedHashMap<String, Object>();
    map.put("faces", quality.faces());
    map.put("hint", quality.hint().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    map.put("height", Math.round(quality.height()));
    map.put("share", Json.rounded(quality.share(), 3));
    map.put("lightness", Json.rounded(quality.lightness(), 1));
    map.put("sharpness", Json.rounded(quality.sharpness(), 1));
    map.put("yaw", Json.rounded(quality.yaw(), 0));
    map.put("pitch", Json.rounded(quality.pitch(), 0));
    map.put("roll", Json.rounded(quality.roll(), 0));
    map.put("eyesOpen", Json.rounded(quality.eyesOpen(), 2));
    return map;
  }
}
