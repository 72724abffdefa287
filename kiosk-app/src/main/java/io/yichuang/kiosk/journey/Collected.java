package io.yichuang.kiosk.journey;

import java.time.Instant;
import java.util.List;

/** One material as it lies in the basket. Personal. */
public sealed interface Collected {
  /** Read from the card. */
  record FromCard(Instant at) implements Collected {}

  /** A record of another department. */
  record FromData(String dataset, Instant fetchedAt) implements Collected {}

  /** Cleaned pages, in order. */
  record Scanned(List<Page> pages) implements Collected {
    public Scanned {
      pages = List.copyOf(pages);
    }
  }

  /** Promised with the signature. */
  record Promised(Instant at) implements Collected {}

  /** The original is looked at later. */
  record Later() implements Collected {}

  /**
   * A cleaned page.
   *
   * @param jpeg the picture
   * @param widthPoints paper width in 1/72 inch
   */
  record Page(byte[] jpeg, float widthPoints, float heightPoints) {
    @Override
    public String toString() {
      return "Page[" + jpeg.length + " bytes]";
    }
  }
}
