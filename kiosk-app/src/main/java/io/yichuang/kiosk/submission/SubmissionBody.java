package io.yichuang.kiosk.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule.Means;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

  @Override
  public String toString() {
    return "SubmissionBody[" + item + "]";
  }
}
