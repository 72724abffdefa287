package io.yichuang.vision.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What a sheet may lie on, drawn. */
enum Table {
  DARK_WOOD,
  LIGHT_WOOD,
  WHITE,
  GREY,
  BLUE,
  RED,
  BLACK,
  STONE,
  CARPET,
  CHECKED,
  TILES,
  PAPERS,
  CLIPBOARD;

  BufferedImage draw(int width, int height, Random random) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var g = Printed.pen(image);
    g.setColor(ground(random));
    g.fillRect(0, 0, width, height);
    switch (this) {
      case DARK_WOOD, LIGHT_WOOD -> wood(g, width, height, random);
      case STONE -> speckles(image, 22, random);
      case CARPET -> speckles(image, 60, random);
      case CHECKED -> squares(g, width, height, 40 + random.nextInt(60), random);
      case TILES -> joints(g, width, height, 160 + random.nextInt(120));
      case PAPERS -> wood(g, width, height, random);
      default -> speckles(image, 3, random);
    }
    g.dispose();
    return image;
  }

  private Color ground(Random random) {
    var d = random.nextInt(16) - 8;
    return switch (this) {
      case DARK_WOOD, PAPERS -> new Color(96 + d, 62 + d, 40 + d);
      case LIGHT_WOOD, CLIPBOARD -> new Color(205 + d, 170 + d, 125 + d);
      case WHITE -> new Color(228 + d, 228 + d, 226 + d);
      case GREY, STONE -> new Color(150 + d, 150 + d, 148 + d);
      case BLUE -> new Color(40 + d, 80 + d, 160 + d);
      case RED -> new Color(170 + d, 45 + d, 45 + d);
      case BLACK -> new Color(26 + d, 26 + d, 28 + d);
      case CARPET -> new Color(120 + d, 100 + d, 90 + d);
      case CHECKED -> new Color(235, 230, 225);
      case TILES -> new Color(190 + d, 188 + d, 180 + d);
    };
  }

  private static void wood(Graphics2D g, int width, int height, Random random) {
    var standing = random.nextBoolean();
    for (var i = 0; i < 900; i++) {
      g.setColor(
          random.nextBoolean()
              ? new Color(0, 0, 0, random.nextInt(45))
              : new Color(255, 240, 210, random.nextInt(30)));
      var at = random.nextInt(standing ? width : height);
      var bend = random.nextInt(40) - 20;
      var from = random.nextInt(standing ? height : width);
      var to = from + 100 + random.nextInt(500);
      if (standing) {
        g.drawLine(at, from, at + bend, to);
      } else {
        g.drawLine(from, at, to, at + bend);
      }
    }
    // Boards meet in straight dark lines.
    g.setColor(new Color(0, 0, 0, 110));
    for (var at = random.nextInt(200) + 100; at < (standing ? width : height); at += 300) {
      if (standing) {
        g.fillRect(at, 0, 3, height);
      } else {
        g.fillRect(0, at, width, 3);
      }
    }
  }

  private static void speckles(BufferedImage image, int strength, Random random) {
    var bytes = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (var i = 0; i + 2 < bytes.length; i += 3) {
      var d = (int) Math.round(random.nextGaussian() * strength);
      for (var c = 0; c < 3; c++) {
        bytes[i + c] = (byte) Math.clamp((bytes[i + c] & 0xFF) + d, 0, 255);
      }
    }
  }

  private static void squares(Graphics2D g, int width, int height, int side, Random random) {
    var colour = random.nextBoolean() ? new Color(190, 40, 50, 130) : new Color(50, 80, 160, 130);
    g.setColor(colour);
    g.rotate(random.nextDouble() * 0.5 - 0.25);
    for (var at = -height; at < width + height; at += 2 * side) {
      g.fillRect(at, -height, side, 3 * height);
      g.fillRect(-width, at, 3 * width, side);
    }
  }

  private static void joints(Graphics2D g, int width, int height, int side) {
    g.setColor(new Color(110, 108, 100));
    for (var at = side / 2; at < width; at += side) {
      g.fillRect(at, 0, 6, height);
    }
    for (var at = side / 3; at < height; at += side) {
      g.fillRect(0, at, width, 6);
    }
  }
}
