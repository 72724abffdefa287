package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Collected;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody had done of an item. No consent, no signature and no picture of the person is in
 * it: those are given anew. Personal.
 *
 * @param answers by question, in the order they were given
 * @param pages scanned, by material
 */
public record Draft(
    String item,
    Instant keptAt,
    Map<String, Answer> answers,
    Map<String, List<Collected.Page>> pages) {
  public Draft {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
  }

  /** How many answers the citizen gave, or looked at and let stand. */
  int seen() {
    return (int) answers.values().stream().filter(Answer::seen).count();
  }

  int pageCount() {
    return pages.values().stream().mapToInt(List::size).sum();
  }

  /** Whether it would spare anybody anything: what others know comes again by itself. */
  boolean worthKeeping() {
    return pageCount() > 0
        || answers.values().stream()
            .anyMatch(answer -> answer.seen() && answer.source().equals(AnswerSource.TYPED));
  }

  @Override
  public String toString() {
    return "Draft[" + item + "]";
  }
}
