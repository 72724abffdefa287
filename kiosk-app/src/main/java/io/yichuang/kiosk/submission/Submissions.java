package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.MaterialRule.Means;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Journey;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.submission.Journal.Attachment;
import io.yichuang.kiosk.submission.SubmissionBody.AnswerEntry;
import io.yichuang.kiosk.submission.SubmissionBody.MaterialEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a submission out of a visit: first into the journal, synced to disk; then, if the platform
 * is there, on to it. Blocks; call it from a virtual thread.
 */
@Service
public class Submissions {
  private final Journal journal;
  private final HandOver handOver;
  private final JsonMapper json;
  private final Clock clock;
  private final KioskProperties properties;
  private final String softwareVersion;

  Submissions(
      Journal journal,
      HandOver handOver,
      JsonMapper json,
      Clock clock,
      KioskProperties properties,
      @Value("${spring.application.version:0.1.0}") String softwareVersion) {
    this.journal = journal;
    this.handOver = handOver;
    this.json = json;
    this.clock = clock;
    this.properties = properties;
    this.softwareVersion = softwareVersion;
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
   * What a citizen submits, taken from the visit while its lock was held, so that the slow part can
   * run without it.
   *
   * @param pdfs the scanned materials as PDF/A, by material
   */
  public record Order(
      ServiceItem item,
      String catalogueVersion,
      Citizen citizen,
      Map<Visit.Means, Instant> means,
      ServiceItem.Assurance level,
      Map<String, Instant> consents,
      Journey journey,
      Map<String, Collected> basket,
      Map<String, byte[]> pdfs,
      String signature,
      String language) {

    /** Takes what is needed out of a visit whose journey is complete but for the submission. */
    public static Order of(Visit visit, Map<String, byte[]> pdfs, String signature, Locale locale) {
      return new Order(
          visit.item().orElseThrow(),
          visit.catalogueVersion().orElseThrow(),
          visit.citizen().orElseThrow(),
          Map.copyOf(visit.means()),
          visit.assurance().orElseThrow(),
          Map.copyOf(visit.consents()),
          visit.journey(),
          Map.copyOf(visit.basket()),
          Map.copyOf(pdfs),
          signature,
          Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh");
    }

    @Override
    public String toString() {
      return "Order[" + item.code() + "]";
    }
  }

  /** Journals the order; when this returns the submission can no longer be lost. */
  public Submitted journal(Order order) {
    Instant now = clock.instant();
    var attachments = new ArrayList<Attachment>();
    byte[] strokes = order.signature().getBytes(StandardCharsets.UTF_8);
    attachments.add(new Attachment(sha256(strokes), "application/json", strokes));
    order
        .pdfs()
        .values()
        .forEach(pdf -> attachments.add(new Attachment(sha256(pdf), "application/pdf", pdf)));
    String number =
        journal.write(
            order.item().code(),
            fresh -> json.writeValueAsBytes(body(order, fresh, now)),
            attachments);
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
    /** The platform refused it: a person has to look at it. */
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
      case "refused" -> Kept.REFUSED;
      default -> Kept.NOT_HERE;
    };
  }

  private SubmissionBody body(Order order, String number, Instant now) {
    Citizen who = order.citizen();
    var terminal = properties.terminal();
    return new SubmissionBody(
        number,
        order.item().code(),
        order.catalogueVersion(),
        terminal.profile().name().toLowerCase(Locale.ROOT),
        terminal.id(),
        softwareVersion,
        terminal.region(),
        order.language(),
        now,
        new SubmissionBody.Actor(
            who.name(), who.idNumber(), who.address(), who.birth(), who.sex(), phone(order)),
        parties(order),
        identity(order),
        order.consents().entrySet().stream()
            .map(consent -> new SubmissionBody.Consent(consent.getKey(), consent.getValue()))
            .toList(),
        answers(order),
        materials(order),
        new SubmissionBody.SignatureEntry(
            sha256(order.signature().getBytes(StandardCharsets.UTF_8))));
  }

  /** The number the citizen gave for this matter goes before the registered one. */
  static String phone(Order order) {
    return asked(order).stream()
        .filter(question -> question.type() == Question.Type.PHONE && question.party() == null)
        .flatMap(
            question -> Optional.ofNullable(order.journey().answers().get(question.id())).stream())
        .map(Answer::value)
        .findFirst()
        .orElse(order.citizen().phone());
  }

  private static List<Question> asked(Order order) {
    return order.item().questions().stream().filter(order.journey()::asked).toList();
  }

  private static SubmissionBody.Identity identity(Order order) {
    var means =
        order.means().keySet().stream()
            .sorted()
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    Instant last = order.means().values().stream().max(Instant::compareTo).orElseThrow();
    return new SubmissionBody.Identity(means, order.level().name(), last);
  }

  private static List<SubmissionBody.Party> parties(Order order) {
    var parties = new ArrayList<SubmissionBody.Party>();
    for (ServiceItem.Party party : order.item().parties()) {
      if (party.verify() == ServiceItem.Party.Verify.HERE) {
        parties.add(
            new SubmissionBody.Party(
                party.role(), order.citizen().name(), order.citizen().idNumber(), true));
        continue;
      }
      String name = "";
      String idNumber = null;
      for (Question question : asked(order)) {
        Answer answer = order.journey().answers().get(question.id());
        if (!party.role().equals(question.party()) || answer == null) {
          continue;
        }
        if (question.type() == Question.Type.ID_NUMBER) {
          idNumber = answer.value();
        } else if (question.type() == Question.Type.TEXT) {
          name = answer.value();
        }
      }
      parties.add(new SubmissionBody.Party(party.role(), name, idNumber, false));
    }
    return parties;
  }

  private static List<AnswerEntry> answers(Order order) {
    var entries = new ArrayList<AnswerEntry>();
    for (Question question : asked(order)) {
      Answer answer = order.journey().answers().get(question.id());
      if (answer != null && !answer.value().isEmpty()) {
        entries.add(
            new AnswerEntry(question.id(), answer.value(), answer.source(), answer.fetchedAt()));
      }
    }
    return entries;
  }

  private static List<MaterialEntry> materials(Order order) {
    var entries = new ArrayList<MaterialEntry>();
    for (var rule : order.item().materials()) {
      Collected collected = order.basket().get(rule.id());
      if (collected == null) {
        continue;
      }
      entries.add(
          switch (collected) {
            case Collected.FromCard(Instant at) ->
                new MaterialEntry(rule.id(), Means.CARD, null, null, null, at);
            case Collected.FromData(String dataset, Instant at) ->
                new MaterialEntry(rule.id(), Means.SHARED, null, null, dataset, at);
            case Collected.Scanned(List<Collected.Page> pages) -> {
              byte[] pdf = order.pdfs().get(rule.id());
              if (pdf == null) {
                throw new IllegalStateException("scanned, but no document: " + rule.id());
              }
              yield new MaterialEntry(rule.id(), Means.SCAN, sha256(pdf), pages.size(), null, null);
            }
            case Collected.Promised(Instant at) ->
                new MaterialEntry(rule.id(), Means.PROMISE, null, null, null, at);
            case Collected.Later() ->
                new MaterialEntry(rule.id(), Means.LATER, null, null, null, null);
          });
    }
    return entries;
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
