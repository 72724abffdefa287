package io.yichuang.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the flight recorder kept: {@code # yichuang trace 1 ADDRESS}, then a line for each write
 * ({@code >}) and read ({@code <}): time, direction, length, bytes as hex.
 *
 * @param address where the device was
 * @param exchanges questions with their answers, in order
 */
record Trace(String address, List<Exchange> exchanges) {
  private static final Pattern HEADER = Pattern.compile("# yichuang trace 1 (\\S+)");
  private static final Pattern LINE =
      Pattern.compile("(\\S+) ([<>]) (\\d{1,6}) (masked|[0-9a-f]+)");

  /** Longer silences teach nothing. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** What was written at once, as hex, and what came until the next writing. */
  record Exchange(String question, List<Reply> replies) {}

  /**
   * @param after since the question or the reply before
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(Duration after, byte[] bytes) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException for a line that is no such, or whose bytes were masked: what
   *     was not kept cannot be replayed
   */
  static Trace read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!header.matches()) {
      throw wrong(file, 1, "no trace begins like this");
    }
    List<Exchange> exchanges = new ArrayList<>();
    List<Reply> replies = new ArrayList<>();
    Instant last = Instant.MIN;
    for (int number = 2; number <= lines.size(); number++) {
      if (lines.get(number - 1).startsWith("# ")) {
        continue; // faults, for people
      }
      Matcher line = LINE.matcher(lines.get(number - 1));
      if (!line.matches() || line.group(4).length() % 2 != 0) { // "masked" has six letters
        throw wrong(file, number, "no entry of a trace");
      }
      if (line.group(4).equals("masked")) {
        throw wrong(file, number, "masked: what was not kept cannot be replayed");
      }
      Instant at = instant(file, number, line.group(1));
      if (line.group(2).equals(">")) {
        replies = new ArrayList<>();
        exchanges.add(new Exchange(line.group(4), replies));
      } else if (exchanges.isEmpty()) {
        throw wrong(file, number, "an answer before any question");
      } else {
        Duration after = Duration.between(last, at);
        replies.add(
            new Reply(
                after.compareTo(LONGEST) < 0 ? after : LONGEST,
                HexFormat.of().parseHex(line.group(4))));
      }
      last = at;
    }
    if (exchanges.isEmpty()) {
      throw wrong(file, 1, "nothing was asked");
    }
    return new Trace(header.group(1), List.copyOf(exchanges));
  }

  private static Instant instant(Path file, int number, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(file, number, "no time");
    }
  }

  private static IllegalArgumentException wrong(Path file, int line, String why) {
    return new IllegalArgumentException(file + ", line " + line + ": " + why);
  }

  /** Such as {@code driver=q1}; empty where the address has no parameters. */
  String parameters() {
    int question = address.indexOf('?');
    return question < 0 ? "" : address.substring(question);
  }

  /** What stands before a serial line's path. */
  String scheme() {
    return address.startsWith("modbus+") ? "modbus+" : "";
  }
}
