package io.yichuang.vision.mat;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Decodes and encodes pictures from outside. What a file says of itself is read before a decoder
 * sees it: a picture bomb of a few kilobytes would else fill the memory.
 */
public final class Picture {

  /** A 16 MP phone photo has some 8 MB, an uncompressed-looking PNG scan some 30 MB. */
  public static final int MAX_BYTES = 40 * 1024 * 1024;

  /** A3 at 400 dpi has 31 million pixels. */
  public static final int MAX_PIXELS = 50_000_000;

  private static final long PNG = 0x89504E470D0A1A0AL;

  private Picture() {}

  /**
   * The picture in colour (BGR, 8 bit), EXIF rotation applied.
   *
   * @param bytes JPEG (grey, YCbCr or RGB) or PNG (one frame)
   * @throws UnreadableImageException when it is anything else
   * @throws IllegalStateException when vision is missing
   */
  public static Mat decode(byte[] bytes, Mats mats) throws UnreadableImageException {
    check(bytes);
    return decode(bytes, Imgcodecs.IMREAD_COLOR, mats);
  }

  /**
   * The picture at its size or a half, a quarter or an eighth of it: the smallest whose long side
   * still has so many pixels. Of a large JPEG only what is needed is computed.
   *
   * @param least pixels
   * @throws UnreadableImageException as for the whole picture
   */
  public static Mat decodeSmall(byte[] bytes, int least, Mats mats)
      throws UnreadableImageException {
    var times = check(bytes).longSide() / least;
    return decode(
        bytes,
        times >= 8
            ? Imgcodecs.IMREAD_REDUCED_COLOR_8
            : times >= 4
                ? Imgcodecs.IMREAD_REDUCED_COLOR_4
                : times >= 2 ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR,
        mats);
  }

  private static Mat decode(byte[] bytes, int how, Mats mats) throws UnreadableImageException {
    Vision.require();
    try {
      var mat = mats.keep(Imgcodecs.imdecode(mats.keep(new MatOfByte(bytes)), how));
      if (mat.empty()) {
        throw new UnreadableImageException("the picture is broken");
      }
      return mat;
    } catch (CvException e) {
      // The text of a CvException tells places in OpenCV's source, nothing of the picture.
      throw new UnreadableImageException("the decoder refused: " + e.getMessage());
    }
  }

  /**
   * The long side of a picture, pixels, by its own headers; needs no library.
   *
   * @throws UnreadableImageException when its form is wrong
   */
  public static int longSide(byte[] bytes) throws UnreadableImageException {
    return check(bytes).longSide();
  }

  /**
   * How large a picture says it is.
   *
   * @param width pixels, as stored: EXIF not applied
   * @param height pixels
   */
  public record Extent(int width, int height) {
    int longSide() {
      return Math.max(width, height);
    }
  }

  /**
   * The size of a picture by its own headers; needs no library.
   *
   * @throws UnreadableImageException when its form is wrong
   */
  public static Extent size(byte[] bytes) throws UnreadableImageException {
    return check(bytes);
  }

  /** The size of a picture made so many times as large, never less than a pixel. */
  public static Size times(Mat mat, double factor) {
    return new Size(
        Math.max(1, Math.round(mat.cols() * factor)), Math.max(1, Math.round(mat.rows() * factor)));
  }

  /** A JPEG of the matrix; quality 1 to 100. */
  public static byte[] jpeg(Mat mat, int quality) {
    try (var mats = new Mats()) {
      var out = mats.keep(new MatOfByte());
      var how = mats.keep(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
      if (!Imgcodecs.imencode(".jpg", mat, out, how)) {
        throw new IllegalStateException("could not write a JPEG");
      }
      return out.toArray();
    }
  }

  /**
   * The same, for a given size on paper.
   *
   * @param dpi pixels per inch, told in the JPEG's own head
   */
  public static byte[] jpeg(Mat mat, int quality, int dpi) {
    return Jfif.withDensity(jpeg(mat, quality), dpi);
  }

  /** Judges the form of a picture by its own headers, without decoding. Needs no library. */
  static Extent check(byte[] bytes) throws UnreadableImageException {
    if (bytes.length == 0) {
      throw new UnreadableImageException("the picture is empty");
    }
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableImageException("the picture has more than " + MAX_BYTES + " bytes");
    }
    var in = ByteBuffer.wrap(bytes);
    if (bytes.length > 8 && in.getLong(0) == PNG) {
      return checkPng(in);
    } else if (bytes.length > 4 && (in.getInt(0) & 0xFFFFFF00) == 0xFFD8FF00) {
      return checkJpeg(in);
    } else {
      throw new UnreadableImageException("neither JPEG nor PNG" + kind(bytes));
    }
  }

