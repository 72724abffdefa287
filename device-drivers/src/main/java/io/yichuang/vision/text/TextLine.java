package io.yichuang.vision.text;

import io.yichuang.vision.page.Quad;
import java.util.List;

/**
 * A line of print as it was read.
 *
 * @param text without spaces at its ends, never empty
 * @param confidence the model's, mean of its characters, 0 to 1
 * @param box around it, pixels of the picture, its first corner where the reading begins
 * @param letters the model's confidence in each char of the text; empty where it is not known
 */
public record TextLine(String text, double confidence, Quad box, List<Double> letters) {

  public TextLine {
    letters = List.copyOf(letters);
    if (!letters.isEmpty() && letters.size() != text.length()) {
      throw new IllegalArgumentException(letters.size() + " letters of " + text.length());
    }
  }

  /** Of whose characters nothing is known one by one. */
  public TextLine(String text, double confidence, Quad box) {
    this(text, confidence, box, List.of());
  }

  /** Without the text: it may name a person. */
  @Override
  public String toString() {
    return "TextLine[" + text.length() + " characters]";
  }
}
