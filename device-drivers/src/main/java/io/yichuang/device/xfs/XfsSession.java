package io.yichuang.device.xfs;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.XfsService.Answer;
import io.yichuang.device.XfsService.Command;
import io.yichuang.device.XfsService.Event;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.trace.FlightRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands over one socket: command, acknowledge, events, completion. Messages of other numbers
 * belong to commands that were given up, and are dropped.
 */
final class XfsSession implements AutoCloseable {
  private static final String CANCEL = "Common.Cancel";

  private final XfsSocket socket;
  private final XfsTimings timings;
  private final LaneClock clock;
  private final FlightRecorder recorder;
  private int lastId;

  XfsSession(XfsSocket socket, XfsTimings timings, LaneClock clock, FlightRecorder recorder) {
    this.recorder = recorder;
    this.socket = socket;
    this.timings = timings;
    this.clock = clock;
  }

  /** Asks for the status: the proof that service and device are there. */
  Health look() throws DeviceException {
    return XfsStatus.health(ask("Common.Status").payload());
  }

  /** What the service says of itself. */
  boolean capable() throws DeviceException {
    return ask("Common.Capabilities").completionCode().equals("success");
  }

  /** A command that is answered at once and has no effect. */
  private XfsMessage ask(String name) throws DeviceException {
    int id = send(name, timings.answer(), Map.of());
    XfsMessage answer = next(id, XfsMessage.Type.COMPLETION, timings.answer());
    if (answer == null) {
      throw new DeviceException(FaultCode.NO_ANSWER, name + " was not completed");
    }
    if (!answer.completionCode().equals("success")) {
      throw new DeviceException(
          FaultCode.PROTOCOL, name + " ended with " + answer.completionCode());
    }
    return answer;
  }

  Outcome<Answer> run(Command command, Consumer<Event> events, Turn turn)
      throws DeviceException, TurnOver {
    turn.check();
    if (command.effect()) {
      turn.begin();
    }
    int id = send(command.name(), turn.remaining(), command.payload());
    XfsMessage acknowledge = next(id, XfsMessage.Type.ACKNOWLEDGE, timings.acknowledge());
    if (acknowledge == null) {
      throw new DeviceException(FaultCode.NO_ANSWER, command.name() + " was not acknowledged");
    }
    if (!acknowledge.status().isEmpty()) {
      FaultCode code =
          acknowledge.status().equals("tooManyRequests") ? FaultCode.BUSY : FaultCode.PROTOCOL;
      return new Outcome.Failed<>(new DeviceFault(code, acknowledge.status())); // not begun
    }
    return completion(command, id, events, turn);
  }

  private Outcome<Answer> completion(Command command, int id, Consumer<Event> events, Turn turn)
      throws DeviceException, TurnOver {
    long end = now() + turn.remaining().plus(timings.grace()).toNanos();
    boolean cancelled = false;
    while (true) {
      XfsMessage message = message(timings.poll());
      if (message != null && message.requestId() == id) {
        switch (message.type()) {
          case EVENT -> events.accept(new Event(message.name(), message.values()));
          case COMPLETION -> {
            return message.completionCode().equals("success")
                ? new Outcome.Done<>(new Answer(message.values()))
                : XfsCodes.outcome(
                    message.completionCode(),
                    message.payload().path("errorCode").asString(""),
                    command.effect());
          }
          case ACKNOWLEDGE, UNSOLICITED -> {} // a doubled acknowledge
        }
      }
      if (!cancelled && turn.cancelled()) {
        cancelled = true;
        end = now() + timings.cancel().toNanos();
        send(CANCEL, timings.answer(), Map.of("requestIds", List.of(id)));
      }
      if (now() - end > 0) {
        throw new DeviceException(
            FaultCode.NO_ANSWER, command.name() + " was acknowledged and never completed");
      }
    }
  }

  private int send(String name, Duration timeout, Map<String, Object> payload)
      throws DeviceException {
    int id = ++lastId;
    String text = XfsMessage.command(name, id, timeout.toMillis(), payload);
    recorder.say(true, text.length(), "COMMAND " + name + " " + id);
    socket.send(text, timings.acknowledge());
    return id;
  }

  /** The next message of that number and type, or null. */
  private @Nullable XfsMessage next(int id, XfsMessage.Type type, Duration limit)
      throws DeviceException {
    long end = now() + limit.toNanos();
    while (end - now() > 0) {
      XfsMessage message = message(Duration.ofNanos(end - now()));
      if (message != null && message.requestId() == id && message.type() == type) {
        return message;
      }
    }
    return null;
  }

  private @Nullable XfsMessage message(Duration limit) throws DeviceException {
    String text = socket.receive(limit);
    if (text == null) {
      return null;
    }
    XfsMessage message = XfsMessage.parse(text);
    recorder.say(false, text.length(), message == null ? "no message" : message.summary());
    if (message == null) {
      throw new DeviceException(FaultCode.MALFORMED, "a message that is none of XFS4IoT");
    }
    return message;
  }

  private long now() {
    return clock.nanos().getAsLong();
  }

  @Override
  public void close() {
    socket.close();
  }
}
