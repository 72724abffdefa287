package io.yichuang.device;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A device without a public wire (endorser, fingerprint reader, PIN pad, certificate printer …)
 * behind its vendor's XFS4IoT service: commands by their names in the standard.
 */
public interface XfsService extends Device {

  /**
   * Runs one command. What the service says no to is {@code Refused} where the standard's code has
   * a refusal's meaning, else {@code Failed}; a command with an effect that got lost is {@code
   * Uncertain}.
   *
   * @param events told on the way, on the device's thread: quick, and never throwing
   */
  Outcome<Answer> run(Command command, Consumer<Event> events, Call call);

  /**
   * A command.
   *
   * @param name such as {@code Biometric.Read}
   * @param payload plain strings, numbers, booleans, lists and maps, as JSON has them; may be
   *     personal
   * @param effect whether it moves, prints or keeps anything: then it is never Failed once it was
   *     accepted and lost
   */
  record Command(String name, Map<String, Object> payload, boolean effect) {
    public Command {
      if (!name.matches("[A-Z][A-Za-z]{1,39}\\.[A-Z][A-Za-z0-9]{1,59}")) {
        throw new IllegalArgumentException("not a command of XFS4IoT: " + name);
      }
      payload = Map.copyOf(payload);
    }

    @Override
    public String toString() {
      return "Command[" + name + "]";
    }
  }

  /**
   * What a command brought. May be personal.
   *
   * @param payload as {@link Command#payload}
   */
  record Answer(Map<String, Object> payload) {
    @Override
    public String toString() {
      return "Answer[" + payload.keySet() + "]";
    }
  }

  /**
   * What happens while a command runs, such as {@code Biometric.PresentSubject}. May be personal.
   *
   * @param payload as {@link Command#payload}
   */
  record Event(String name, Map<String, Object> payload) {
    @Override
    public String toString() {
      return "Event[" + name + "]";
    }
  }
}
