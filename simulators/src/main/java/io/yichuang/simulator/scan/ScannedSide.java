package io.yichuang.simulator.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;

/**
 * A side under the lamp: its lines one after the other, in the colours and the window that were
 * asked for.
 */
final class ScannedSide {
  private final ScanRequest request;
  private final byte[] bgr;
  private final int stride;
  private final int left;
  private final int top;
  private final int lines;

  ScannedSide(SheetSide side, ScanRequest request) throws IOException {
    BufferedImage image = side.render(request.dpi());
    this.request = request;
    this.bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    this.stride = image.getWidth() * 3;
    this.left = Math.min(SheetSide.pixels(request.leftMm(), request.dpi()), image.getWidth() - 1);
    this.top = SheetSide.pixels(request.topMm(), request.dpi());
    this.lines = image.getHeight();
  }

  /** Copies one line: RGB or grey, 8 bits; beyond the sheet it is white. */
  void line(int y, byte[] into, int offset) {
    int width = request.width();
    int depth = request.colour() ? 3 : 1;
    Arrays.fill(into, offset, offset + width * depth, (byte) 0xFF);
    if (top + y >= lines) {
      return;
    }
    int from = (top + y) * stride + left * 3;
    int count = Math.min(width, stride / 3 - left);
    for (int x = 0; x < count; x++, from += 3) {
      int b = bgr[from] & 0xFF;
      int g = bgr[from + 1] & 0xFF;
      int r = bgr[from + 2] & 0xFF;
      if (depth == 3) {
        into[offset++] = (byte) r;
        into[offset++] = (byte) g;
        into[offset++] = (byte) b;
      } else {
        // Luma of ITU-R BT.601 in 1/256.
        into[offset++] = (byte) ((77 * r + 150 * g + 29 * b) >> 8);
      }
    }
  }

  /** The window as one image, its first {@code height} lines. */
  BufferedImage image(int height) {
    int width = request.width();
    BufferedImage image =
        new BufferedImage(
            width,
            Math.max(1, height),
            request.colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      line(y, data, y * request.bytesPerLine());
    }
    if (request.colour()) {
      for (int i = 0; i < data.length; i += 3) {
        byte red = data[i];
        data[i] = data[i + 2];
        data[i + 2] = red;
      }
    }
    return image;
  }
}
