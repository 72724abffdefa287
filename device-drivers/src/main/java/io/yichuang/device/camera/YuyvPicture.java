package io.yichuang.device.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Raw pictures of two bytes a pixel, Y0 U Y1 V: BT.601 with Y from 16 to 235, as USB cameras give
 * them.
 */
final class YuyvPicture {
  /** Faces and papers are judged by it: hardly any loss. */
  private static final float QUALITY = 0.92f;

  private YuyvPicture() {}

  /**
   * A JPEG; empty when the picture is cut short or has a size that nobody should code.
   *
   * @param rowBytes from row to row; 0 for two a pixel
   */
  static byte[] jpeg(byte[] yuyv, int width, int height, int rowBytes) {
    int row = rowBytes == 0 ? 2 * width : rowBytes;
    if (width < 2
        || height < 1
        || width % 2 != 0
        || row < 2 * width
        || (long) width * height > JpegHeader.MAX_PIXELS
        || yuyv.length < (long) row * (height - 1) + 2L * width) {
      return new byte[0];
    }
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += 2) {
        int at = y * row + 2 * x;
        int u = (yuyv[at + 1] & 0xFF) - 128;
        int v = (yuyv[at + 3] & 0xFF) - 128;
        line[x] = rgb(yuyv[at] & 0xFF, u, v);
        line[x + 1] = rgb(yuyv[at + 2] & 0xFF, u, v);
      }
      image.setRGB(0, y, width, 1, line, 0, width);
    }
    return encoded(image);
  }

  /** In 256ths: 1.164, 1.596, 0.813, 0.391, 2.018. */
  private static int rgb(int luma, int u, int v) {
    int y = 298 * (luma - 16) + 128;
    int red = Math.clamp((y + 409 * v) >> 8, 0, 255);
    int green = Math.clamp((y - 208 * v - 100 * u) >> 8, 0, 255);
    int blue = Math.clamp((y + 516 * u) >> 8, 0, 255);
    return red << 16 | green << 8 | blue;
  }

  private static byte[] encoded(BufferedImage image) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(QUALITY);
    var out = new ByteArrayOutputStream();
    // Not the stream itself: ImageIO would write faces to the temporary folder on the way.
    try (var memory = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(memory);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e); // it stays in memory
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
