package io.yichuang.device;

import java.util.List;

/**
 * What stands on a receipt, top to bottom. Personal: {@code toString} shows the number of lines
 * only.
 *
 * @param lines in printing order
 */
public record Receipt(List<Line> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "Receipt[" + lines.size() + " lines]";
  }

  /**
   * One element of a receipt; those that hold words are mute. Widths are those of the paper; long
   * texts wrap between characters.
   */
  public sealed interface Line {}

  /** A text. */
  public record Text(String text, Align align, Size size, boolean bold) implements Line {
    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * A label on the left and a value on the right of the same line, or below it if there is no room.
   */
  public record Pair(String left, String right, boolean bold) implements Line {
    @Override
    public String toString() {
      return "Pair";
    }
  }

  /** A label column of fixed width and a text that wraps beside it. */
  public record Hanging(String label, String text) implements Line {
    @Override
    public String toString() {
      return "Hanging";
    }
  }

  /** White on black over the whole width: what must not be overlooked. */
  public record Band(String left, String right) implements Line {
    @Override
    public String toString() {
      return "Band";
    }
  }

  /** A line across the paper. */
  public record Rule(boolean dashed) implements Line {}

  /** A QR code, centred. */
  public record Qr(String content) implements Line {
    @Override
    public String toString() {
      return "Qr";
    }
  }

  /**
   * A one-bit picture, centred or left.
   *
   * @param width dots, a multiple of 8
   * @param rows each {@code width / 8} bytes, most significant bit left, 1 is black
   */
  public record Picture(int width, List<byte[]> rows, Align align) implements Line {}

  /** Blank paper. */
  public record Space(int dots) implements Line {}

  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** Times the printer's own cell of 24 x 24 dots. */
  public enum Size {
    NORMAL(1),
    DOUBLE(2);

    private final int factor;

    Size(int factor) {
      this.factor = factor;
    }

    public int factor() {
      return factor;
    }
  }
}
