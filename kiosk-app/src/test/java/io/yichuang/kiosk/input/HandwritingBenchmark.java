package io.yichuang.kiosk.input;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How good and how fast handwriting is read: run by hand, its main method prints the figures.
 * Argument: a file of strokes of another origin than the templates, a character a line ({@code
 * {"char", "strokes"}}); without it a thousand of the templates themselves, bent. Each is tried as
 * it is, jittered, with two strokes in each other's place, with two joined, and all of that.
 */
final class HandwritingBenchmark {
  private static final int TRIED = 150;
  private static final double MS = 1e6;

  private record Sample(String character, List<double[]> strokes) {}

  private HandwritingBenchmark() {}

  public static void main(String[] args) throws IOException {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    var engine = new HandwritingEngine();
    out.printf("load %.0f ms%n", (System.nanoTime() - start) / MS);
    List<Sample> samples = args.length > 0 ? samples(Path.of(args[0])) : bent();
    boolean tell = args.length > 1;
    for (String how :
        List.of("plain", "jitter", "swap", "join", "jitter+swap", "jitter+join", "join+join")) {
      var random = new Random(20261122);
      int first = 0;
      int five = 0;
      int ten = 0;
      List<Double> times = new ArrayList<>();
      List<Double> clocks = new ArrayList<>();
      for (Sample sample : samples) {
        List<double[]> strokes = OtherHand.writes(sample.strokes(), how, random);
        long begun = threads.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        List<String> found = engine.candidates(strokes, 10);
        clocks.add((System.nanoTime() - clock) / MS);
        times.add((threads.getCurrentThreadCpuTime() - begun) / MS);
        int rank = found.indexOf(sample.character());
        first += rank == 0 ? 1 : 0;
        five += rank >= 0 && rank < 5 ? 1 : 0;
        ten += rank >= 0 ? 1 : 0;
        if (rank != 0 && tell) {
          out.println("  " + how + " " + sample.character() + " " + found);
        }
      }
      Collections.sort(times);
      Collections.sort(clocks);
      double all = samples.size() / 100.0;
      out.printf(
          "%-12s %d  top 1 %5.1f %%  5 %5.1f %%  10 %5.1f %%  clock p50 %.1f p99 %.1f ms  processor p99 %.1f ms%n",
          how,
          samples.size(),
          first / all,
          five / all,
          ten / all,
          clocks.get(clocks.size() / 2),
          clocks.get(clocks.size() * 99 / 100),
          times.get(times.size() * 99 / 100));
    }
  }

  private static List<Sample> samples(Path file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode sample = JsonMapper.shared().readTree(line);
      samples.add(
          new Sample(
              sample.get("char").asString(), HandwritingEngine.strokes(sample.get("strokes"))));
    }
    return samples;
  }

  /** Templates as another hand might write them: leaning, wider here than there. */
  private static List<Sample> bent() throws IOException {
    InkTemplates templates = InkTemplates.load();
    var random = new Random(7);
    List<Sample> samples = new ArrayList<>();
    while (samples.size() < TRIED) {
      int template = random.nextInt(templates.size());
      if (templates.rarity(template) > 10) {
        continue; // the common ones
      }
      double lean = 0.12 * random.nextGaussian();
      double bow = 0.12 * random.nextGaussian();
      double sag = 0.12 * random.nextGaussian();
      List<double[]> strokes = new ArrayList<>();
      for (double[] stroke : templates.ink(template).strokes()) {
        double[] other = new double[stroke.length];
        for (int i = 0; i < stroke.length; i += 2) {
          double x = stroke[i];
          double y = stroke[i + 1];
          other[i] = 1000 * (x + lean * y + bow * x * (1 - x));
          other[i + 1] = 1000 * (y + sag * y * (1 - y));
        }
        strokes.add(other);
      }
      samples.add(new Sample(templates.character(template), strokes));
    }
    return samples;
  }
}
