package io.yichuang.kiosk.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule.Means;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.submission.Journal.Attachment;
import io.yichuang.vision.face.PhotoDoubt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the contract writes it ({@code Submission} in {@code platform-v1.yaml}).
 * Personal.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionBody(
    String terminalNumber,
    String item,
    String catalogueVersion,
    String channel,
    String terminal,
    String softwareVersion,
    String region,
    String language,
    Instant submittedAt,
    Actor actor,
    List<Party> parties,
    Identity identity,
    List<Consent> consents,
    List<AnswerEntry> answers,
    List<MaterialEntry> materials,
    SignatureEntry signature) {

  /** Where a submission comes from. */
  record Sender(String channel, String terminal, String softwareVersion, String region) {
    static Sender of(KioskProperties.Terminal terminal, String softwareVersion) {
      return new Sender(
          terminal.profile().name().toLowerCase(Locale.ROOT),
          terminal.id(),
          softwareVersion,
          terminal.region());
    }
  }

  record Actor(
      String name, String idNumber, String address, LocalDate birth, String sex, String phone) {
    @Override
    public String toString() {
      return "Actor";
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Party(String role, String name, @Nullable String idNumber, boolean confirmed) {
    @Override
    public String toString() {
      return "Party[" + role + "]";
    }
  }

  record Identity(List<String> means, String level, Instant at) {}

  record Consent(String kind, Instant at) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AnswerEntry(
      String question, String value, AnswerSource source, @Nullable Instant fetchedAt) {
    @Override
    public String toString() {
      return "AnswerEntry[" + question + "]";
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MaterialEntry(
      String material,
      Means means,
      @Nullable String sha256,
      @Nullable Integer pages,
      @Nullable String dataset,
      @Nullable Instant fetchedAt,
      @Nullable List<RemarkEntry> remarks) {
    /** Nothing was compared. */
    MaterialEntry(
        String material,
        Means means,
        @Nullable String sha256,
        @Nullable Integer pages,
        @Nullable String dataset,
        @Nullable Instant fetchedAt) {
      this(material, means, sha256, pages, dataset, fetchedAt, null);
    }
  }

  /** What the terminal found not to fit, for the clerk. */
  record RemarkEntry(String kind, String wanted, String seen, boolean overruled) {
    @Override
    public String toString() {
      return "RemarkEntry[" + kind + "]";
    }
  }

  record SignatureEntry(String sha256) {}

  /** What the order says, as the contract writes it; the files go by their hashes. */
  static SubmissionBody of(Order order, String number, Instant now, Sender sender) {
    Citizen who = order.citizen();
    return new SubmissionBody(
        number,
        order.item().code(),
        order.catalogueVersion(),
        sender.channel(),
        sender.terminal(),
        sender.softwareVersion(),
        sender.region(),
        order.language(),
        now,
        new Actor(who.name(), who.idNumber(), who.address(), who.birth(), who.sex(), order.phone()),
        parties(order),
        identity(order),
        order.consents().entrySet().stream()
            .map(consent -> new Consent(consent.getKey(), consent.getValue()))
            .toList(),
        answers(order),
        materials(order),
        new SignatureEntry(Attachment.sha256(order.signature().getBytes(StandardCharsets.UTF_8))));
  }

  private static Identity identity(Order order) {
    var means =
        order.means().keySet().stream()
            .sorted()
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    Instant last = order.means().values().stream().max(Instant::compareTo).orElseThrow();
    return new Identity(means, order.level().name(), last);
  }

  private static List<Party> parties(Order order) {
    var parties = new ArrayList<Party>();
    for (ServiceItem.Party party : order.item().parties()) {
      if (party.verify() == ServiceItem.Party.Verify.HERE) {
        parties.add(
            new Party(party.role(), order.citizen().name(), order.citizen().idNumber(), true));
        continue;
      }
      String name = "";
      String idNumber = null;
      for (Question question : order.asked()) {
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
      parties.add(new Party(party.role(), name, idNumber, false));
    }
    return parties;
  }

  private static List<AnswerEntry> answers(Order order) {
    var entries = new ArrayList<AnswerEntry>();
    for (Question question : order.asked()) {
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
            case Collected.Scanned(List<Collected.Page> pages, var check) -> {
              byte[] pdf = order.pdfs().get(rule.id());
              if (pdf == null) {
                throw new IllegalStateException("scanned, but no document: " + rule.id());
              }
              yield new MaterialEntry(
                  rule.id(),
                  Means.SCAN,
                  Attachment.sha256(pdf),
                  pages.size(),
                  null,
                  null,
                  remarks(check));
            }
            case Collected.Photo(var page, var doubts) -> {
              byte[] pdf = order.pdfs().get(rule.id());
              if (pdf == null) {
                throw new IllegalStateException("taken, but no document: " + rule.id());
              }
              yield new MaterialEntry(
                  rule.id(), Means.PHOTO, Attachment.sha256(pdf), 1, null, null, remarks(doubts));
            }
            case Collected.Promised(Instant at) ->
                new MaterialEntry(rule.id(), Means.PROMISE, null, null, null, at);
            case Collected.Later() ->
                new MaterialEntry(rule.id(), Means.LATER, null, null, null, null);
          });
    }
    return entries;
  }

  /** The citizen saw each of them beside the photo. */
  private static List<RemarkEntry> remarks(Set<PhotoDoubt> doubts) {
    return doubts.stream()
        .sorted()
        .map(doubt ->
            new RemarkEntry(doubt.name().toLowerCase(Locale.ROOT).replace('_', '-'), "", "", true))
        .toList();
  }

  private static @Nullable List<RemarkEntry> remarks(Collected.@Nullable Check check) {
    if (check == null) {
      return null;
    }
    return check.doubts().stream()
        .map(doubt ->
            new RemarkEntry(
                doubt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                doubt.wanted(),
                doubt.seen(),
                check.kept()))
        .toList();
  }

  @Override
  public String toString() {
    return "SubmissionBody[" + item + "]";
  }
}
