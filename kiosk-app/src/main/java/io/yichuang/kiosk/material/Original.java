package io.yichuang.kiosk.material;

import io.yichuang.vision.page.Quad;
import java.util.Optional;

/**
 * The photo that a page was made from. Personal; in memory only.
 *
 * @param frame as the camera gave it; JPEG
 * @param found where the sheet was seen in it; empty when no edge was
 * @param used the corners that the page was cut by; empty for the whole picture
 */
record Original(byte[] frame, Optional<Quad> found, Optional<Quad> used) {
  @Override
  public String toString() {
    return "Original[" + frame.length + " bytes]";
  }
}
