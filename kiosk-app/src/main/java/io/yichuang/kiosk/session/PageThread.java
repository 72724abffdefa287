package io.yichuang.kiosk.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the page's thread from any other. What comes too late for the turn that asked for it
 * is dropped: it must not reach the next citizen.
 */
final class PageThread {
  private static final Logger log = LoggerFactory.getLogger(PageThread.class);

  private final KioskView view;
  private volatile @Nullable UI ui;

  PageThread(KioskView view) {
    this.view = view;
  }

  void open(UI page) {
    ui = page;
  }

  /** Nothing reaches the page any more. */
  void close() {
    ui = null;
  }

  /** Runs it there, soon; from any thread. */
  void run(Command then) {
    UI page = ui;
    if (page != null) {
      in(page, then, () -> {});
    }
  }

  /** See {@link Turn#later}. */
  void later(long asked, Runnable then) {
    run(() -> whenCurrent(asked, then, () -> {}));
  }

  /** See {@link Turn#work(Callable, Consumer)}. */
  <T> void work(long asked, Callable<T> slow, Consumer<T> then) {
    work(asked, slow, () -> true, then, _ -> {});
  }

  /**
   * See {@link Turn#work(Callable, Consumer, Consumer)}.
   *
   * @param wanted whether the page that asked is still shown; in the page's thread
   */
  <T> void work(
      long asked, Callable<T> slow, BooleanSupplier wanted, Consumer<T> then, Consumer<T> late) {
    UI page = ui;
    if (page == null) {
      return;
    }
    // Not a virtual one: vision stays in native code for seconds and would hold its carrier; with
    // as
    // many of them as cores neither page nor device would be answered, and the browser gives up.
    Thread.ofPlatform()
        .daemon()
        .name("turn-" + asked)
        .start(() -> {
          // A task keeps an Error too, such as a native library that is missing.
          var task = new FutureTask<>(slow);
          task.run();
          Runnable drop = () -> drop(task, late);
          in(
              page,
              () ->
                  whenCurrent(
                      asked, () -> came(task, asked, wanted.getAsBoolean() ? then : late), drop),
              drop);
        });
  }

  private <T> void came(FutureTask<T> task, long asked, Consumer<T> then) {
    try {
      then.accept(task.get());
    } catch (ExecutionException e) {
      // The work says in its result what can go wrong; an exception here is a mistake of ours.
      Throwable why = e.getCause() == null ? e : e.getCause();
      view.mistake("work of turn " + asked, why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      view.mistake("work of turn " + asked, e);
    }
  }

  private static <T> void drop(FutureTask<T> task, Consumer<T> late) {
    if (task.state() == Future.State.SUCCESS) {
      late.accept(task.resultNow());
    }
  }

  private void whenCurrent(long asked, Runnable then, Runnable drop) {
    if (view.is(asked)) {
      then.run();
    } else {
      log.info("a late result of turn {} was dropped", asked);
      drop.run();
    }
  }

  /** What fails in the page's thread reaches Vaadin's error handler. */
  private static void in(UI page, Command then, Runnable gone) {
    page.accessLater(
            then::execute,
            () -> {
              log.info("a result came when its page had gone");
              gone.run();
            })
        .run();
  }
}