  /** Names what it is instead, where its first bytes tell. */
  private static String kind(byte[] bytes) {
    var start = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
    for (var kind : Kind.values()) {
      if (start.startsWith(kind.start, kind.at)) {
        return ": a " + kind.name;
      }
    }
    return "";
  }

  private enum Kind {
    PDF("%PDF-", 0, "PDF"),
    GIF("GIF8", 0, "GIF"),
    WEBP("WEBP", 8, "WebP"),
    TIFF_LITTLE("II*\0", 0, "TIFF"),
    TIFF_BIG("MM\0*", 0, "TIFF"),
    BMP("BM", 0, "BMP"),
    HEIF("ftyp", 4, "HEIF (HEIC, AVIF)"),
    SVG("<svg", 0, "SVG");

    private final String start;
    private final int at;
    private final String name;

    Kind(String start, int at, String name) {
      this.start = start;
      this.at = at;
      this.name = name;
    }
  }

  /** PNG (ISO 15948): chunks of length, name, data, checksum; IHDR first, IEND last. */
  private static Extent checkPng(ByteBuffer in) throws UnreadableImageException {
    var at = 8;
    Extent size = null;
    while (at + 12 <= in.limit()) {
      var length = Integer.toUnsignedLong(in.getInt(at));
      var name = in.getInt(at + 4);
      if (at == 8) {
        if (name != 0x49484452 || length != 13 || in.limit() < 33) { // IHDR
          throw new UnreadableImageException("a PNG without a header");
        }
        size = bound(in.getInt(16), in.getInt(20));
      }
      if (name == 0x6163544C) { // acTL of an animated PNG
        throw new UnreadableImageException("the picture is animated");
      }
      if (name == 0x49454E44 && size != null) { // IEND
        return size;
      }
      if (length > in.limit() - at - 12L) {
        break;
      }
      at += (int) length + 12;
    }
    throw new UnreadableImageException("the PNG is cut off");
  }

  /** JPEG (ITU-T T.81 annex B): markers up to the first scan, then an end marker somewhere. */
  private static Extent checkJpeg(ByteBuffer in) throws UnreadableImageException {
    var at = 2;
    Extent size = null;
    while (at + 4 <= in.limit()) {
      var marker = in.getShort(at) & 0xFFFF;
      if (marker == 0xFFFF) { // fill byte
        at++;
        continue;
      }
      var length = in.getShort(at + 2) & 0xFFFF;
      if (marker < 0xFFC0 || length < 2 || at + 2 + length > in.limit()) {
        break;
      }
      if (marker == 0xFFDA) { // start of scan
        if (size != null && ends(in, at + 2 + length)) {
          return size;
        }
        break;
      }
      if (isFrame(marker)) {
        if (length < 8 || size != null) {
          break;
        }
        size = bound(in.getShort(at + 7) & 0xFFFF, in.getShort(at + 5) & 0xFFFF);
        var components = in.get(at + 9);
        if (components != 1 && components != 3) {
          throw new UnreadableImageException("a JPEG of " + components + " colours (CMYK?)");
        }
      }
      at += 2 + length;
    }
    throw new UnreadableImageException("the JPEG is cut off or broken");
  }

  /** SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which share the range. */
  private static boolean isFrame(int marker) {
    return marker >= 0xFFC0
        && marker <= 0xFFCF
        && marker != 0xFFC4
        && marker != 0xFFC8
        && marker != 0xFFCC;
  }

  /** Whether EOI comes: a decoder paints what a broken line left out in grey, in silence. */
  private static boolean ends(ByteBuffer in, int from) {
    for (var at = in.limit() - 2; at >= from; at--) {
      if (in.getShort(at) == (short) 0xFFD9) {
        return true;
      }
    }
    return false;
  }

  /** The size of a picture that may be decoded. */
  private static Extent bound(int width, int height) throws UnreadableImageException {
    if (width <= 0 || height <= 0) {
      throw new UnreadableImageException("a picture without a size");
    }
    if ((long) width * height > MAX_PIXELS) {
      throw new UnreadableImageException("the picture is larger than " + MAX_PIXELS + " pixels");
    }
    return new Extent(width, height);
  }
}
