package io.yichuang.vision.page;

import java.time.ZonedDateTime;
import java.util.List;

/** Binds pages into one PDF/A-2b (ISO 19005-2), the form in which files are archived. */
public final class PageDocument {

  private PageDocument() {}

  /**
   * One sheet of the document.
   *
   * @param jpeg grey or colour; goes into the file as it is
   * @param widthPoints of the paper, 1/72 inch (A4: 595.28)
   * @param heightPoints of the paper, 1/72 inch (A4: 841.89)
   */
  public record Sheet(byte[] jpeg, float widthPoints, float heightPoints) {

    /** Without the picture: it shows a person's papers. */
    @Override
    public String toString() {
      return "Sheet[" + widthPoints + "x" + heightPoints + " pt]";
    }
  }

  /**
   * The document.
   *
   * @param title shown by readers
   * @param at when it was made
   * @param sheets at least one
   * @throws IllegalArgumentException when there is no sheet, or one is not a JPEG
   */
  public static byte[] pdf(String title, ZonedDateTime at, List<Sheet> sheets) {
    var comes = new UnsupportedOperationException("with the next commit");
    throw comes;
  }
}
