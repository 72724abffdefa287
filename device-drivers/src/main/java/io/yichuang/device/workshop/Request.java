package io.yichuang.device.workshop;

import io.yichuang.device.DocumentScanner.ScanJob.Mode;
import io.yichuang.device.DocumentScanner.ScanJob.Source;
import io.yichuang.device.driver.DeviceKind;
import io.yichuang.device.link.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for.
 *
 * @param traced whether the traffic of the action is told too
 * @param plain whether personal data is shown as it is
 * @param limit for one command
 * @param out file or folder of {@code -o}
 * @param input what is to be printed
 */
record Request(
    Address address,
    DeviceKind kind,
    Action action,
    boolean traced,
    boolean plain,
    Duration limit,
    @Nullable Path out,
    @Nullable Path input,
    Source source,
    Mode mode,
    int resolution) {

  enum Action {
    STATUS,
    READ,
    SCAN,
    PRINT,
    SELFTEST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Half a minute: time to fetch a card. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  private static final int LONGEST_SECONDS = 3_600;
  private static final int USUAL_RESOLUTION = 300;
  private static final String TRACE = "trace";

  /**
   * Reads the command line.
   *
   * @throws UsageException with what is wrong and what would be right
   */
  static Request of(List<String> arguments) throws UsageException {
    if (arguments.size() < 2) {
      throw new UsageException("an address and an action are needed");
    }
    var rest = new ArrayDeque<>(arguments);
    String where = rest.removeFirst();
    boolean traced = rest.getFirst().equals(TRACE);
    if (traced) {
      rest.removeFirst();
    }
    var request = new Reading();
    request.action = traced && (rest.isEmpty() || isOption(rest)) ? Action.STATUS : action(rest);
    while (!rest.isEmpty()) {
      request.option(rest.removeFirst(), rest);
    }
    if ((request.action == Action.PRINT) != (request.input != null)) {
      throw new UsageException("print wants a FILE, and nothing else does");
    }
    try {
      Address address = Address.parse(where);
      return request.of(address, DeviceKind.of(address), traced);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isOption(Deque<String> rest) {
    return rest.getFirst().startsWith("-");
  }

  private static Action action(Deque<String> rest) throws UsageException {
    String word = rest.removeFirst();
    for (Action each : Action.values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new UsageException("unknown action " + word);
  }

  /** The options as they are met. */
  private static final class Reading {
    private Action action = Action.STATUS;
    private boolean plain;
    private Duration limit = USUAL;
    private @Nullable Path out;
    private @Nullable Path input;
    private Source source = Source.FEEDER;
    private Mode mode = Mode.COLOUR;
    private int resolution = USUAL_RESOLUTION;

    void option(String word, Deque<String> rest) throws UsageException {
      switch (word) {
        case "--plain" -> plain = true;
        case "--limit" -> limit = Duration.ofSeconds(number(word, rest, 1, LONGEST_SECONDS));
        case "--dpi" -> resolution = number(word, rest, 75, 600);
        case "--duplex" -> source = Source.FEEDER_DUPLEX;
        case "--platen" -> source = Source.PLATEN;
        case "--grey" -> mode = Mode.GREY;
        case "-o" -> out = Path.of(value(word, rest));
        default -> {
          if (word.startsWith("-") || input != null) {
            throw new UsageException("unknown option " + word);
          }
          input = Path.of(word);
          if (!Files.isReadable(input)) {
            throw new UsageException("no file to read at " + word);
          }
        }
      }
    }

    private static String value(String word, Deque<String> rest) throws UsageException {
      if (rest.isEmpty()) {
        throw new UsageException(word + " wants a value");
      }
      return rest.removeFirst();
    }

    private static int number(String word, Deque<String> rest, int from, int to)
        throws UsageException {
      String digits = value(word, rest);
      if (!digits.matches("\\d{1,5}")
          || Integer.parseInt(digits) < from
          || Integer.parseInt(digits) > to) {
        throw new UsageException(word + " wants a number of " + from + " to " + to);
      }
      return Integer.parseInt(digits);
    }

    Request of(Address address, DeviceKind kind, boolean traced) {
      return new Request(
          address, kind, action, traced, plain, limit, out, input, source, mode, resolution);
    }
  }
}
