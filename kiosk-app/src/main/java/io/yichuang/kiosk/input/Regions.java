package io.yichuang.kiosk.input;

import io.yichuang.kiosk.KioskProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Provinces, cities, counties (GB/T 2260) and the towns around this terminal, to be chosen rather
 * than typed. Immutable.
 */
@Component
public final class Regions {
  /** The whole country. */
  static final String TOP = "";

  /** A province, city, county or town, and whether there is something below it. */
  record Region(String code, String name, boolean more) {}

  private final Map<String, List<Region>> below;
  private final Map<String, String> above;
  private final String here;

  @Autowired
  Regions(KioskProperties properties) throws IOException {
    this(properties.terminal().region());
  }

  Regions(String here) throws IOException {
    Map<String, Map<String, String>> names = new LinkedHashMap<>();
    above = new HashMap<>();
    try (InputStream file = Regions.class.getResourceAsStream("regions.tsv")) {
      if (file == null) {
        throw new IOException("no regions.tsv beside " + Regions.class);
      }
      for (String line :
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).readAllLines()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          names.computeIfAbsent(parts[0], _ -> new LinkedHashMap<>()).put(parts[1], parts[2]);
          above.put(parts[1], parts[0]);
        }
      }
    }
    below = new HashMap<>();
    names.forEach((code, all) ->
        below.put(
            code,
            all.entrySet().stream()
                .map(one ->
                    new Region(one.getKey(), one.getValue(), names.containsKey(one.getKey())))
                .toList()));
    this.here = above.containsKey(here) ? here : TOP;
  }

  /** What lies in a region; nothing for a code there is none of. */
  List<Region> in(String code) {
    return below.getOrDefault(code, List.of());
  }

  /** The way from the country down to this terminal's county: most people live near. */
  List<Region> wayHere() {
    var way = new java.util.ArrayDeque<Region>();
    for (String code = here; !code.isEmpty(); code = above.getOrDefault(code, TOP)) {
      String wanted = code;
      in(above.getOrDefault(code, TOP)).stream()
          .filter(region -> region.code().equals(wanted))
          .findFirst()
          .ifPresent(way::addFirst);
    }
    return List.copyOf(way);
  }
}
