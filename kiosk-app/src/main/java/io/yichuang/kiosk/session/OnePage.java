package io.yichuang.kiosk.session;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The terminal has one screen: the window that was opened last is it, and gets the beat of the
 * clock.
 */
@Component
class OnePage {
  private final AtomicReference<@Nullable KioskView> page = new AtomicReference<>();

  void opened(KioskView view) {
    KioskView before = page.getAndSet(view);
    if (before != null && !before.equals(view)) {
      before.superseded();
    }
  }

  void closed(KioskView view) {
    page.compareAndSet(view, null);
  }

  /** Something of ours broke in the page's thread. */
  void mistake(Throwable why) {
    KioskView view = page.get();
    if (view != null) {
      view.broke(why);
    }
  }

  void surroundings(Surroundings.Seen seen) {
    KioskView view = page.get();
    if (view != null) {
      view.surroundings(seen);
    }
  }

  @Scheduled(fixedRate = 1000)
  void tick() {
    KioskView view = page.get();
    if (view != null) {
      view.tick();
    }
  }
}
