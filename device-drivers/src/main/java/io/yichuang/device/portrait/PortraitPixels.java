package io.yichuang.device.portrait;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Looks whether a library has written a portrait, and makes a PNG of it. */
final class PortraitPixels {
  static final int WIDTH = 102;
  static final int HEIGHT = 126;
  private static final int HEAD = 54;

  /** Rows of a BMP are filled up to four bytes. */
  private static final int BMP_ROW = 308;

  private static final int BGR_ROW = 3 * WIDTH;

  private PortraitPixels() {}

  /** A PNG; empty if these bytes are no portrait. */
  static Optional<byte[]> png(byte[] picture, PortraitLibrary.Form form) {
    if (picture.length != form.length()
        || (form == PortraitLibrary.Form.BMP && !header(ByteBuffer.wrap(picture)))) {
      return Optional.empty();
    }
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    boolean blank = true;
    for (int y = 0; y < HEIGHT; y++) {
      int row =
          form == PortraitLibrary.Form.BMP
              ? HEAD + (HEIGHT - 1 - y) * BMP_ROW // the lowest row comes first
              : y * BGR_ROW;
      for (int x = 0; x < WIDTH; x++) {
        int at = row + 3 * x;
        int rgb =
            (picture[at + 2] & 0xFF) << 16 | (picture[at + 1] & 0xFF) << 8 | (picture[at] & 0xFF);
        image.setRGB(x, y, rgb);
        blank &= (rgb | 0xFF000000) == image.getRGB(0, 0);
      }
    }
    return blank ? Optional.empty() : Optional.of(encoded(image));
  }

  /** BITMAPFILEHEADER and BITMAPINFOHEADER: this size, 24 bits, not compressed. */
  private static boolean header(ByteBuffer bmp) {
    bmp.order(ByteOrder.LITTLE_ENDIAN);
    return bmp.get(0) == 'B'
        && bmp.get(1) == 'M'
        && bmp.getInt(10) == HEAD
        && bmp.getInt(18) == WIDTH
        && bmp.getInt(22) == HEIGHT
        && bmp.getShort(28) == 24
        && bmp.getInt(30) == 0;
  }

  private static byte[] encoded(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    // Not the stream itself: ImageIO would write it to the temporary folder on the way.
    try (var memory = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", memory);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e); // it stays in memory
    }
    return out.toByteArray();
  }
}
