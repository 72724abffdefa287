package io.yichuang.device.scan;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The raw lines of one picture, kept in one buffer that all pictures of a scan share, and encoded
 * as JPEG. Personal: {@link #wipe} when the scan is over.
 */
final class RawPicture {
  /** A4 at 600 dpi in colour is 104 MB; nothing beyond is taken. */
  static final int MAX_BYTES = 112 * 1024 * 1024;

  /** Text stays crisp and a page at 300 dpi stays below 2 MB. */
  private static final float QUALITY = 0.85f;

  private byte[] lines = new byte[0];
  private int size;

  /** Makes room for the next picture; the lines may be -1 where nobody knows yet. */
  void begin(SaneReply.Parameters shape) throws DeviceException {
    size = 0;
    checkShape(shape);
    long expected = (long) shape.bytesPerLine() * Math.max(shape.lines(), 0);
    if (expected > MAX_BYTES) {
      throw tooLarge();
    }
    if (expected > lines.length) {
      lines = new byte[(int) expected];
    }
  }

  /** Whether more came than any picture has: it has no end. */
  boolean endless() {
    return size > MAX_BYTES;
  }

  /** Takes the next bytes; what is too much is counted, not kept. */
  void add(byte[] from, int offset, int length) {
    if (size + length > lines.length && size + length <= MAX_BYTES && size + length > 0) {
      int grown = (int) Math.min(MAX_BYTES, Math.max(size + length, lines.length * 2L));
      lines = Arrays.copyOf(lines, grown);
    }
    int kept = Math.max(0, Math.min(length, lines.length - size));
    System.arraycopy(from, offset, lines, Math.min(size, lines.length), kept);
    size = (int) Math.min(Integer.MAX_VALUE / 2, (long) size + length);
  }

  int size() {
    return size;
  }

  /** Encodes what came: as many lines as are whole. */
  byte[] jpeg(SaneReply.Parameters shape, int resolution) throws DeviceException {
    checkShape(shape);
    if (size > MAX_BYTES) {
      throw tooLarge();
    }
    int bands = shape.format() == SaneReply.Parameters.RGB ? 3 : 1;
    int height = size / shape.bytesPerLine();
    if (shape.lines() >= 0) {
      if (height < shape.lines()) { // the standard calls the lines exact once a picture has begun
        throw new DeviceException(
            FaultCode.MALFORMED, "a picture of " + height + " instead of " + shape.lines());
      }
      height = shape.lines();
    }
    if (height == 0) {
      throw new DeviceException(FaultCode.PROTOCOL, "a picture without a whole line");
    }
    try {
      return encode(image(shape, bands, height));
    } catch (IOException e) {
      throw new DeviceException(FaultCode.PROTOCOL, "no JPEG of " + height + " lines: " + e);
    }
  }

  void wipe() {
    Arrays.fill(lines, (byte) 0);
    lines = new byte[0];
    size = 0;
  }

  private static void checkShape(SaneReply.Parameters shape) throws DeviceException {
    int bands = shape.format() == SaneReply.Parameters.RGB ? 3 : 1;
    boolean known =
        (shape.format() == SaneReply.Parameters.GREY || shape.format() == SaneReply.Parameters.RGB)
            && shape.lastFrame()
            && shape.depth() == 8;
    // 65500 is the largest size of a JPEG side in the JDK's writer.
    boolean sane =
        shape.pixelsPerLine() > 0
            && shape.pixelsPerLine() <= 65_500
            && shape.lines() <= 65_500
            && shape.bytesPerLine() >= (long) shape.pixelsPerLine() * bands
            && shape.bytesPerLine() <= 1_000_000;
    if (!known || !sane) {
      throw new DeviceException(FaultCode.PROTOCOL, "a picture of unusable shape: " + shape);
    }
  }

  private static DeviceException tooLarge() {
    return new DeviceException(
        FaultCode.PROTOCOL, "a picture of more than " + MAX_BYTES + " bytes");
  }

  private BufferedImage image(SaneReply.Parameters shape, int bands, int height) {
    int[] offsets = bands == 3 ? new int[] {0, 1, 2} : new int[] {0};
    var model =
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE,
            shape.pixelsPerLine(),
            height,
            bands,
            shape.bytesPerLine(),
            offsets);
    var space = ColorSpace.getInstance(bands == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
    var colors =
        new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    var raster = Raster.createWritableRaster(model, new DataBufferByte(lines, lines.length), null);
    return new BufferedImage(colors, raster, false, null);
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
