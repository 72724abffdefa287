package io.yichuang.vision.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of print as OCR read it.
 *
 * @param text what was read
 * @param sure confidence in each char of the text, 0 to 1; empty where it is not known
 */
public record Line(String text, List<Double> sure) {

  /**
   * Below, a char may be misread. Of 512 names on drawn sheets (scans of 80 and 100 dpi, photos of
   * hardness 0.2 and 0.6) 38 came with one wrong character, and only 5 of those were surer than
   * this, but for signs that look the same. The mean of a line tells nothing: 0.85 to 0.99 with one
   * character wrong, 0.82 to 0.99 with none.
   */
  private static final double MISREAD = 0.9;

  public Line {
    sure = List.copyOf(sure);
    if (!sure.isEmpty() && sure.size() != text.length()) {
      throw new IllegalArgumentException(sure.size() + " of " + text.length() + " chars");
    }
  }

  /** One that was not read but is known, or of which nothing more is known. */
  public Line(String text) {
    this(text, List.of());
  }

  /** As {@link Print#plain}, each char with its confidence. */
  Line plain() {
    var plain = Print.plain(text);
    var kept = new ArrayList<Double>();
    for (var at = 0; at < sure.size(); at++) {
      // A half of a pair is none of the signs that are changed.
      var char16 = text.substring(at, at + 1);
      var length = Character.isSurrogate(char16.charAt(0)) ? 1 : Print.plain(char16).length();
      for (var i = 0; i < length; i++) {
        kept.add(sure.get(at));
      }
    }
    // Two signs that make one together: then nothing is known of any.
    return new Line(plain, kept.size() == plain.length() ? kept : List.of());
  }

  boolean mayBeMisread(int at) {
    return sure.isEmpty() || sure.get(at) < MISREAD;
  }

  /** Without the text: it may name a person. */
  @Override
  public String toString() {
    return "Line[" + text.length() + " characters]";
  }
}
