package io.yichuang.vision.text;

import io.yichuang.vision.page.Quad;

/**
 * A line of print as it was read.
 *
 * @param text without spaces at its ends, never empty
 * @param confidence the model's, mean of its characters, 0 to 1
 * @param box around it, pixels of the picture, its first corner where the reading begins
 */
public record TextLine(String text, double confidence, Quad box) {

  /** Without the text: it may name a person. */
  @Override
  public String toString() {
    return "TextLine[" + text.length() + " characters]";
  }
}
