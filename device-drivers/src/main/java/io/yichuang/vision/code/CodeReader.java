package io.yichuang.vision.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Finds the codes in a picture, several of them, at any angle of a quarter. Any thread. */
public final class CodeReader {

  /**
   * Long sides that are looked at, pixels: a code that fills the picture, and a small one; at the
   * last the picture as it is, for bars of 0.25 mm on A4, only where nothing was found before.
   */
  private static final int[] LONG_SIDES = {1000, 2000, Integer.MAX_VALUE};

  private static final int MOST_CODES = 16;

  private CodeReader() {}

  /**
   * All codes that can be read; none is no error.
   *
   * @param image JPEG or PNG
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static List<Code> read(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      var grey = mats.mat();
      Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
      var found = new ArrayList<Code>();
      var longest = Math.max(grey.cols(), grey.rows());
      for (var side : LONG_SIDES) {
        if (side == Integer.MAX_VALUE && !found.isEmpty()) {
          break;
        }
        var factor = Math.min(1, side / (double) longest);
        var small = mats.mat();
        Imgproc.resize(grey, small, Picture.times(grey, factor), 0, 0, Imgproc.INTER_AREA);
        add(found, read(small, factor, false));
        // Bars that stand on their side: the library turns a picture only if it can.
        var turned = mats.mat();
        Core.rotate(small, turned, Core.ROTATE_90_CLOCKWISE);
        add(found, read(turned, factor, true));
        if (factor == 1) {
          break;
        }
      }
      return List.copyOf(found);
    }
  }

  private static void add(List<Code> found, List<Code> more) {
    for (var code : more) {
      if (found.size() < MOST_CODES
          && found.stream()
              .noneMatch(c -> c.kind() == code.kind() && c.text().equals(code.text()))) {
        found.add(code);
      }
    }
  }

  private static List<Code> read(Mat grey, double factor, boolean turned) {
    var hints = new EnumMap<DecodeHintType, Object>(DecodeHintType.class);
    hints.put(DecodeHintType.TRY_HARDER, true);
    hints.put(
        DecodeHintType.POSSIBLE_FORMATS,
        List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128, BarcodeFormat.PDF_417));
    var reader = new GenericMultipleBarcodeReader(new MultiFormatReader());
    try {
      return Arrays.stream(reader.decodeMultiple(bitmap(grey), Map.copyOf(hints)))
          .limit(MOST_CODES)
          .map(result -> code(result, factor, turned ? grey.cols() : 0))
          .toList();
    } catch (NotFoundException e) {
      return List.of();
    }
  }

  private static BinaryBitmap bitmap(Mat grey) {
    var bytes = new byte[(int) grey.total()];
    grey.get(0, 0, bytes);
    LuminanceSource source =
        new PlanarYUVLuminanceSource(
            bytes, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
    return new BinaryBitmap(new HybridBinarizer(source));
  }

  /** In the turned picture x runs up and y to the right of the one that was given. */
  private static Code code(Result result, double factor, int turnedWidth) {
    var places = new ArrayList<Point>();
    for (var p : result.getResultPoints()) {
      if (p != null) {
        places.add(
            turnedWidth > 0
                ? new Point(p.getY() / factor, (turnedWidth - p.getX()) / factor)
                : new Point(p.getX() / factor, p.getY() / factor));
      }
    }
    var kind =
        switch (result.getBarcodeFormat()) {
          case QR_CODE -> Code.Kind.QR;
          case CODE_128 -> Code.Kind.CODE_128;
          case PDF_417 -> Code.Kind.PDF_417;
          default -> throw new IllegalStateException("a code that was not asked for");
        };
    return new Code(kind, result.getText(), places);
  }
}
