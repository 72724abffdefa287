package io.yichuang.kiosk.journey;

import io.yichuang.kiosk.catalogue.AnswerSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer and who gave it. Personal.
 *
 * @param fetchedAt for answers out of another department's record
 * @param seen whether the citizen has looked at it and let it stand
 */
public record Answer(String value, AnswerSource source, @Nullable Instant fetchedAt, boolean seen) {
  @Override
  public String toString() {
    return "Answer[" + source + "]";
  }
}
