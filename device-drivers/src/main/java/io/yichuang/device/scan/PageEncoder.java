package io.yichuang.device.scan;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes one picture as JPEG while its lines still come: the JDK's encoder asks for one line after
 * the other, and here it waits for those that have not come. It needs no memory but the JPEG's.
 */
final class PageEncoder implements AutoCloseable {
  /** Text stays crisp and a page at 300 dpi stays below 2 MB. */
  private static final float QUALITY = 0.85f;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final CompletableFuture<byte[]> jpeg = new CompletableFuture<>();
  private int whole;
  private boolean givenUp;

  /**
   * @param pixels of the whole picture; the lines are written into its buffer as they come
   */
  PageEncoder(ColorModel colors, WritableRaster pixels) {
    var image = new BufferedImage(colors, new Awaited(pixels), false, null);
    // The encoder calls back from native code, which would pin a virtual thread.
    Thread.ofPlatform()
        .daemon()
        .name("scan-jpeg")
        .start(() -> {
          try {
            jpeg.complete(encode(image));
          } catch (IOException | RuntimeException e) { // told to whoever asks for the picture
            jpeg.completeExceptionally(e);
          }
        });
  }

  /** So many lines have come by now. */
  void arrived(int lines) {
    lock.lock();
    try {
      whole = lines;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The picture, of which all lines have come. */
  byte[] jpeg() throws IOException {
    try {
      return jpeg.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Gives it up if it is not ready; afterwards nobody reads the lines any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      givenUp = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    jpeg.exceptionally(_ -> new byte[0]).join();
  }

  private void await(int lines) {
    lock.lock();
    try {
      while (whole < lines && !givenUp) {
        changed.awaitUninterruptibly(); // close() ends it
      }
      if (whole < lines) {
        throw new CancellationException("the picture ended early");
      }
    } finally {
      lock.unlock();
    }
  }

  /** The encoder takes each line as a part of this raster. */
  private final class Awaited extends WritableRaster {
    private final WritableRaster pixels;

    Awaited(WritableRaster pixels) {
      super(pixels.getSampleModel(), pixels.getDataBuffer(), new Point());
      this.pixels = pixels;
    }

    @Override
    public Raster createChild(
        int x, int y, int width, int height, int childX, int childY, int @Nullable [] bands) {
      await(y + height);
      return pixels.createChild(x, y, width, height, childX, childY, bands);
    }
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream(1 << 20);
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
