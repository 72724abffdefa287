package io.yichuang.kiosk.input;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Finds characters that nobody can spell: by what they are made of (龙天 for 䶮: {@code longtian}), by
 * their strokes in order ({@code h s p n z}: 横竖撇捺折), or by their number in Unicode ({@code 4dae}).
 * Of {@code rare.gz} each line is a character, the readings of its parts, and {@code |} with its
 * strokes, the usual characters first. About 4 MB; read when first asked. Safe for all threads.
 */
@Component
@Lazy
public final class RareCharacters {
  private static final int MOST_KEYS = 64;
  private static final int FEWEST_STROKES = 3;
  private static final Pattern NUMBER = Pattern.compile("u?\\+?([0-9a-f]{4,5})");
  private static final Pattern STROKES = Pattern.compile("[hspnz]+");
  private static final int HEX = 16;

  /** People and font makers part over a stroke in five: 点 or 竖, 撇 or 竖. */
  private static final int STROKES_A_SLIP = 5;

  private final byte[] lines;

  /** Over the product's own file. */
  public RareCharacters() throws IOException {
    try (InputStream file = RareCharacters.class.getResourceAsStream("rare.gz")) {
      if (file == null) {
        throw new IOException("no rare.gz beside " + RareCharacters.class);
      }
      try (var unpacked = new GZIPInputStream(file)) {
        lines = unpacked.readAllBytes();
      }
    }
  }

  /**
   * Characters for what was typed, the likeliest first: those it describes wholly, then those it
   * begins to.
   *
   * @param typed letters a to z and digits
   * @param limit how many are wanted
   */
  public List<String> candidates(String typed, int limit) {
    String keys = typed.toLowerCase(Locale.ROOT);
    if (keys.isEmpty() || keys.length() > MOST_KEYS || !keys.matches("[a-z0-9+]+")) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>(numbered(keys));
    if (STROKES.matcher(keys).matches()) {
      if (keys.length() >= FEWEST_STROKES) {
        found.addAll(written(keys, limit));
      }
    } else {
      found.addAll(described(" " + keys, limit));
    }
    return found.stream().limit(limit).toList();
  }

  private static List<String> numbered(String keys) {
    var number = NUMBER.matcher(keys);
    if (!number.matches()) {
      return List.of();
    }
    int point = Integer.parseInt(number.group(1), HEX);
    return Character.isIdeographic(point) ? List.of(Character.toString(point)) : List.of();
  }

  private List<String> described(String wanted, int limit) {
    byte[] sought = wanted.getBytes(US_ASCII);
    List<String> whole = new ArrayList<>();
    List<String> begun = new ArrayList<>();
    int line = 0;
    for (int at = 0; at < lines.length && whole.size() < limit; at++) {
      if (lines[at] == '\n') {
        line = at + 1;
      } else if (lines[at] == sought[0] && starts(at, sought)) {
        byte behind = lines[at + sought.length];
        List<String> list = behind == ' ' || behind == '\n' ? whole : begun;
        if (list.size() < limit) {
          list.add(character(line));
        }
      }
    }
    whole.addAll(begun);
    return whole;
  }

  /** A character whose strokes begin so, and how well they fit: the less the better. */
  private record Written(String character, int misfit) {}

  private List<String> written(String keys, int limit) {
    byte[] codes = keys.getBytes(US_ASCII);
    int slips = 1 + codes.length / STROKES_A_SLIP;
    List<Written> all = new ArrayList<>();
    int line = 0;
    for (int at = 0; at < lines.length; at++) {
      if (lines[at] == '|') {
        int end = at + 1;
        int wrong = 0;
        while (lines[end] != '\n') {
          int stroke = end - at - 1;
          wrong += stroke < codes.length && lines[end] != codes[stroke] ? 1 : 0;
          end++;
        }
        int more = end - at - 1 - codes.length;
        if (more >= 0 && wrong <= slips) {
          all.add(new Written(character(line), 2 * wrong + (more == 0 ? 0 : 1)));
        }
        line = end + 1;
        at = end;
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Written::misfit))
        .limit(limit)
        .map(Written::character)
        .toList();
  }

  private boolean starts(int at, byte[] sought) {
    if (at + sought.length >= lines.length) {
      return false;
    }
    for (int i = 1; i < sought.length; i++) {
      if (lines[at + i] != sought[i]) {
        return false;
      }
    }
    return true;
  }

  private String character(int line) {
    int end = line;
    while (lines[end] != ' ') {
      end++;
    }
    return new String(lines, line, end - line, UTF_8);
  }
}
