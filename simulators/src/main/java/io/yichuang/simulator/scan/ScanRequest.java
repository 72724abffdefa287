package io.yichuang.simulator.scan;

/**
 * What a client asks of a scan.
 *
 * @param dpi dots per inch, both ways
 * @param colour RGB if set, else grey
 * @param source where the sheets come from
 * @param leftMm left edge of the window on the sheet, and so on; millimetres, within the sheet
 */
record ScanRequest(
    int dpi,
    boolean colour,
    Source source,
    double leftMm,
    double topMm,
    double rightMm,
    double bottomMm) {

  enum Source {
    FLATBED,
    ADF_FRONT,
    ADF_DUPLEX
  }

  int width() {
    return Math.max(1, SheetSide.pixels(rightMm, dpi) - SheetSide.pixels(leftMm, dpi));
  }

  int height() {
    return Math.max(1, SheetSide.pixels(bottomMm, dpi) - SheetSide.pixels(topMm, dpi));
  }

  int bytesPerLine() {
    return width() * (colour ? 3 : 1);
  }
}
