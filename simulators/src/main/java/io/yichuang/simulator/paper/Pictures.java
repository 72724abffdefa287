package io.yichuang.simulator.paper;

import io.yichuang.simulator.bench.BenchRefusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Pictures that people hand in: measured before they are decoded. */
public final class Pictures {
  /** As many pixels as an A4 sheet at 600 dpi (34.8 million), rounded up; 120 MB when decoded. */
  public static final int MAX_PIXELS = 40_000_000;

  /** Four bytes for each of them; with 16 bits a channel it is fewer pixels. */
  private static final long MAX_DECODED = 4L * MAX_PIXELS;

  /** The largest body taken, in bytes. */
  public static final int MAX_BYTES = 64 << 20;

  private Pictures() {}

  /**
   * Decodes a PNG or JPEG of at most {@link #MAX_PIXELS}.
   *
   * @throws BenchRefusal if it is no such picture
   */
  public static BufferedImage require(byte[] encoded) {
    if (encoded.length > MAX_BYTES) {
      throw new BenchRefusal(
          413,
          "too-large",
          "The picture has " + encoded.length + " bytes, at most " + MAX_BYTES + " are taken",
          List.of());
    }
    try {
      return decode(encoded);
    } catch (TooLarge e) {
      throw new BenchRefusal(413, "too-large", String.valueOf(e.getMessage()), List.of());
    } catch (IOException e) {
      throw BenchRefusal.bad("no-picture", "This is no readable PNG or JPEG: " + e.getMessage());
    }
  }

  /** Decodes a picture that was measured before; the same bounds hold. */
  public static BufferedImage decode(byte[] encoded) throws IOException {
    // Not ImageIO.createImageInputStream: that one writes a cache file to the temporary folder.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("unknown format");
      }
      ImageReader reader = readers.next();
      try {
        if (!reader.getFormatName().equalsIgnoreCase("png")
            && !reader.getFormatName().equalsIgnoreCase("jpeg")) {
          throw new IOException("format " + reader.getFormatName());
        }
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MAX_PIXELS) {
          throw new TooLarge(pixels, "pixels", MAX_PIXELS);
        }
        long decoded = pixels * bytesPerPixel(reader);
        if (decoded > MAX_DECODED) {
          throw new TooLarge(decoded, "bytes when decoded", MAX_DECODED);
        }
        @Nullable BufferedImage image = reader.read(0);
        if (image == null) {
          throw new IOException("nothing in it");
        }
        return image;
      } catch (RuntimeException e) {
        // The JDK's readers throw all kinds of these on broken files.
        throw new IOException("broken file", e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static int bytesPerPixel(ImageReader reader) throws IOException {
    @Nullable ImageTypeSpecifier type =
        reader.getRawImageType(0); // null: a JPEG of another colour space
    return type == null ? 4 : Math.max(1, type.getColorModel().getPixelSize() / Byte.SIZE);
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long has, String what, long most) {
      super("The picture has %d %s, at most %d are taken".formatted(has, what, most));
    }
  }
}
