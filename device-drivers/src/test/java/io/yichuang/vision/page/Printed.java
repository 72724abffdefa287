package io.yichuang.vision.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Pages with known print: invented people, made-up figures.
 *
 * @param image the page
 * @param lines what is printed on it, from top to bottom
 */
public record Printed(BufferedImage image, List<String> lines) {

  private static final Font FONT = font();

  private static final List<String> WORDS =
      List.of(
          "申请人",
          "身份证号码",
          "联系电话",
          "房屋坐落",
          "租赁期限",
          "自愿办理",
          "登记备案",
          "本人承诺",
          "所填内容真实",
          "有效",
          "如有不实",
          "愿承担责任",
          "面积",
          "平方米",
          "月租金",
          "人民币",
          "元整",
          "签订日期",
          "甲方",
          "乙方",
          "双方协商一致",
          "订立本合同",
          "共同遵守",
          "社会保险",
          "参保证明",
          "单位名称",
          "统一社会信用代码",
          "法定代表人",
          "经营范围",
          "以下空白",
          "2026年11月22日");

  private static Font font() {
    var file = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    try (var in = Printed.class.getResourceAsStream(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A4 with so many lines of body text, dots per inch as given. */
  public static Printed text(int dpi, int count, long seed) {
    var random = new Random(seed);
    var lines = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var line = new StringBuilder();
      while (line.length() < 18 + random.nextInt(8)) {
        line.append(WORDS.get(random.nextInt(WORDS.size())));
        if (random.nextInt(6) == 0) {
          line.append(random.nextInt(100_000));
        }
      }
      lines.add(line.toString());
    }
    return of(dpi, lines);
  }

  /** A4 with these lines in 12 points, the first as a title. */
  public static Printed of(int dpi, List<String> lines) {
    var image = blank(dpi);
    var g = pen(image);
    var point = dpi / 72f;
    g.setColor(new Color(25, 25, 28));
    for (var i = 0; i < lines.size(); i++) {
      g.setFont(FONT.deriveFont((i == 0 ? 18 : 12) * point));
      g.drawString(lines.get(i), 72 * point, (90 + 17 * i) * point);
    }
    g.dispose();
    return new Printed(image, List.copyOf(lines));
  }

  /** An empty sheet. */
  public static BufferedImage blank(int dpi) {
    var image =
        new BufferedImage(
            (int) Math.round(210 / 25.4 * dpi),
            (int) Math.round(297 / 25.4 * dpi),
            BufferedImage.TYPE_3BYTE_BGR);
    var g = pen(image);
    g.setColor(new Color(250, 250, 248));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    return image;
  }

  /** A round red stamp of 40 mm, its middle at these shares of width and height. */
  public Printed sealed(double x, double y) {
    var g = pen(image);
    var unit = image.getWidth() / 210.0;
    var size = 40 * unit;
    var left = x * image.getWidth() - size / 2;
    var top = y * image.getHeight() - size / 2;
    g.setColor(new Color(205, 35, 45, 215));
    g.setStroke(new BasicStroke((float) (1.2 * unit)));
    g.draw(new java.awt.geom.Ellipse2D.Double(left, top, size, size));
    g.setFont(FONT.deriveFont(Font.BOLD, (float) (4.5 * unit)));
    var rim = "某某市示例有限公司";
    for (var i = 0; i < rim.length(); i++) {
      var angle = Math.toRadians(-120 + i * 240.0 / (rim.length() - 1));
      var turned = (Graphics2D) g.create();
      turned.translate(left + size / 2, top + size / 2);
      turned.rotate(angle);
      turned.drawString(rim.substring(i, i + 1), (float) (-2.2 * unit), (float) (-13.5 * unit));
      turned.dispose();
    }
    var star = new java.awt.geom.Path2D.Double();
    for (var i = 0; i < 10; i++) {
      var reach = (i % 2 == 0 ? 6 : 2.4) * unit;
      var angle = Math.toRadians(-90 + i * 36);
      var px = left + size / 2 + reach * Math.cos(angle);
      var py = top + size / 2 + reach * Math.sin(angle);
      if (i == 0) {
        star.moveTo(px, py);
      } else {
        star.lineTo(px, py);
      }
    }
    star.closePath();
    g.fill(star);
    g.dispose();
    return this;
  }

  /** A form: a frame with rows and columns, whose lines are no edges of the sheet. */
  public Printed ruled() {
    var g = pen(image);
    var unit = image.getWidth() / 210f;
    g.setColor(new Color(40, 40, 40));
    g.setStroke(new BasicStroke(0.5f * unit));
    for (var row = 0; row <= 9; row++) {
      g.drawLine(
          (int) (20 * unit),
          (int) ((170 + row * 11) * unit),
          (int) (190 * unit),
          (int) ((170 + row * 11) * unit));
    }
    for (var column = 0; column <= 4; column++) {
      g.drawLine(
          (int) ((20 + column * 42.5) * unit),
          (int) (170 * unit),
          (int) ((20 + column * 42.5) * unit),
          (int) (269 * unit));
    }
    g.dispose();
    return this;
  }

  /** Encoded as its name says: png, jpg. */
  public byte[] bytes(String format) {
    return bytes(image, format);
  }

  public static byte[] bytes(BufferedImage image, String format) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Graphics2D pen(BufferedImage image) {
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return g;
  }
}
