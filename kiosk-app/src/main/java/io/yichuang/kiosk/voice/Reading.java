package io.yichuang.kiosk.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Chinese words as syllables with the number of their tone ({@code yin2 hang2}), because
 * espeak-ng 1.51 reads Han characters by English rules, while its voice {@code cmn-latn-pinyin}
 * reads such syllables rightly. Readings come from the words of {@code @pinyin-pro/data} (ISC),
 * longest first.
 */
final class Reading {
  /** Combining grave, acute, caron and macron after canonical decomposition. */
  private static final String TONES = "\u0304\u0301\u030C\u0300";

  private static final int LONGEST_WORD = 8;

  private final Map<String, String> readings = new HashMap<>();

  /** The words of a file: {@code {"word": ["reading with marks", weight]}}. */
  Reading(Path words) throws IOException {
    Map<String, JsonNode> all =
        JsonMapper.shared().readValue(Files.readString(words), new TypeReference<>() {});
    all.forEach((word, entry) -> readings.put(word, entry.get(0).asString()));
  }

  /** Syllables, with what is no Chinese left as it is. */
  String of(String text) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int length = wordAt(text, at);
      if (length == 0) {
        int point = text.codePointAt(at);
        out.appendCodePoint(point);
        at += Character.charCount(point);
      } else {
        String word = text.substring(at, at + length);
        out.append(' ').append(numbered(readings.getOrDefault(word, ""))).append(' ');
        at += length;
      }
    }
    return out.toString().strip().replaceAll(" +", " ");
  }

  private int wordAt(String text, int at) {
    for (int length = Math.min(LONGEST_WORD, text.length() - at); length > 0; length--) {
      if (readings.containsKey(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  /** {@code yín háng} → {@code yin2 hang2}; the light tone is 5. */
  static String numbered(String marked) {
    var out = new StringBuilder();
    for (String syllable : marked.split(" ", -1)) {
      int tone = 5;
      var letters = new StringBuilder();
      // The two dots of ü stay a letter of their own: espeak knows it as v.
      String apart = Normalizer.normalize(syllable, Normalizer.Form.NFD).replace("u\u0308", "v");
      for (int i = 0; i < apart.length(); i++) {
        char c = apart.charAt(i);
        int mark = TONES.indexOf(c);
        if (mark >= 0) {
          tone = mark + 1;
        } else {
          letters.append(c);
        }
      }
      out.append(letters).append(tone).append(' ');
    }
    return out.toString().strip();
  }
}
