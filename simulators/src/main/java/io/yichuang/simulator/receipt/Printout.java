package io.yichuang.simulator.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The paper since the last cut, and the print modes. Only the print engine's thread. */
final class Printout {
  /** 80 mm paper: 72 mm of 8 dots a millimetre. */
  static final int WIDTH = 576;

  static final int ROW_BYTES = WIDTH / 8;

  /** Default of ESC 2: 3.75 mm. */
  static final int LINE_SPACING = 30;

  /** The most a QR code of version 40 holds. */
  static final int MOST_QR_BYTES = 2953;

  /** Three metres: an endless receipt is cut by the printer. */
  static final int MOST_ROWS = 24_000;

  private final List<byte[]> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> codes = new ArrayList<>();
  private TextLine line = new TextLine();
  private int align;
  private boolean bold;
  private boolean underline;
  private boolean inverse;
  private int width = 1;
  private int height = 1;
  private int spacing = LINE_SPACING;
  private int qrModule = 3;
  private ErrorCorrectionLevel qrLevel = ErrorCorrectionLevel.L;
  private byte[] qrData = {};
  private int barHeight = 162;
  private int barWidth = 3;
  private int barText;

  int height() {
    return rows.size();
  }

  boolean isBlank() {
    return rows.isEmpty() && line.isEmpty();
  }

  String text() {
    return text.toString().stripTrailing();
  }

  List<String> codes() {
    return List.copyOf(codes);
  }

  /** Back to the modes after switching on; what is printed stays. */
  void init() {
    line = new TextLine();
    align = 0;
    bold = underline = inverse = false;
    width = height = 1;
    spacing = LINE_SPACING;
  }

  /** A new sheet: modes stay, as on a real printer. */
  void tear() {
    rows.clear();
    text.setLength(0);
    codes.clear();
  }

  /** Does one operation of printing; status and cutting are the engine's. */
  void apply(Op op) {
    switch (op) {
      case Op.Text(int codePoint, boolean wide) -> character(codePoint, wide);
      case Op.NewLine() -> endLine();
      case Op.Init() -> init();
      case Op.Align(int n) -> align = n;
      case Op.Bold(boolean on) -> bold = on;
      case Op.Underline(boolean on) -> underline = on;
      case Op.Inverse(boolean on) -> inverse = on;
      case Op.Size(int w, int h) -> {
        width = w;
        height = h;
      }
      case Op.LineSpacing(int dots) -> spacing = dots;
      case Op.FeedDots(int dots) -> feed(dots);
      case Op.FeedLines(int lines) -> feed(lines * spacing);
      case Op.Position(int dots) -> line.position(dots);
      case Op.RasterRow row -> raster(row);
      case Op.QrModule(int dots) -> qrModule = Math.clamp(dots, 1, 16);
      case Op.QrLevel(int n) -> qrLevel = level(n);
      case Op.QrData(byte[] data) -> qrData = data;
      case Op.QrPrint() -> qr();
      case Op.BarHeight(int dots) -> barHeight = Math.max(1, dots);
      case Op.BarWidth(int dots) -> barWidth = Math.clamp(dots, 1, 6);
      case Op.BarText(int n) -> barText = n;
      case Op.Bar(int type, byte[] data) -> bar(type, data);
      case Op.Cut _,
          Op.QueuedStatus _,
          Op.Identity _,
          Op.AutoStatus _,
          Op.RealTimeStatus _,
          Op.Recover _,
          Op.Unknown _ ->
          throw new IllegalArgumentException("not for the paper: " + op.getClass().getSimpleName());
    }
  }

