package io.yichuang.kiosk.journey;

import io.yichuang.vision.check.Doubt;
import io.yichuang.vision.face.PhotoDoubt;
import io.yichuang.vision.page.PageDocument.Phrase;
import io.yichuang.vision.text.TextLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One material as it lies in the basket. Personal. */
public sealed interface Collected {
  /** Read from the card. */
  record FromCard(Instant at) implements Collected {}

  /** A record of another department. */
  record FromData(String dataset, Instant fetchedAt) implements Collected {}

  /**
   * Cleaned pages, in order.
   *
   * @param check what does not seem to fit; null until all pages were read, or if they cannot be
   */
  record Scanned(List<Page> pages, @Nullable Check check) implements Collected {
    public Scanned {
      pages = List.copyOf(pages);
    }

    /** Not compared with the case yet. */
    public Scanned(List<Page> pages) {
      this(pages, null);
    }
  }

  /**
   * What was compared with the case.
   *
   * @param doubts what does not seem to fit; empty when all does
   * @param kept whether the citizen was told and uses the pages all the same
   */
  record Check(List<Doubt> doubts, boolean kept) {
    public Check {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * A photo for a certificate, as large as it is printed.
   *
   * @param doubts why the office might send it back; the citizen saw them and uses it all the same
   */
  record Photo(Page page, Set<PhotoDoubt> doubts) implements Collected {
    public Photo {
      doubts = Set.copyOf(doubts);
    }
  }

  /** Promised with the signature. */
  record Promised(Instant at) implements Collected {}

  /** The original is looked at later, or the photo is brought to the counter. */
  record Later() implements Collected {}

  /**
   * A cleaned page.
   *
   * @param jpeg the picture
   * @param widthPoints paper width in 1/72 inch
   * @param print what is printed on it; null until it was read
   */
  record Page(byte[] jpeg, float widthPoints, float heightPoints, @Nullable Print print) {
    @Override
    public String toString() {
      return "Page[" + jpeg.length + " bytes]";
    }
  }

  /**
   * What was read on a page.
   *
   * @param lines with their places on the picture and how sure they are, in reading order
   * @param seals how many red stamps it bears
   */
  record Print(List<TextLine> lines, int seals) {
    public Print {
      lines = List.copyOf(lines);
    }

    /** For the text layer of a document. */
    public List<Phrase> phrases() {
      return lines.stream().map(line -> new Phrase(line.text(), line.box())).toList();
    }

    @Override
    public String toString() {
      return "Print[" + lines.size() + " lines]";
    }
  }
}
