package io.yichuang.kiosk.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.yichuang.kiosk.catalogue.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 办件. A case as the platform tells it.
 *
 * @param code 统一服务监管码, 20 digits
 * @param applicant masked by the platform
 * @param daysLeft working days until {@code promisedBy}; negative when late
 */
public record CaseFile(
    String code,
    String terminalNumber,
    String item,
    LocalText itemName,
    LocalText department,
    String applicant,
    State state,
    Light light,
    Instant submittedAt,
    @Nullable LocalDate acceptBy,
    @Nullable LocalDate promisedBy,
    @Nullable LocalDate legalBy,
    @Nullable Instant finishedAt,
    @Nullable Integer daysLeft,
    @Nullable LocalText reason,
    List<Point> timeline,
    @Nullable Instant remindedAt,
    @Nullable Integer rated,
    @Nullable Licence licence) {
  public CaseFile {
    Objects.requireNonNull(terminalNumber);
    Objects.requireNonNull(state);
    Objects.requireNonNull(light);
    Objects.requireNonNull(submittedAt);
    timeline = List.copyOf(timeline);
    if (!code.matches("[0-9]{20}")) {
      throw new IllegalArgumentException("a supervision code has 20 digits");
    }
  }

  public enum State {
    /** 已收件. */
    @JsonProperty("received")
    RECEIVED,
    /** 已受理. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** 补正: something is missing. */
    @JsonProperty("correction")
    CORRECTION,
    @JsonProperty("finished")
    FINISHED,
    @JsonProperty("rejected")
    REJECTED
  }

  public enum Light {
    @JsonProperty("green")
    GREEN,
    @JsonProperty("yellow")
    YELLOW,
    @JsonProperty("red")
    RED,
    @JsonProperty("none")
    NONE
  }

  /** One point of the timeline; posts, never persons. */
  public record Point(
      LocalText what,
      PointState state,
      @Nullable Instant at,
      @Nullable LocalDate by,
      @Nullable LocalText who,
      @Nullable LocalText note) {}

  public enum PointState {
    @JsonProperty("done")
    DONE,
    @JsonProperty("now")
    NOW,
    @JsonProperty("later")
    LATER
  }

  @Override
  public String toString() {
    return "CaseFile[" + item + ", " + state + "]";
  }
}
