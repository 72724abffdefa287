package io.yichuang.kiosk.session;

import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.ui.Look;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * One citizen's turn at the terminal, as screens see it. All methods run in the page's thread, but
 * for {@link #later} and {@link #current}.
 */
public interface Turn {
  /** Rises with every turn: stamps every device result. */
  long epoch();

  /** Whether this turn still runs; from any thread. */
  boolean current();

  /** All that is known of the citizen; empty again after the end. */
  Visit visit();

  Locale language();

  /** Switches a look on for this turn, such as large type. */
  void look(Look look);

  /** Shows another page. */
  void go(Stage stage);

  /**
   * Shows the page of a step, or of the first one that is still open if the step may not be visited
   * yet.
   */
  default void step(Step step) {
    go(new Stage.At(visit().journey().mayVisit(step) ? step : visit().journey().current()));
  }

  /** A step is done: on to where something is left. */
  default void proceed(Step from) {
    step(visit().journey().next(from));
  }

  /**
   * What 上一步 does on a step's page: the step before, or out of the journey with a question first.
   */
  default Runnable back(Step from) {
    Optional<Step> previous = visit().journey().previous(from);
    return previous.isPresent() ? () -> step(previous.get()) : this::leave;
  }

  /** Asks before something is thrown away, then goes home. */
  void leave();

  /** Somebody did something that is no touch: laid a card, fed a sheet. */
  void touched();

  /** Ends the turn: wipes everything and shows the standby page. */
  void end(EndReason reason);

  /**
   * Does something slow on a thread of its own and hands what came of it to the page. A result that
   * comes after the end of the turn is dropped: it can never reach the next citizen. A failure of
   * the work itself ends on the page for broken turns, in plain words.
   */
  <T> void work(Callable<T> slow, Consumer<T> then);

  /**
   * Like {@link #work}, for the page that is shown now: it must not pull a citizen back who has
   * gone to another one meanwhile, or has gone altogether.
   *
   * @param late lets go of what came too late for the page; from any thread
   */
  <T> void work(Callable<T> slow, Consumer<T> then, Consumer<T> late);

  /** Runs something in the page's thread soon, if the turn still runs then; from any thread. */
  void later(Runnable then);
}
