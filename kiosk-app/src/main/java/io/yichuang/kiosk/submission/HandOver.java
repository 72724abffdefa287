package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Brings journalled submissions to the platform, exactly once: files first, by hash; then the case,
 * under the terminal's own number as idempotency key. An answer that was lost does no harm, because
 * the same request is sent again.
 */
@Service
class HandOver {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);

  /** Enough to empty a night's queue in a few rounds, few enough to hold in memory. */
  private static final int A_ROUND = 20;

  /** A citizen who waits at the screen has the first try, so that the answer reaches the page. */
  private static final Duration OWN_CHANCE = Duration.ofSeconds(30);

  private final Journal journal;
  private final Platform platform;
  private final Clock clock;

  /** Who waited at the screen before it waits no more: the terminal went down under him. */
  private final Instant started;

  /** One hand-over at a time: the citizen's own, or the round in the background. */
  private final ReentrantLock one = new ReentrantLock();

  HandOver(Journal journal, Platform platform, Clock clock) {
    this.journal = journal;
    this.platform = platform;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Tries one submission now; empty if the platform cannot take it yet. */
  Optional<CaseFile> now(String terminalNumber) {
    one.lock();
    try {
      return journal.pending(terminalNumber).flatMap(this::bring);
    } finally {
      one.unlock();
    }
  }

  /**
   * Tries what waits; the first that cannot be brought for want of a platform ends the round. Then
   * tells the code to those who were gone before it came.
   */
  @Scheduled(fixedDelayString = "${kiosk.hand-over-every:PT10S}")
  void round() {
    one.lock();
    try {
      Instant own = clock.instant().minus(OWN_CHANCE);
      Instant unattended = own.isBefore(started) ? started : own;
      for (Journal.Pending submission : journal.pending(A_ROUND, unattended)) {
        if (bring(submission).isEmpty()
            && journal.pending(submission.terminalNumber()).isPresent()) {
          return;
        }
      }
      tell(unattended);
    } finally {
      one.unlock();
    }
  }

  /** By SMS. A crash after it costs nothing: the platform sends it once. */
  private void tell(Instant unattended) {
    for (Journal.Untold gone : journal.untold(A_ROUND, unattended)) {
      try {
        platform.tellHandedOver(gone.code());
        journal.told(gone.terminalNumber());
      } catch (PlatformException e) {
        log.info("{} is not told yet: {} {}", gone.terminalNumber(), e.kind(), e.getMessage());
        if (e.worthAnotherTry()) {
          return;
        }
        journal.told(gone.terminalNumber());
      }
    }
  }

  private Optional<CaseFile> bring(Journal.Pending submission) {
    String number = submission.terminalNumber();
    try {
      for (String sha256 : journal.attachmentsOf(submission.id())) {
        var file = journal.attachment(submission, sha256);
        platform.putFile(sha256, file.contentType(), file.content());
      }
      CaseFile made = platform.submit(number, submission.body());
      journal.handedOver(submission.id(), made.code());
      log.info("submission {} handed over", number);
      return Optional.of(made);
    } catch (PlatformException e) {
      if (e.worthAnotherTry()) {
        journal.tried(submission.id());
        log.info("submission {} waits: {} {}", number, e.kind(), e.getMessage());
      } else {
        journal.refused(submission.id(), e.code());
        log.error("submission {} was refused: {}; a person must look at it", number, e.code());
      }
      return Optional.empty();
    }
  }
}
