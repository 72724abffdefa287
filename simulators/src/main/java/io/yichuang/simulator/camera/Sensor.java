package io.yichuang.simulator.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the scene into frames: as a real sensor no two are the same, because of noise and because
 * neither a hand nor a camera's arm is perfectly still. One stream of frames; one thread at a time.
 */
final class Sensor {
  private static final float JPEG_QUALITY = 0.85f;

  /** The picture wanders by at most this many pixels. */
  private static final double JITTER_PIXELS = 0.8;

  /** Noise, in steps of 256, as a webcam indoors. */
  private static final double NOISE_SIGMA = 1.5;

  private static final int BLUR_RADIUS = 9;

  private static final int KEPT = 4;
  private static final int RENDER_EVERY = 3;

  private final Random random;
  private final Deque<byte[]> kept = new ArrayDeque<>();
  private @Nullable Look look;
  private int count;
  private final byte[] noise = new byte[1 << 16];

  Sensor(long seed) {
    random = new Random(seed);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) Math.round(random.nextGaussian() * NOISE_SIGMA);
    }
  }

  /**
   * The next frame. Only every {@link #RENDER_EVERY}th is drawn anew, the others come again from
   * the last few drawn: neighbours always differ, and a full-size stream costs a third of the work.
   */
  byte[] next(BufferedImage scene, boolean blurred, boolean black) throws IOException {
    Look now = new Look(scene, blurred, black);
    if (!now.equals(look)) {
      look = now;
      kept.clear();
    }
    if (kept.size() < KEPT || count++ % RENDER_EVERY == 0) {
      if (kept.size() == KEPT) {
        kept.removeFirst();
      }
      kept.addLast(draw(scene, blurred, black));
    } else {
      kept.addLast(kept.removeFirst());
    }
    return kept.getLast();
  }

  private record Look(BufferedImage scene, boolean blurred, boolean black) {}

  private byte[] draw(BufferedImage scene, boolean blurred, boolean black) throws IOException {
    int width = scene.getWidth();
    int height = scene.getHeight();
    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    if (!black) {
      Graphics2D g = frame.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(scene, 0, 0, null);
      g.drawImage(
          scene,
          AffineTransform.getTranslateInstance(
              (random.nextDouble() - 0.5) * 2 * JITTER_PIXELS,
              (random.nextDouble() - 0.5) * 2 * JITTER_PIXELS),
          null);
      g.dispose();
    }
    if (blurred) {
      frame = blur(frame);
    }
    byte[] data = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
    int at = random.nextInt(noise.length);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Math.clamp((data[i] & 0xFF) + noise[at], 0, 255);
      at = at + 1 & noise.length - 1;
    }
    return jpeg(frame);
  }

  private static BufferedImage blur(BufferedImage sharp) {
    int size = 2 * BLUR_RADIUS + 1;
    float[] weights = new float[size];
    Arrays.fill(weights, 1f / size);
    BufferedImage once =
        new ConvolveOp(new Kernel(size, 1, weights), ConvolveOp.EDGE_NO_OP, null)
            .filter(sharp, null);
    BufferedImage twice = new BufferedImage(sharp.getWidth(), sharp.getHeight(), sharp.getType());
    return new ConvolveOp(new Kernel(1, size, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(once, twice);
  }

  static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
