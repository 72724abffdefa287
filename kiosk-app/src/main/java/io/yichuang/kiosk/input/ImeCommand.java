package io.yichuang.kiosk.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the engine on the command line: for each row of keys one line of JSON with {@code keys},
 * {@code candidates} and {@code ms}. The rows are the arguments, or without any the lines of
 * standard input. As on the keyboard each key is asked for; the time is that of the last answer.
 */
public final class ImeCommand {
  private static final int SHOWN = 50;
  private static final double NANOS_IN_MS = 1e6;

  private ImeCommand() {}

  /** Ends with 0, or with 1 and the cause when the dictionary or the input cannot be read. */
  public static void main(String[] args) throws IOException {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    run(args, System.in, out);
  }

  static void run(String[] args, InputStream in, PrintStream out) throws IOException {
    var engine = new PinyinEngine();
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
    return line.put("ms", Math.round(ms * 100) / 100.0);
  }
}
