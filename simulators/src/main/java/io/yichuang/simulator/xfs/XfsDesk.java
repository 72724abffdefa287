package io.yichuang.simulator.xfs;

import static io.yichuang.simulator.xfs.XfsServiceSimulator.BUSY;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.DUPLICATE;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.GARBAGE;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.LATE_ANSWER;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.LOST;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.NO_ANSWER;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.NO_COMPLETION;
import static io.yichuang.simulator.xfs.XfsServiceSimulator.TRUNCATED;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.Pace;
import io.yichuang.simulator.wire.TcpListener;
import io.yichuang.simulator.xfs.XfsServiceSimulator.Kind;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One client's messages: acknowledge at once, work elsewhere, one completion each. */
final class XfsDesk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(XfsDesk.class);
  private static final Duration LATE = Duration.ofSeconds(4);

  private final Kind kind;
  private final Machine machine;
  private final Faults faults;
  private final WebSocketLine line;
  private final Socket socket;
  private final UnaryOperator<Duration> scaled;
  private final Set<Integer> cancelled = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  XfsDesk(
      Kind kind,
      Machine machine,
      Faults faults,
      WebSocketLine line,
      Socket socket,
      UnaryOperator<Duration> scaled) {
    this.kind = kind;
    this.machine = machine;
    this.faults = faults;
    this.line = line;
    this.socket = socket;
    this.scaled = scaled;
  }

  void take(String text) throws IOException {
    JsonNode message;
    try {
      message = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      send(0, "", "acknowledge", "status", "invalidMessage", Map.of());
      return;
    }
    JsonNode header = message.path("header");
    String name = header.path("name").asString("");
    int id = header.path("requestId").asInt(0);
    if (!header.path("type").asString("").equals("command") || name.isEmpty()) {
      send(id, name, "acknowledge", "status", "invalidMessage", Map.of());
    } else if (id <= 0) {
      send(id, name, "acknowledge", "status", "invalidRequestID", Map.of());
    } else if (faults.isSet(BUSY) && !name.startsWith("Common.")) {
      send(id, name, "acknowledge", "status", "tooManyRequests", Map.of());
    } else {
      send(id, name, "acknowledge", "", "", Map.of());
      if (name.equals("Common.Cancel")) {
        message.path("payload").path("requestIds").forEach(each -> cancelled.add(each.asInt()));
        send(id, name, "completion", "completionCode", "success", Map.of());
      } else if (!(faults.isSet(NO_COMPLETION) && !name.startsWith("Common."))) {
        Thread.ofVirtual()
            .name("xfs-" + name)
            .start(() -> work(id, name, header, message.path("payload")));
      }
    }
  }

  private void work(int id, String name, JsonNode header, JsonNode payload) {
    try {
      XfsWork work =
          new XfsWork(
              kind,
              machine,
              faults,
              scaled,
              () -> closed || cancelled.contains(id),
              (event, body) -> send(id, event, "event", "", "", body));
      XfsWork.Completion done = work.run(name, header.path("timeout").asLong(0), payload);
      send(id, name, "completion", "completionCode", done.code(), done.payload());
      if (faults.isSet(DUPLICATE)) {
        send(id, name, "completion", "completionCode", done.code(), done.payload());
      }
    } catch (IOException e) {
      log.debug("The client has gone: {}", e.getMessage());
    }
  }

  private void send(
      int id, String name, String type, String field, String value, Map<String, Object> payload)
      throws IOException {
    if (faults.strikes(NO_ANSWER)) {
      return;
    }
    if (faults.strikes(LATE_ANSWER)) {
      Pace.pause(scaled.apply(LATE).toNanos());
    }
    var root = JsonMapper.shared().createObjectNode();
    var header = root.putObject("header");
    header.put("type", type).put("name", name).put("version", "1.0");
    if (id > 0) {
      header.put("requestId", id);
    }
    if (!field.isEmpty()) {
      header.put(field, value);
    }
    root.set("payload", JsonMapper.shared().valueToTree(payload));
    String text = root.toString();
    if (faults.strikes(GARBAGE)) {
      text = "\u0001{" + faults.choose(1_000_000);
    }
    if (faults.strikes(TRUNCATED)) {
      text = text.substring(0, 1 + faults.choose(text.length() - 1));
    }
    if (type.equals("completion") && faults.strikes(LOST)) {
      TcpListener.cut(socket);
      return;
    }
    line.send(text);
  }

  @Override
  public void close() {
    closed = true;
  }
}
