package io.yichuang.vision.page;

import java.util.Set;

/**
 * A page made straight and its paper made white.
 *
 * @param jpeg the picture
 * @param width pixels
 * @param height pixels
 * @param dpi dots per inch; for a photo, of a card or else as if the page were A4
 * @param findings what is wrong with it; empty when nothing
 */
public record CleanPage(byte[] jpeg, int width, int height, int dpi, Set<Finding> findings) {

  public CleanPage {
    findings = Set.copyOf(findings);
  }

  /** Without the picture: it shows a person's papers. */
  @Override
  public String toString() {
    return "CleanPage[" + width + "x" + height + ", " + dpi + " dpi, " + findings + "]";
  }
}
