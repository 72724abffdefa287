package io.yichuang.vision.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;

/** Pages as one PDF/A-2b (ISO 19005-2), the form in which files are archived. */
public final class PageDocument {

  private PageDocument() {}

  /**
   * Text that stands somewhere on a sheet.
   *
   * @param text as it was read
   * @param box around it, pixels of the sheet's picture, beginning where the reading begins
   */
  public record Phrase(String text, Quad box) {

    /** Without the text: it may name a person. */
    @Override
    public String toString() {
      return "Phrase[" + text.length() + " characters]";
    }
  }

  /**
   * One sheet of the document.
   *
   * @param jpeg grey or colour
   * @param widthPoints of the paper, 1/72 inch (A4: 595.28)
   * @param heightPoints of the paper, 1/72 inch (A4: 841.89)
   * @param small ink as a mask, colours and shades as a coarse picture, instead of the JPEG as it
   *     is; for pages that were cleaned. Needs the native libraries
   * @param text that can be searched and copied, and is not seen
   */
  public record Sheet(
      byte[] jpeg, float widthPoints, float heightPoints, boolean small, List<Phrase> text) {

    public Sheet {
      // ISO 19005-2 6.1.13: a page has 3 to 14,400 units.
      if (!(widthPoints >= 3 && widthPoints <= 14_400)
          || !(heightPoints >= 3 && heightPoints <= 14_400)) {
        throw new IllegalArgumentException("sheet of " + widthPoints + " x " + heightPoints);
      }
      text = List.copyOf(text);
    }

    /** The JPEG as it is, without text. */
    public Sheet(byte[] jpeg, float widthPoints, float heightPoints) {
      this(jpeg, widthPoints, heightPoints, false, List.of());
    }

    /** Without the picture and the text: they show a person's papers. */
    @Override
    public String toString() {
      return "Sheet[" + widthPoints + "x" + heightPoints + " pt]";
    }
  }

  /**
   * The document of some sheets that are there already; of many, {@link PageBinder} keeps less.
   *
   * @param title shown by readers
   * @param at when it was made
   * @param sheets at least one
   * @throws IllegalArgumentException when there is no sheet, or one is not a JPEG
   */
  public static byte[] pdf(String title, ZonedDateTime at, List<Sheet> sheets) {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("a document without sheets");
    }
    try (var binder = new PageBinder()) {
      for (var sheet : sheets) {
        binder.add(sheet);
      }
      var out = new ByteArrayOutputStream();
      binder.write(title, at, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
