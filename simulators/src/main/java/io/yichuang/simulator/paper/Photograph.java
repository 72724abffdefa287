package io.yichuang.simulator.paper;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Random;

/**
 * A sheet as a camera above a dark mat sees it: turned, in perspective, unevenly lit, noisy.
 *
 * @param image what the camera sees
 * @param corners where the sheet's corners truly are in it: top left, top right, bottom right,
 *     bottom left
 */
public record Photograph(BufferedImage image, List<Point2D> corners) {
  /** A five-megapixel document camera lying on its side. */
  private static final int WIDTH = 2600;

  private static final int HEIGHT = 1950;
  private static final int MAT = 38;
  private static final double NOISE_SIGMA = 2.5;

  /** Each corner is off its place by at most this part of the sheet's height. */
  private static final double SKEW = 0.035;

  /** The same seed takes the same photograph. */
  public static Photograph of(BufferedImage sheet, long seed) {
    Random random = new Random(seed);
    double height = HEIGHT * 0.88;
    double width = height * sheet.getWidth() / sheet.getHeight();
    double turn = Math.toRadians((random.nextDouble() - 0.5) * 8);
    double[][] to = new double[4][2];
    double[][] unit = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    for (int i = 0; i < 4; i++) {
      double x = unit[i][0] * width + (random.nextDouble() - 0.5) * SKEW * height;
      double y = unit[i][1] * height + (random.nextDouble() - 0.5) * SKEW * height;
      to[i][0] = WIDTH / 2.0 + x * Math.cos(turn) - y * Math.sin(turn);
      to[i][1] = HEIGHT / 2.0 + x * Math.sin(turn) + y * Math.cos(turn);
    }
    double[][] from = {
      {0, 0},
      {sheet.getWidth(), 0},
      {sheet.getWidth(), sheet.getHeight()},
      {0, sheet.getHeight()}
    };
    BufferedImage image = expose(sheet, homography(to, from), random);
    return new Photograph(
        image,
        List.of(
            new Point2D.Double(to[0][0], to[0][1]),
            new Point2D.Double(to[1][0], to[1][1]),
            new Point2D.Double(to[2][0], to[2][1]),
            new Point2D.Double(to[3][0], to[3][1])));
  }

  private static BufferedImage expose(BufferedImage sheet, double[] h, Random random) {
    BufferedImage bgr =
        new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    bgr.createGraphics().drawImage(sheet, 0, 0, null);
    byte[] source = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    // The lamp stands on one side: a tilt of the light across the frame.
    double lightX = (random.nextDouble() - 0.5) * 0.3;
    double lightY = (random.nextDouble() - 0.5) * 0.3;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double w = h[6] * x + h[7] * y + 1;
        double u = (h[0] * x + h[1] * y + h[2]) / w;
        double v = (h[3] * x + h[4] * y + h[5]) / w;
        double light =
            0.86 + lightX * ((double) x / WIDTH - 0.5) + lightY * ((double) y / HEIGHT - 0.5);
        double noise = random.nextGaussian() * NOISE_SIGMA;
        int at = (y * WIDTH + x) * 3;
        for (int c = 0; c < 3; c++) {
          double value = sample(source, sheet.getWidth(), sheet.getHeight(), u, v, c);
          if (value < 0) {
            value = MAT + ((x + y) % 6 < 3 ? 2 : -2);
          }
          target[at + c] = (byte) Math.clamp(Math.round(value * light + noise), 0, 255);
        }
      }
    }
    return image;
  }

  /** Bilinear; below 0 beside the sheet. */
  private static double sample(byte[] data, int width, int height, double u, double v, int c) {
    if (u < 0 || v < 0 || u > width - 1 || v > height - 1) {
      return -1;
    }
    int x = Math.min((int) u, width - 2);
    int y = Math.min((int) v, height - 2);
    double fx = u - x;
    double fy = v - y;
    int at = (y * width + x) * 3 + c;
    int below = at + width * 3;
    double top = (data[at] & 0xFF) * (1 - fx) + (data[at + 3] & 0xFF) * fx;
    double bottom = (data[below] & 0xFF) * (1 - fx) + (data[below + 3] & 0xFF) * fx;
    return top * (1 - fy) + bottom * fy;
  }

  /**
   * The eight numbers that carry four points to four others: u = (h0 x + h1 y + h2) / (h6 x + h7 y
   * + 1).
   */
  private static double[] homography(double[][] from, double[][] to) {
    double[][] a = new double[8][9];
    for (int i = 0; i < 4; i++) {
      double x = from[i][0];
      double y = from[i][1];
      double u = to[i][0];
      double v = to[i][1];
      a[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
      a[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    for (int column = 0; column < 8; column++) {
      int pivot = column;
      for (int row = column + 1; row < 8; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = a[pivot];
      a[pivot] = a[column];
      a[column] = swap;
      for (int row = 0; row < 8; row++) {
        if (row != column) {
          double factor = a[row][column] / a[column][column];
          for (int k = column; k < 9; k++) {
            a[row][k] -= factor * a[column][k];
          }
        }
      }
    }
    double[] h = new double[8];
    for (int i = 0; i < 8; i++) {
      h[i] = a[i][8] / a[i][i];
    }
    return h;
  }
}
