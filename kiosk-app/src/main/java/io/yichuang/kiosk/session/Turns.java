package io.yichuang.kiosk.session;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * One citizen at a time. The epoch rises with every begin and every end, so that what was asked for
 * one citizen can never reach the next.
 */
@Service
public class Turns {
  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  private final AtomicLong epoch = new AtomicLong();
  private final ApplicationEventPublisher events;

  Turns(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** The epoch of the turn that runs now; odd while a citizen is there. */
  public long epoch() {
    return epoch.get();
  }

  /** Whether {@code asked} is still the citizen who is there now. */
  public boolean current(long asked) {
    return epoch.get() == asked;
  }

  long begin() {
    long now = epoch.updateAndGet(last -> last % 2 == 0 ? last + 1 : last + 2);
    log.info("turn {} begins", now);
    return now;
  }

  /** Ends whatever turn runs; nothing if none does. */
  void endCurrent(EndReason reason) {
    long now = epoch.get();
    if (now % 2 != 0) {
      end(now, reason);
    }
  }

  void end(long ended, EndReason reason) {
    if (ended % 2 != 0 && epoch.compareAndSet(ended, ended + 1)) {
      log.info("turn {} ends: {}", ended, reason);
      events.publishEvent(new TurnEnded(ended, reason));
    }
  }
}
