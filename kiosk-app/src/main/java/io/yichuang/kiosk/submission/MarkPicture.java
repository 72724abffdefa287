package io.yichuang.kiosk.submission;

import io.yichuang.device.Receipt;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;

/**
 * The mark, one bit: a window on its sill. Drawn from {@code mark.svg}'s own figures (box 48 x 48).
 */
final class MarkPicture {
  /** Dots, 8 per millimetre: 12 mm. */
  private static final int SIZE = 96;

  private static final double SCALE = SIZE / 48.0;

  private MarkPicture() {}

  static Receipt.Picture line() {
    var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.scale(SCALE, SCALE);
    pen.setColor(Color.BLACK);
    var hill = new Path2D.Double();
    hill.moveTo(10, 31);
    hill.curveTo(15, 24, 19, 28, 24, 23);
    hill.curveTo(29, 18, 32, 13, 38, 16);
    hill.lineTo(38, 40);
    hill.lineTo(10, 40);
    hill.closePath();
    pen.fill(hill);
    pen.setStroke(new BasicStroke(4));
    var frame = new Path2D.Double();
    frame.moveTo(9, 40);
    frame.lineTo(9, 5);
    frame.lineTo(39, 5);
    frame.lineTo(39, 40);
    pen.draw(frame);
    pen.fill(new Rectangle2D.Double(3, 39, 42, 6));
    pen.dispose();
    var rows = new ArrayList<byte[]>(SIZE);
    for (int y = 0; y < SIZE; y++) {
      byte[] row = new byte[SIZE / 8];
      for (int x = 0; x < SIZE; x++) {
        if (image.getRaster().getSample(x, y, 0) < 128) {
          row[x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
      rows.add(row);
    }
    return new Receipt.Picture(SIZE, rows, Receipt.Align.CENTRE);
  }
}
