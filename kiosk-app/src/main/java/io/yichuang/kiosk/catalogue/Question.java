package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of an item: asked on a page of its own, and only if nobody knows the answer yet. */
public record Question(
    String id,
    Type type,
    LocalText title,
    LocalText label,
    @Nullable LocalText help,
    @Nullable LocalText example,
    @Nullable LocalText unit,
    boolean required,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable Integer minimum,
    @Nullable Integer maximum,
    @Nullable String notBefore,
    @Nullable List<Option> options,
    @Nullable Condition when,
    @Nullable Prefill prefill,
    @Nullable String party) {

  public enum Type {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("date")
    DATE,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("id-number")
    ID_NUMBER
  }

  public record Option(String value, LocalText label, @Nullable LocalText note) {}

  /** Asked only if the named question was answered so. */
  public record Condition(String question, String equals) {}

  /**
   * Where an answer may come from, so that nobody has to type it.
   *
   * @param from the record's name in people's words; only and always with a dataset
   */
  public record Prefill(AnswerSource source, String field, @Nullable LocalText from) {
    public Prefill {
      if (source.shared() == (from == null)) {
        throw new IllegalArgumentException(
            "prefill by " + source.name() + ": \"from\" names a shared record, and only that");
      }
    }
  }

  /** The choices; empty for the other types. */
  public List<Option> choices() {
    return options == null ? List.of() : options;
  }
}
