package io.yichuang.kiosk.input;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How good and how fast the pinyin engine is, on {@code phrases.tsv}: run by hand, its main method
 * prints the figures. Every second phrase is held out: its misses are counted and not shown, so
 * that nobody mends the engine for it. A name is typed where the product asks for one, and once
 * more anywhere. How far anybody can guess a name is told by {@link DrawnNames}. Run it with {@code
 * -Xmx512m} on the test class path.
 */
final class PinyinBenchmark {
  /** Of {@code keyboard.css} in standard size, px of a page 1080 wide. */
  private static final int ROW = 1080 - 2 * 60 - 84 - 4;

  private static final int LIST = 1080 - 2 * 60;
  private static final int LIST_LINES = 4;
  private static final int TARGET = 84;
  private static final int PADDING = 52;
  private static final int CHARACTER = 40;
  private static final int TAG = 60;
  private static final int GAP = 4;

  private static final int ASKED = 200;
  private static final int ROUNDS = 3;
  private static final double MS = 1e6;
  private static final double MB = 1 << 20;

  private record Phrase(String kind, String text, List<String> syllables, boolean shown) {}

  private static final class Score {
    int all;
    int first;
    int row;
    int page;

    void add(int rank, List<Candidate> found) {
      all++;
      first += rank == 0 ? 1 : 0;
      row += rank >= 0 && rank < fitting(found, ROW, 1) ? 1 : 0;
      page += rank >= 0 && rank < fitting(found, LIST, LIST_LINES) ? 1 : 0;
    }

    String line(String name) {
      return "%-16s %4d phrases  first %5.1f %%  row %5.1f %%  first page %5.1f %%"
          .formatted(name, all, 100.0 * first / all, 100.0 * row / all, 100.0 * page / all);
    }
  }

  private PinyinBenchmark() {}

  public static void main(String[] args) throws IOException {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    long before = heap();
    long start = System.nanoTime();
    var engine = new PinyinEngine();
    double load = (System.nanoTime() - start) / MS;
    double held = (heap() - before) / MB;
    List<Phrase> phrases = phrases();
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Phrase phrase : phrases) {
      List<Candidate> found = new ArrayList<>();
      boolean person = phrase.kind().equals("name");
      if (person) {
        scores
            .computeIfAbsent("name, anywhere", _ -> new Score())
            .add(rank(engine, phrase, false, found), found);
        found.clear();
      }
      int rank = rank(engine, phrase, person, found);
      for (String name :
          List.of(phrase.kind(), phrase.shown() ? "all, shown" : "all, held out", "all")) {
        scores.computeIfAbsent(name, _ -> new Score()).add(rank, found);
      }
      if (rank != 0 && phrase.shown()) {
        out.printf(
            "%3d %s: %s%n",
            rank, phrase.text(), found.stream().limit(5).map(Candidate::text).toList());
      }
    }
    scores.forEach((name, score) -> out.println(score.line(name)));
    out.println(new DrawnNames(engine).line());
    time(engine, phrases, out);
    out.printf("load %.0f ms (cold)  heap %.1f MB%n", load, held);
  }

  /**
   * Place of what was meant, -1 if it is not there. A number in the phrase is typed between the
   * pinyin, as on the keyboard; the worst part counts.
   *
   * @param name whether the field asks for a person's name
   * @param found gets the candidates of that part
   */
  private static int rank(PinyinEngine engine, Phrase phrase, boolean name, List<Candidate> found) {
    int worst = 0;
    String text = phrase.text();
    int at = 0;
    int begun = 0;
    var keys = new StringBuilder();
    for (int i = 0; i <= phrase.syllables().size(); i++) {
      String syllable = i < phrase.syllables().size() ? phrase.syllables().get(i) : "0";
      boolean number = Character.isDigit(syllable.charAt(0));
      if (!number) {
        keys.append(syllable);
        at++;
        continue;
      }
      if (!keys.isEmpty()) {
        List<Candidate> some =
            engine
                .read(keys.toString(), Expected.behind(text.substring(0, begun), name), ASKED)
                .candidates();
        String wanted = text.substring(begun, at);
        int rank = some.stream().map(Candidate::text).toList().indexOf(wanted);
        if (found.isEmpty() || rank < 0 || (worst >= 0 && rank > worst)) {
          found.clear();
          found.addAll(some);
          worst = rank < 0 || worst < 0 ? -1 : Math.max(worst, rank);
        }
      }
      at += syllable.length();
      begun = at;
      keys.setLength(0);
    }
    return worst;
  }

  private static int fitting(List<Candidate> found, int width, int lines) {
    int line = 1;
    int x = 0;
    for (int i = 0; i < found.size(); i++) {
      Candidate candidate = found.get(i);
      int wide =
          Math.min(
              width,
              Math.max(TARGET, PADDING + CHARACTER * candidate.text().length())
                  + (Set.of(Candidate.Kind.PLACE, Candidate.Kind.ROAD).contains(candidate.kind())
                      ? TAG
                      : 0));
      if (x > 0 && x + wide > width) {
        line++;
        x = 0;
      }
      if (line > lines) {
        return i;
      }
      x += wide + GAP;
    }
    return found.size();
  }

  /**
   * Each key of each phrase is a question, as on the keyboard; the last round counts. The time of
   * the processor is printed too: on a busy machine the clock tells of the others.
   */
  private static void time(PinyinEngine engine, List<Phrase> phrases, PrintStream out) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Double> times = new ArrayList<>();
    List<Double> worked = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      times.clear();
      worked.clear();
      for (Phrase phrase : phrases) {
        String keys = String.join("", phrase.syllables()).replaceAll("[0-9]", "");
        for (int to = 1; to <= keys.length(); to++) {
          String typed = keys.substring(0, to);
          long cpu = threads.getCurrentThreadCpuTime();
          long start = System.nanoTime();
          engine.read(typed, ASKED);
          times.add((System.nanoTime() - start) / MS);
          worked.add((threads.getCurrentThreadCpuTime() - cpu) / MS);
        }
      }
    }
    out.println(times.size() + " questions");
    out.println("clock      " + percentiles(times));
    out.println("processor  " + percentiles(worked));
  }

  private static String percentiles(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return "p50 %.2f ms  p99 %.2f ms  most %.1f ms"
        .formatted(
            sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
  }

  private static List<Phrase> phrases() throws IOException {
    List<Phrase> all = new ArrayList<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PinyinBenchmark.class.getResourceAsStream("phrases.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : in.readAllLines()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          all.add(
              new Phrase(
                  parts[0], parts[1], Arrays.asList(parts[2].split(" ", -1)), all.size() % 2 == 0));
        }
      }
    }
    return all;
  }

  private static long heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
