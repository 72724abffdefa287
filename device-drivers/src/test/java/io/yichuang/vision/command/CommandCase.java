package io.yichuang.vision.command;

import java.awt.Color;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/** Calls the workshop command as a person does, with files in a folder of its own. */
abstract class CommandCase {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  int exit;
  String told = "";

  Path two() throws IOException {
    var image = new BufferedImage(900, 640, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(new Color(70, 80, 60));
    g.fillRect(0, 0, 900, 640);
    g.setColor(new Color(240, 240, 235));
    g.fill(new Polygon(new int[] {60, 400, 410, 50}, new int[] {60, 70, 560, 550}, 4));
    g.fill(new Polygon(new int[] {500, 840, 830, 490}, new int[] {80, 70, 560, 570}, 4));
    g.dispose();
    var file = folder.resolve("two.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  Path sheet(String name) throws IOException {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(new Color(70, 80, 60));
    g.fillRect(0, 0, 640, 480);
    g.setColor(new Color(240, 240, 235));
    g.fill(new Polygon(new int[] {100, 540, 560, 90}, new int[] {60, 70, 430, 420}, 4));
    g.dispose();
    var file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }

  List<String> run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    exit =
        VisionCommand.run(
            Arrays.stream(arguments).map(Object::toString).toList(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK);
    told = err.toString(StandardCharsets.UTF_8);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  static List<Double> corners(String line) {
    return numbers(line.replaceAll(".*\"corners\":|,\"ms\".*", ""));
  }

  static List<Double> numbers(String text) {
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(text)
        .results()
        .map(r -> Double.parseDouble(r.group()))
        .toList();
  }
}