  /** The paper as a picture. */
  byte[] png() {
    BufferedImage image =
        new BufferedImage(WIDTH, Math.max(1, rows.size()), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean black = y < rows.size() && (rows.get(y)[x / 8] & 0x80 >> x % 8) != 0;
        image.setRGB(x, y, black ? 0xFF000000 : 0xFFFFFFFF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void character(int codePoint, boolean wide) {
    TextLine.Cell cell =
        new TextLine.Cell(codePoint, wide, bold, underline, inverse, width, height);
    if (!line.fits(cell)) {
      endLine();
    }
    line.add(cell);
  }

  private void endLine() {
    text.append(line.text()).append('\n');
    if (line.isEmpty()) {
      feedBlank(spacing);
    } else {
      List<byte[]> drawn = line.draw(align);
      addAll(drawn);
      feedBlank(Math.max(0, spacing - drawn.size()));
    }
    line = new TextLine();
  }

  private void feed(int dots) {
    if (!line.isEmpty()) {
      addAll(line.draw(align));
      text.append(line.text()).append('\n');
      line = new TextLine();
    }
    feedBlank(dots);
  }

  private void feedBlank(int dots) {
    for (int i = 0; i < dots; i++) {
      add(new byte[ROW_BYTES]);
    }
  }

  private void raster(Op.RasterRow row) {
    byte[] out = new byte[ROW_BYTES];
    int pixels = row.bits().length * 8;
    int shown = Math.min(WIDTH, pixels * row.scaleX());
    int from = (WIDTH - shown) * align / 2;
    for (int x = 0; x < shown; x++) {
      int source = x / row.scaleX();
      if ((row.bits()[source / 8] & 0x80 >> source % 8) != 0) {
        TextLine.black(out, from + x);
      }
    }
    for (int i = 0; i < row.scaleY(); i++) {
      add(out.clone());
    }
  }

  private void qr() {
    if (qrData.length == 0) {
      return;
    }
    String content = new String(qrData, StandardCharsets.UTF_8);
    try {
      QRCode code = Encoder.encode(content, qrLevel, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
      int size = code.getMatrix().getWidth();
      for (int y = 0; y < size; y++) {
        boolean[] dark = new boolean[size];
        for (int x = 0; x < size; x++) {
          dark[x] = code.getMatrix().get(x, y) == 1;
        }
        pattern(dark, qrModule, qrModule);
      }
      codes.add(content);
    } catch (WriterException e) {
      // Too much for one code: a real printer prints nothing, too. The missing code shows in the
      // picture.
      text.append("[QR: ").append(e.getMessage()).append("]\n");
    }
  }

  private void bar(int type, byte[] data) {
    String content = new String(data, StandardCharsets.US_ASCII);
    if (type != 73 || !content.startsWith("{")) {
      text.append("[bar code of type ").append(type).append("]\n");
      return;
    }
    String plain = content.substring(2);
    try {
      BitMatrix bars = new Code128Writer().encode(plain, BarcodeFormat.CODE_128, 0, 1);
      boolean[] dark = new boolean[bars.getWidth()];
      for (int x = 0; x < dark.length; x++) {
        dark[x] = bars.get(x, 0);
      }
      pattern(dark, barWidth, barHeight);
      codes.add(plain);
      if (barText >= 2) {
        plain.codePoints().forEach(c -> character(c, false));
        endLine();
      }
    } catch (IllegalArgumentException e) {
      text.append("[bar code: ").append(e.getMessage()).append("]\n");
    }
  }

  /**
   * A row of modules, each so many dots wide and high, aligned; nothing if wider than the paper.
   */
  private void pattern(boolean[] dark, int moduleWidth, int moduleHeight) {
    int shown = dark.length * moduleWidth;
    if (shown > WIDTH) {
      return;
    }
    byte[] out = new byte[ROW_BYTES];
    int from = (WIDTH - shown) * align / 2;
    for (int x = 0; x < shown; x++) {
      if (dark[x / moduleWidth]) {
        TextLine.black(out, from + x);
      }
    }
    for (int i = 0; i < moduleHeight; i++) {
      add(out.clone());
    }
  }

  private void addAll(List<byte[]> drawn) {
    drawn.forEach(this::add);
  }

  private void add(byte[] row) {
    if (rows.size() < MOST_ROWS) {
      rows.add(Arrays.copyOf(row, ROW_BYTES));
    }
  }

  private static ErrorCorrectionLevel level(int n) {
    return switch (n % 0x30) {
      case 1 -> ErrorCorrectionLevel.M;
      case 2 -> ErrorCorrectionLevel.Q;
      case 3 -> ErrorCorrectionLevel.H;
      default -> ErrorCorrectionLevel.L;
    };
  }
}
