package io.yichuang.simulator.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A housing lease on A4: two printed pages, signed and sealed. */
public final class LeaseSheets {
  /** A4 at 300 dpi is 2480 x 3508. */
  public static final int DPI = 300;

  private static final double MM_PER_INCH = 25.4;
  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double MARGIN = 25;
  private static final double TITLE = 8;
  private static final double BODY = 4.6;
  private static final double LEADING = 8;
  private static final Color PAPER = new Color(253, 253, 251);
  private static final Color PRINT = new Color(24, 24, 26);
  private static final Color PEN = new Color(28, 40, 110);
  private static final Color SEAL = new Color(205, 30, 35, 190);
  private static final double SEAL_RADIUS = 20;

  /** Two ideographic spaces, as Chinese paragraphs begin. */
  private static final String INDENT = "\u3000\u3000";

  private static final String SEAL_TEXT = "示例房屋租赁服务所合同专用章";

  private LeaseSheets() {}

  /** The pages at {@link #DPI}, 3-byte BGR. */
  public static List<BufferedImage> draw(Lease lease) {
    List<BufferedImage> sheets = new ArrayList<>();
    String[] pages = template().split("---\n", -1);
    for (int i = 0; i < pages.length; i++) {
      sheets.add(page(lease, pages[i], i + 1, pages.length));
    }
    return sheets;
  }

  private static String template() {
    try (InputStream in =
        LeaseSheets.class.getResourceAsStream("/io/yichuang/simulator/paper/lease.txt")) {
      if (in == null) {
        throw new IllegalStateException("lease.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage page(Lease lease, String text, int number, int of) {
    double scale = DPI / MM_PER_INCH;
    BufferedImage sheet =
        new BufferedImage(
            (int) Math.round(WIDTH * scale),
            (int) Math.round(HEIGHT * scale),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.scale(scale, scale);
    g.setColor(PRINT);
    Ink ink = new Ink(g);
    double y = MARGIN + TITLE;
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        String title = line.substring(2);
        ink.write(title, (WIDTH - Ink.width(title, TITLE, true)) / 2, y, TITLE, true);
        y += 2 * LEADING;
      } else if (line.startsWith("## ")) {
        ink.write(line.substring(3), MARGIN, y, BODY, true);
        y += LEADING;
      } else if (line.equals("[signatures]")) {
        sign(g, ink, lease, y + LEADING);
      } else {
        for (String part : Ink.lines(INDENT + lease.fill(line), BODY, WIDTH - 2 * MARGIN)) {
          ink.write(part, MARGIN, y, BODY, false);
          y += LEADING;
        }
      }
    }
    String foot = "第 " + number + " 页 共 " + of + " 页";
    g.setColor(PRINT);
    ink.write(foot, (WIDTH - Ink.width(foot, 3.5, false)) / 2, HEIGHT - 15, 3.5, false);
    g.dispose();
    return sheet;
  }

  private static void sign(Graphics2D g, Ink ink, Lease lease, double y) {
    party(g, ink, "出租方（甲方）签字：", lease.landlord(), lease.signed(), MARGIN, y);
    party(g, ink, "承租方（乙方）签字：", lease.tenant(), lease.signed(), WIDTH / 2 + 5, y);
    seal(g, ink, WIDTH - MARGIN - SEAL_RADIUS, y + 20);
  }

  private static void party(
      Graphics2D g, Ink ink, String label, String name, String date, double x, double y) {
    g.setColor(PRINT);
    double after = ink.write(label, x, y, BODY, false);
    ink.write("日期：" + date, x, y + 2 * LEADING, BODY, false);
    g.setColor(PEN);
    AffineTransform hand = AffineTransform.getTranslateInstance(after + 1, y + 1);
    hand.rotate(Math.toRadians(-5));
    hand.shear(-0.25, 0);
    ink.write(name, hand, BODY * 1.6, false);
  }

  /** Round, with a star, its text along the upper arc. */
  private static void seal(Graphics2D g, Ink ink, double x, double y) {
    g.setColor(SEAL);
    g.setStroke(new BasicStroke(1.1f));
    g.draw(
        new Ellipse2D.Double(x - SEAL_RADIUS, y - SEAL_RADIUS, 2 * SEAL_RADIUS, 2 * SEAL_RADIUS));
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? SEAL_RADIUS * 0.34 : SEAL_RADIUS * 0.13;
      double a = Math.PI * i / 5 - Math.PI / 2;
      if (i == 0) {
        star.moveTo(x + r * Math.cos(a), y + r * Math.sin(a));
      } else {
        star.lineTo(x + r * Math.cos(a), y + r * Math.sin(a));
      }
    }
    star.closePath();
    g.fill(star);
    double size = 4.2;
    int count = SEAL_TEXT.length();
    double step = Math.toRadians(250.0 / (count - 1));
    for (int i = 0; i < count; i++) {
      double a = (i - (count - 1) / 2.0) * step;
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.rotate(a);
      place.translate(-size / 2, -SEAL_RADIUS + size + 1.2);
      ink.write(SEAL_TEXT.substring(i, i + 1), place, size, true);
    }
  }
}
