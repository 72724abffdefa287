package io.yichuang.vision.check;

import java.util.List;

/**
 * What was seen of a material.
 *
 * @param lines as OCR read them, all pages, in order
 * @param seals how many red stamps were found
 * @param pages how many there are
 */
public record Material(List<Line> lines, int seals, int pages) {

  public Material {
    lines = List.copyOf(lines);
  }

  /** Without the text: it shows a person's papers. */
  @Override
  public String toString() {
    return "Material[" + lines.size() + " lines, " + seals + " seals, " + pages + " pages]";
  }
}
