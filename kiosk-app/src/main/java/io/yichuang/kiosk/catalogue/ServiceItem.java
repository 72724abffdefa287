package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 事项. One service item, as the platform's catalogue describes it (contract: {@code
 * platform-v1.yaml}).
 *
 * @param words what people call it in daily speech; for the search
 */
public record ServiceItem(
    String code,
    Kind kind,
    LocalText name,
    LocalText summary,
    LocalText department,
    String icon,
    Assurance assurance,
    Night night,
    int minutes,
    Fee fee,
    Limits limits,
    List<Party> parties,
    List<Question> questions,
    List<MaterialRule> materials,
    List<Result> results,
    List<String> devices,
    List<Next> next,
    @Nullable List<String> words) {
  public ServiceItem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(assurance);
    parties = List.copyOf(parties);
    questions = List.copyOf(questions);
    materials = List.copyOf(materials);
    results = List.copyOf(results);
    devices = List.copyOf(devices);
    next = List.copyOf(next);
    words = words == null ? null : List.copyOf(words);
  }

  public enum Kind {
    /** An office works on it. */
    @JsonProperty("apply")
    APPLY,
    /** The result comes at once. */
    @JsonProperty("instant")
    INSTANT,
    /** Reads only. */
    @JsonProperty("query")
    QUERY
  }

  /** How sure the terminal must be of the person; a higher one reaches all lower ones. */
  public enum Assurance {
    /** The card alone. */
    L1,
    /** Card or number, and one more means. */
    L2,
    /** Police grade. */
    L3
  }

  public enum Night {
    @JsonProperty("open")
    OPEN,
    /** Taken at night, worked on by day. */
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("closed")
    CLOSED
  }

  /**
   * What it costs.
   *
   * @param fen hundredths of a yuan
   */
  public record Fee(int fen, LocalText note) {}

  public record Limits(@Nullable TimeLimit legal, @Nullable TimeLimit promised) {}

  /** 法定/承诺时限: a number alone is not a limit. */
  public record TimeLimit(int value, Unit unit, Start start) {
    public enum Unit {
      @JsonProperty("working-day")
      WORKING_DAY,
      @JsonProperty("calendar-day")
      CALENDAR_DAY
    }

    public enum Start {
      @JsonProperty("submitted")
      SUBMITTED,
      @JsonProperty("accepted")
      ACCEPTED
    }
  }

  public record Party(String role, LocalText name, Verify verify) {
    public enum Verify {
      @JsonProperty("here")
      HERE,
      /** Confirms later, perhaps on another machine. */
      @JsonProperty("later")
      LATER
    }
  }

  public record Next(When when, LocalText what, @Nullable LocalText note) {
    public enum When {
      @JsonProperty("today")
      TODAY,
      @JsonProperty("accepted-by")
      ACCEPTED_BY,
      @JsonProperty("finished-by")
      FINISHED_BY,
      @JsonProperty("after")
      AFTER
    }
  }

  public record Result(
      String id,
      LocalText name,
      List<String> delivery,
      @Nullable CertificateTemplate certificate) {}

  /** How a licence's data is laid out on paper. */
  public record CertificateTemplate(
      LocalText title, LocalText statement, List<Row> rows, @Nullable Table table) {
    public record Row(LocalText label, String field) {}

    public record Table(String field, List<Row> columns) {}
  }

  /** The template of the first result that has one. */
  public Optional<CertificateTemplate> certificate() {
    return results.stream()
        .flatMap(result -> Optional.ofNullable(result.certificate()).stream())
        .findFirst();
  }

  /** What people call it; empty if the catalogue does not say. */
  public List<String> spoken() {
    return words == null ? List.of() : words;
  }

  public Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /** Whether a person's name answers the question: then a paper is compared with it. */
  public boolean asksForName(Question question) {
    return question.type() == Question.Type.TEXT
        && materials.stream()
            .map(MaterialRule::expect)
            .anyMatch(expect ->
                expect != null && expect.names() != null && expect.names().contains(question.id()));
  }

  public Optional<MaterialRule> material(String id) {
    return materials.stream().filter(material -> material.id().equals(id)).findFirst();
  }
}
