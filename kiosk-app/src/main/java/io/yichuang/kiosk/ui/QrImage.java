package io.yichuang.kiosk.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Div;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code as vector, black on white in every theme, with the standard's margin. */
public final class QrImage extends Div {
  /** ISO/IEC 18004: four modules of quiet zone. */
  private static final int MARGIN_MODULES = 4;

  /**
   * A code of this text.
   *
   * @param label what it is for, read aloud instead of the picture
   * @throws IllegalArgumentException if the text does not fit into a QR code
   */
  public QrImage(String text, String label) {
    addClassName("yc-qr");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", label);
    add(new Svg(markup(text)));
  }

  static String markup(String text) {
    BitMatrix matrix;
    try {
      matrix =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN, MARGIN_MODULES,
                      EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                      EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8));
    } catch (WriterException e) {
      throw new IllegalArgumentException("not to be written as a QR code", e);
    }
    int size = matrix.getWidth();
    var path = new StringBuilder();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int from = x;
        while (x < size && matrix.get(x, y)) {
          x++;
        }
        if (x > from) {
          int run = x - from;
          path.append('M').append(from).append(' ').append(y).append('h').append(run);
          path.append("v1h-").append(run).append('z');
        }
      }
    }
    return "<svg viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path fill=\"#000\" d=\"%s\"/></svg>"
        .formatted(size, size, size, size, path);
  }
}
