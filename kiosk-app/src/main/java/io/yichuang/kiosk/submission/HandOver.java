package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  private final Journal journal;
  private final Platform platform;
  private final Clock clock;
  private final JsonMapper json;

  /** Who waited at the screen before it waits no more: the terminal went down under him. */
  private final Instant started;

  /** A citizen who waits at the screen has the first try, so that the answer reaches the page. */
  private final Duration ownChance;

  /** One hand-over at a time: the citizen's own, or the round in the background. */
  private final ReentrantLock one = new ReentrantLock();

  HandOver(
      Journal journal,
      Platform platform,
      Clock clock,
      JsonMapper json,
      @Value("${kiosk.hand-over-after:PT30S}") Duration ownChance) {
    this.journal = journal;
    this.platform = platform;
    this.clock = clock;
    this.json = json;
    this.started = clock.instant();
    this.ownChance = ownChance;
  }

  /** Tries one submission now; empty if the platform cannot take it yet. */
  Optional<CaseFile> now(String terminalNumber) {
    one.lock();
    try {
      return journal
          .pending(terminalNumber)
          .flatMap(submission -> {
            try {
              return Optional.of(bring(submission));
            } catch (PlatformException e) {
              return Optional.empty();
            }
          });
    } finally {
      one.unlock();
    }
  }

  /**
   * Tries what waits, until there is no platform; then tells those who were gone before an answer
   * came. A citizen at the screen gets his turn between two submissions.
   */
  @Scheduled(fixedDelayString = "${kiosk.hand-over-every:PT10S}")
  void round() {
    Instant own = clock.instant().minus(ownChance);
    Instant unattended = own.isBefore(started) ? started : own;
    for (String number : journal.waiting(A_ROUND, unattended)) {
      if (!reached(number)) {
        return;
      }
    }
    tell(unattended);
  }

  /** Whether there is a platform; what it says of one submission is no reason to stop. */
  private boolean reached(String number) {
    one.lock();
    try {
      Optional<Journal.Pending> submission = journal.pending(number);
      if (submission.isPresent()) {
        bring(submission.get());
      }
      return true;
    } catch (PlatformException e) {
      return e.kind() != PlatformException.Kind.UNREACHABLE;
    } catch (IllegalStateException e) {
      log.error("submission {} cannot be opened: {}; a person must look", number, e.getMessage());
      journal.unreadable(number);
      return true;
    } finally {
      one.unlock();
    }
  }

  /** By SMS. A crash after it costs nothing: the platform sends it once. */
  private void tell(Instant unattended) {
    for (Journal.Untold gone : journal.untold(A_ROUND, unattended)) {
      if (!sent(gone.terminalNumber(), () -> platform.tellHandedOver(gone.code()))) {
        return;
      }
    }
    // Who stood at the screen knows of a refusal already; who had left must not wait for ever.
    for (String number : journal.refusedUntold(A_ROUND)) {
      if (!tellRefused(number)) {
        return;
      }
    }
  }

  private boolean tellRefused(String number) {
    try {
      Optional<Journal.Pending> refused = journal.refused(number);
      return refused.isEmpty() || sent(number, () -> tellRefused(refused.get()));
    } catch (IllegalStateException e) {
      log.error("submission {} cannot be opened: {}; nobody is told", number, e.getMessage());
      journal.unreadable(number);
      return true;
    }
  }

  private void tellRefused(Journal.Pending refused) throws PlatformException {
    JsonNode body = json.readTree(refused.body());
    JsonNode actor = body.path("actor");
    platform.tellRefused(
        refused.terminalNumber(),
        body.path("item").asString(""),
        actor.path("idNumber").asString(""),
        actor.path("phone").asString(""));
  }

  private interface Message {
    void send() throws PlatformException;
  }

  /** False if there is no platform now. */
  private boolean sent(String number, Message message) {
    try {
      message.send();
      journal.told(number);
    } catch (PlatformException e) {
      if (e.worthAnotherTry()) {
        log.info("{} is not told yet: {} {}", number, e.kind(), e.getMessage());
        return e.kind() != PlatformException.Kind.UNREACHABLE;
      }
      log.error("{} cannot be told: {}; a person must", number, e.code());
      journal.told(number);
    }
    return true;
  }

  /**
   * @throws PlatformException why not; what can never be brought is marked so
   */
  private CaseFile bring(Journal.Pending submission) throws PlatformException {
    String number = submission.terminalNumber();
    try {
      for (String sha256 : journal.attachmentsOf(submission.id())) {
        var file = journal.attachment(submission, sha256);
        platform.putFile(sha256, file.contentType(), file.content());
      }
      CaseFile made = platform.submit(number, submission.body());
      if (!made.terminalNumber().equals(number)) {
        // A gateway in between, or another's answer: with it nothing here may be forgotten.
        throw new PlatformException(
            PlatformException.Kind.NONSENSE, "", List.of(), "the answer is of another case");
      }
      journal.handedOver(submission.id(), made.code());
      log.info("submission {} handed over", number);
      return made;
    } catch (PlatformException e) {
      if (e.worthAnotherTry()) {
        journal.tried(submission.id());
        log.info("submission {} waits: {} {}", number, e.kind(), e.getMessage());
      } else {
        journal.refused(submission.id(), e.code());
        log.error("submission {} was refused: {}; a person must look at it", number, e.code());
      }
      throw e;
    }
  }
}
