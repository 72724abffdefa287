package io.yichuang.vision.text;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageDocument.Phrase;
import java.util.List;

/**
 * A cleaned page, read and turned so that its print stands upright.
 *
 * @param page turned if it had to be
 * @param lines what is printed on it, where it stands now
 * @param turned how it was turned
 */
public record Upright(CleanPage page, List<TextLine> lines, Turn turned) {

  public Upright {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the page and turns it.
   *
   * @throws UnreadableImageException when its picture cannot be decoded
   */
  public static Upright of(TextReader reader, CleanPage page) throws UnreadableImageException {
    var lines = reader.read(page.jpeg());
    var turn = Turn.of(lines);
    if (turn == Turn.NONE) {
      return new Upright(page, lines, turn);
    }
    var moved =
        lines.stream()
            .map(line ->
                new TextLine(
                    line.text(),
                    line.confidence(),
                    turn.of(line.box(), page.width(), page.height()),
                    line.letters()))
            .toList();
    return new Upright(PageCleaner.turned(page, turn.quarters()), moved, turn);
  }

  /** For the text layer of a document. */
  public List<Phrase> phrases() {
    return lines.stream().map(line -> new Phrase(line.text(), line.box())).toList();
  }
}
