package io.yichuang.simulator.replay;

import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.replay.Trace.Exchange;
import io.yichuang.simulator.replay.Trace.Reply;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device that says again what it said in a trace. Drivers look at a device as often as they have
 * time for, so a question that is asked more often than then gets its latest answer again, and
 * those that are left out are stepped over.
 */
public final class ReplayedDevice extends LineDevice {
  /** Unpaced: the trace holds the times. */
  private static final int BAUD = 0;

  /** What is no question yet and may become one. */
  private static final String MAYBE = "?";

  private final Trace trace;
  private final SimulatorOptions options;
  private int position;
  private int unknown;

  /**
   * Starts it on {@code <run folder>/dev/replayed-device}.
   *
   * @throws IllegalArgumentException if the file is no trace or was masked; the message has the
   *     line
   */
  public ReplayedDevice(SimulatorOptions options, Path file) throws IOException {
    super("replayed-device", options, BAUD);
    this.trace = Trace.read(file);
    this.options = options;
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    StringBuilder pending = new StringBuilder();
    return bytes -> {
      pending.append(HexFormat.of().formatHex(bytes));
      while (!pending.isEmpty()) {
        String question = complete(pending.toString());
        if (question == null) {
          return; // the rest is on its way
        }
        pending.delete(0, Math.max(2, question.length()));
        if (question.isEmpty()) {
          unknown++;
        } else {
          for (Reply reply : answer(question)) {
            Pace.pause(options.scaled(reply.after()).toNanos());
            line.send(reply.bytes());
          }
        }
      }
    };
  }

  /**
   * The longest question that this begins with; empty if there is none, null if it may become one.
   */
  private @Nullable String complete(String pending) {
    String longest = "";
    for (Exchange each : trace.exchanges()) {
      if (pending.startsWith(each.question()) && each.question().length() > longest.length()) {
        longest = each.question();
      } else if (each.question().startsWith(pending) && longest.isEmpty()) {
        longest = MAYBE;
      }
    }
    return longest.equals(MAYBE) ? null : longest;
  }

  private synchronized List<Reply> answer(String question) {
    List<Exchange> all = trace.exchanges();
    int next = find(question, position, all.size());
    int before = last(question);
    boolean skipsNews = false;
    for (int i = position; i < next; i++) {
      skipsNews |= last(all.get(i).question()) < 0;
    }
    if (next < all.size() && (before < 0 || !skipsNews)) {
      position = next + 1;
      return all.get(next).replies();
    }
    return all.get(before).replies();
  }

  private int find(String question, int from, int to) {
    for (int i = from; i < to; i++) {
      if (trace.exchanges().get(i).question().equals(question)) {
        return i;
      }
    }
    return to;
  }

  /** The latest time it was asked before the present place; -1 if it never was. */
  private int last(String question) {
    for (int i = position - 1; i >= 0; i--) {
      if (trace.exchanges().get(i).question().equals(question)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  protected synchronized void calm() {
    position = 0;
    unknown = 0;
  }

  @Override
  public String address() {
    return trace.scheme() + line() + trace.parameters();
  }

  @Override
  public synchronized Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("exchanges", trace.exchanges().size());
    state.put("position", position);
    state.put("unknown", unknown);
    return state;
  }
}
