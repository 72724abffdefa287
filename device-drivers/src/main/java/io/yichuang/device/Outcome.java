package io.yichuang.device;

import java.util.function.Function;

/**
 * How a command ended: exactly one per command, whatever happens. Switches over it have no {@code
 * default}.
 *
 * @param <T> what a done command brings
 */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  /** Healthy, said no: no card, tray empty. */
  record Refused<T>(Refusal why) implements Outcome<T> {}

  /** Known not to have happened. */
  record Failed<T>(DeviceFault fault) implements Outcome<T> {}

  /** May have happened: reconcile with sensors and people, never retry blindly. */
  record Uncertain<T>(DeviceFault fault) implements Outcome<T> {}

  /** Known not done, medium at a known place; else it is {@link Uncertain}. */
  record Cancelled<T>() implements Outcome<T> {}

  /** The same outcome with the done value changed. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(Refusal why) -> new Refused<>(why);
      case Failed<T>(DeviceFault fault) -> new Failed<>(fault);
      case Uncertain<T>(DeviceFault fault) -> new Uncertain<>(fault);
      case Cancelled<T>() -> new Cancelled<>();
    };
  }
}
