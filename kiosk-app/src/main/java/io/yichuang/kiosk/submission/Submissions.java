package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.draft.Drafts;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.submission.Journal.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a submission out of a visit: first into the journal, synced to disk; then, if the platform
 * is there, on to it. Blocks.
 */
@Service
public class Submissions {
  private final Journal journal;
  private final HandOver handOver;
  private final Drafts drafts;
  private final JsonMapper json;
  private final Clock clock;
  private final SubmissionBody.Sender sender;

  Submissions(
      Journal journal,
      HandOver handOver,
      Drafts drafts,
      JsonMapper json,
      Clock clock,
      KioskProperties properties,
      @Value("${spring.application.version:0.1.0}") String softwareVersion) {
    this.journal = journal;
    this.handOver = handOver;
    this.drafts = drafts;
    this.json = json;
    this.clock = clock;
    this.sender = SubmissionBody.Sender.of(properties.terminal(), softwareVersion);
  }

  /**
   * A submission that stands in the journal.
   *
   * @param terminalNumber the terminal's own number
   * @param at when it was journalled
   * @param made the platform's case; empty while the platform is away, or if it refused
   * @param refused whether the platform said no: then a person has to look at it
   */
  public record Submitted(
      String terminalNumber, Instant at, Optional<CaseFile> made, boolean refused) {
    @Override
    public String toString() {
      return "Submitted[" + terminalNumber + "]";
    }
  }

  /**
   * Journals the order; when this returns the submission can no longer be lost. What was kept of it
   * half done goes in the same transaction: nobody is asked to go on with what was submitted.
   */
  @Transactional
  public Submitted journal(Order order) {
    Instant now = clock.instant();
    var attachments = new ArrayList<Attachment>();
    attachments.add(
        Attachment.of("application/json", order.signature().getBytes(StandardCharsets.UTF_8)));
    order.pdfs().values().forEach(pdf -> attachments.add(Attachment.of("application/pdf", pdf)));
    String number =
        journal.write(
            order.item().code(),
            fresh -> json.writeValueAsBytes(SubmissionBody.of(order, fresh, now, sender)),
            attachments);
    drafts.forget(order.citizen().idNumber(), order.item().code());
    return new Submitted(number, now, Optional.empty(), false);
  }

  /** The screen shows the code, or that it was refused: no message is needed. */
  void shown(Submitted submitted) {
    if (submitted.made().isPresent() || submitted.refused()) {
      journal.told(submitted.terminalNumber());
    }
  }

  /**
   * Tries to hand a journalled submission over at once, so that the citizen sees the supervision
   * code.
   */
  public Submitted bring(Submitted submitted) {
    String number = submitted.terminalNumber();
    Optional<CaseFile> made = handOver.now(number);
    boolean refused =
        made.isEmpty() && journal.fate(number).filter(Journal.Fate::refused).isPresent();
    return new Submitted(number, submitted.at(), made, refused);
  }

  /** What this terminal itself knows of a submission. */
  public enum Kept {
    /** Safe here; it goes out as soon as the platform can be reached. */
    WAITING,
    /** The platform refused it, or it cannot be opened: a person has to look at it. */
    REFUSED,
    /** Nothing, or it was handed over: the platform is to be asked. */
    NOT_HERE
  }

  /**
   * Asks the journal.
   *
   * @param bare a terminal number without its hyphens
   */
  public Kept kept(String bare) {
    return switch (journal.fateOfBare(bare).map(Journal.Fate::state).orElse("")) {
      case "pending" -> Kept.WAITING;
      case "refused", "unreadable" -> Kept.REFUSED;
      default -> Kept.NOT_HERE;
    };
  }
}
