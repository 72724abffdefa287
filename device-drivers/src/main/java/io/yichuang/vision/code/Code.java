package io.yichuang.vision.code;

import io.yichuang.vision.page.Point;
import java.util.List;

/**
 * A code that was read.
 *
 * @param kind of code
 * @param text what it says
 * @param places where it stands, pixels of the picture: three corners of a QR code, the ends of a
 *     bar code, the corners of a PDF417
 */
public record Code(Kind kind, String text, List<Point> places) {

  /** Kinds of code. */
  public enum Kind {
    QR,
    CODE_128,
    PDF_417
  }

  public Code {
    places = List.copyOf(places);
  }

  /** Without the text: it may name a person. */
  @Override
  public String toString() {
    return "Code[" + kind + ", " + text.length() + " characters]";
  }
}
