package io.yichuang.kiosk.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the engines on the command line, one line of JSON an answer, with {@code keys}, {@code
 * candidates} and {@code ms}.
 *
 * <p>{@code pinyin}: the rows of keys are the arguments, or without any the lines of standard
 * input. As on the keyboard each key is asked for; the time is that of the last answer.
 *
 * <p>{@code handwriting FILE}: a character a line, its strokes as {@code [[[x,y],…],…]}, y
 * downwards, or an object with {@code strokes}; {@code -} is standard input. {@code keys} are the
 * strokes; a line that is none gets {@code error} and no candidates, and the others go on.
 */
public final class ImeCommand {
  private static final int SHOWN = 50;
  private static final double NANOS_IN_MS = 1e6;

  /** What a terminal in service has long been asked: the first answers of a process are slow. */
  private static final List<String> ASKED_BEFORE =
      List.of("chongqingshinanchuanqu", "woyaobanlishenfenzheng", "zhangxiaoming", "cqsncq", "wo");

  private static final int ROUNDS = 20;

  /** The same for handwriting: characters, whole and in part. */
  private static final int WRITTEN_BEFORE = 100;

  private ImeCommand() {}

  /** Ends with 0, or with 1 and the cause when an engine or the input cannot be read. */
  public static void main(String[] args) throws IOException {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    if (args.length == 2 && args[0].equals("handwriting")) {
      try (InputStream file =
          args[1].equals("-") ? System.in : Files.newInputStream(Path.of(args[1]))) {
        handwriting(file, out);
      }
    } else if (args.length > 0 && args[0].equals("pinyin")) {
      run(Arrays.copyOfRange(args, 1, args.length), System.in, out);
    } else {
      throw new IOException("wanted: pinyin KEYS..., or handwriting FILE");
    }
  }

  static void run(String[] args, InputStream in, PrintStream out) throws IOException {
    var engine = new PinyinEngine();
    for (int round = 0; round < ROUNDS; round++) {
      ASKED_BEFORE.forEach(keys -> answer(engine, keys));
    }
    if (args.length > 0) {
      for (String keys : args) {
        out.println(answer(engine, keys));
      }
      return;
    }
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String keys = lines.readLine(); keys != null; keys = lines.readLine()) {
      out.println(answer(engine, keys.strip()));
    }
  }

  static void handwriting(InputStream in, PrintStream out) throws IOException {
    InkTemplates templates = InkTemplates.load();
    var engine = new HandwritingEngine(templates);
    for (int i = 0; i < templates.size(); i += templates.size() / WRITTEN_BEFORE) {
      List<double[]> strokes = templates.ink(i).strokes();
      engine.candidates(strokes, SHOWN);
      engine.candidates(strokes.subList(0, (strokes.size() + 1) / 2), SHOWN);
    }
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.println(answer(engine, line));
      }
    }
  }

  private static ObjectNode answer(PinyinEngine engine, String keys) {
    for (int typed = 1; typed < Math.min(keys.length(), PinyinEngine.MOST_KEYS); typed++) {
      engine.read(keys.substring(0, typed), SHOWN);
    }
    long start = System.nanoTime();
    PinyinEngine.Reading reading = engine.read(keys, SHOWN);
    double ms = (System.nanoTime() - start) / NANOS_IN_MS;
    ObjectNode line = JsonMapper.shared().createObjectNode().put("keys", keys);
    var list = line.putArray("candidates");
    reading.candidates().forEach(candidate -> list.add(candidate.text()));
    return line.put("ms", rounded(ms));
  }

  private static ObjectNode answer(HandwritingEngine engine, String line) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    try {
      JsonNode read = JsonMapper.shared().readTree(line);
      JsonNode given = read.isObject() ? read.path("strokes") : read;
      answer.set("keys", given);
      List<double[]> strokes = HandwritingEngine.strokes(given);
      long start = System.nanoTime();
      List<String> found = engine.candidates(strokes, SHOWN);
      double ms = (System.nanoTime() - start) / NANOS_IN_MS;
      var list = answer.putArray("candidates");
      found.forEach(list::add);
      return answer.put("ms", rounded(ms));
    } catch (JacksonException | IllegalArgumentException e) {
      answer.putArray("candidates");
      return answer.put("ms", 0).put("error", e.getMessage());
    }
  }

  private static double rounded(double ms) {
    return Math.round(ms * 100) / 100.0;
  }
}
