package io.yichuang.device;

/** A scanner with a feeder or a platen. */
public interface DocumentScanner extends Device {
  /**
   * Scans what lies in the feeder. Once one page was delivered the outcome is {@code Done}, with
   * the reason why it ended: a job that jams at sheet 37 is neither done nor failed. The limit
   * counts per page.
   */
  Outcome<ScanSummary> scan(ScanJob job, PageSink sink, Call call);

  /**
   * What to scan.
   *
   * @param source where the sheets lie
   * @param resolution dots per inch, 75 to 600
   * @param mode colour or not
   */
  record ScanJob(Source source, int resolution, Mode mode) {
    public enum Source {
      FEEDER,
      FEEDER_DUPLEX,
      PLATEN
    }

    public enum Mode {
      COLOUR,
      GREY
    }
  }

  /**
   * One side of one sheet, encoded.
   *
   * @param sheet from 1
   * @param side 1 front, 2 back
   * @param jpeg the picture; personal
   */
  record ScannedPage(int sheet, int side, byte[] jpeg, int resolution) {
    @Override
    public String toString() {
      return "ScannedPage[sheet=" + sheet + ", side=" + side + ", " + jpeg.length + " bytes]";
    }
  }

  /** Takes pages, in order, one at a time; it may block to slow the feeder down. */
  @FunctionalInterface
  interface PageSink {
    /** Returns false to stop the job after this page. */
    boolean page(ScannedPage page);
  }

  /**
   * How far a scan came.
   *
   * @param pages sides delivered
   * @param sheets sheets that went through
   * @param end why it ended
   * @param lastSheetCertain false when the last sheet may have been pulled in without being
   *     delivered
   */
  record ScanSummary(int pages, int sheets, End end, boolean lastSheetCertain) {
    public enum End {
      /** The feeder ran empty: all well. */
      EMPTY,
      JAM,
      DOUBLE_FEED,
      COVER,
      /** By the sink or the caller. */
      CANCELLED,
      /** The wire or the device was lost. */
      LOST
    }
  }
}
