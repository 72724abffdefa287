package io.yichuang.device.receipt;

import io.yichuang.device.Receipt;
import io.yichuang.device.Receipt.Align;
import java.util.ArrayList;
import java.util.List;

/** Breaks a receipt into what is printed row by row on its paper, in half-width cells. */
final class ReceiptLayout {
  /** Room between two columns. */
  private static final int GAP = 2;

  /** A longer label than 5 twelfths of the row stands on a row of its own: 20 cells of 48. */
  private static final double WIDEST_LABEL = 5 / 12.0;

  /** No row begins with one of these. */
  private static final String CLOSING = "，。、；：？！）》」』”’％,.;:?!)%";

  private ReceiptLayout() {}

  /** One thing to print. */
  sealed interface Row {}

  /** A row of text that fits its width; {@code inverse} rows fill it. */
  record TextRow(String text, Align align, int factor, boolean bold, boolean inverse)
      implements Row {
    @Override
    public String toString() {
      return "TextRow[" + text.length() + " characters]";
    }
  }

  /** Anything that is no text passes through. */
  record Other(Receipt.Line line) implements Row {}

  /**
   * Breaks it.
   *
   * @param cells half-width characters in a row
   */
  static List<Row> rows(Receipt receipt, int cells) {
    var rows = new ArrayList<Row>();
    List<Receipt.Line> lines = receipt.lines();
    for (int i = 0; i < lines.size(); i++) {
      switch (lines.get(i)) {
        case Receipt.Text(String text, Align align, Receipt.Size size, boolean bold) -> {
          int factor = size.factor();
          wrap(text, cells / factor)
              .forEach(row -> rows.add(new TextRow(row, align, factor, bold, false)));
        }
        case Receipt.Pair(String left, String right, boolean bold) ->
            pair(left, right, cells).forEach(row -> rows.add(plain(row, bold)));
        case Receipt.Hanging(String label, String text) ->
            hanging(label, text, column(lines, i, cells), cells)
                .forEach(row -> rows.add(plain(row, false)));
        case Receipt.Band(String left, String right) ->
            // one cell of black beside the letters on either edge
            pair(left, right, cells - 2)
                .forEach(row ->
                    rows.add(new TextRow(" " + padded(row, cells - 1), Align.LEFT, 1, true, true)));
        case Receipt.Rule rule -> rows.add(new Other(rule));
        case Receipt.Qr qr -> rows.add(new Other(qr));
        case Receipt.Picture picture -> rows.add(new Other(picture));
        case Receipt.Space space -> rows.add(new Other(space));
      }
    }
    return rows;
  }

  private static TextRow plain(String text, boolean bold) {
    return new TextRow(text, Align.LEFT, 1, bold, false);
  }

  private static List<String> pair(String left, String right, int width) {
    String start = PrinterText.clean(left);
    String end = PrinterText.clean(right);
    int room = width - PrinterText.cells(start) - PrinterText.cells(end);
    if (room >= (end.isEmpty() ? 0 : GAP)) {
      return List.of(start + " ".repeat(room) + end);
    }
    var rows = new ArrayList<>(wrap(start, width));
    for (String row : wrap(end, width)) {
      rows.add(" ".repeat(width - PrinterText.cells(row)) + row);
    }
    return rows;
  }

  private static List<String> hanging(String label, String text, int column, int cells) {
    var rows = new ArrayList<String>();
    String first = PrinterText.clean(label);
    if (PrinterText.cells(first) + GAP > column) {
      rows.addAll(wrap(first, cells));
      first = "";
    }
    for (String row : wrap(text, cells - column)) {
      rows.add(padded(first, column) + row);
      first = "";
    }
    return rows;
  }

  /** Labels that follow each other share a column as wide as the longest. */
  private static int column(List<Receipt.Line> lines, int at, int cells) {
    int first = at;
    while (first > 0 && lines.get(first - 1) instanceof Receipt.Hanging) {
      first--;
    }
    int widest = 0;
    for (int i = first;
        i < lines.size() && lines.get(i) instanceof Receipt.Hanging(String label, String _);
        i++) {
      int width = PrinterText.cells(PrinterText.clean(label));
      if (width <= cells * WIDEST_LABEL) {
        widest = Math.max(widest, width);
      }
    }
    return widest + GAP;
  }

  private static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - PrinterText.cells(text)));
  }

  /** Breaks between characters, but not within words and numbers, nor before closing marks. */
  static List<String> wrap(String text, int width) {
    var rows = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var row = new StringBuilder();
      for (String piece : pieces(PrinterText.clean(paragraph), width)) {
        if (PrinterText.cells(row + piece) > width) {
          rows.add(row.toString().stripTrailing());
          row.setLength(0);
          piece = piece.stripLeading();
        }
        row.append(piece);
      }
      rows.add(row.toString().stripTrailing());
    }
    return rows;
  }

  private static List<String> pieces(String text, int width) {
    var pieces = new ArrayList<String>();
    text.codePoints()
        .forEach(c -> {
          String character = Character.toString(c);
          String last = pieces.isEmpty() ? "" : pieces.getLast();
          int end = last.isEmpty() ? ' ' : last.codePointBefore(last.length());
          boolean word = c > ' ' && c < 0x80 && end > ' ' && end < 0x80;
          boolean joins = !last.isEmpty() && (word || CLOSING.indexOf(c) >= 0);
          if (joins && PrinterText.cells(last + character) <= width) {
            pieces.set(pieces.size() - 1, last + character);
          } else {
            pieces.add(character);
          }
        });
    return pieces;
  }
}
