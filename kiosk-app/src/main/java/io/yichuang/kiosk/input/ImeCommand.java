package io.yichuang.kiosk.input;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the engine on the command line: for each argument one line of JSON with {@code keys}, {@code
 * candidates} and {@code ms} (of this one answer).
 */
public final class ImeCommand {
  private static final int SHOWN = 10;
  private static final double NANOS_IN_MS = 1e6;

  private ImeCommand() {}

  /** Each argument is a row of typed keys. */
  public static void main(String[] args) throws IOException {
    run(
        args,
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            true,
            StandardCharsets.UTF_8));
  }

  static void run(String[] args, PrintStream out) throws IOException {
    var engine = new PinyinEngine();
    for (String keys : args) {
      long start = System.nanoTime();
      PinyinEngine.Reading reading = engine.read(keys, SHOWN);
      double ms = (System.nanoTime() - start) / NANOS_IN_MS;
      ObjectNode line = JsonMapper.shared().createObjectNode().put("keys", keys);
      var list = line.putArray("candidates");
      reading.candidates().forEach(candidate -> list.add(candidate.text()));
      out.println(line.put("ms", Math.round(ms * 100) / 100.0));
    }
  }
}
