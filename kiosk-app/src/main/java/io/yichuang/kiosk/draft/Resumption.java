package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.form.Validity;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.material.MaterialCheck;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Leaving;
import io.yichuang.kiosk.session.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * When a turn breaks off, what was done is kept; when its owner comes back and has proven again who
 * it is, by the same means that the item wants anyway, nothing has to be typed a second time. There
 * is no code to remember: the card and the person are the code.
 */
@Service
public class Resumption implements Leaving {
  private final Drafts drafts;
  private final MaterialCheck materials;
  private final Clock clock;

  Resumption(Drafts drafts, MaterialCheck materials, Clock clock) {
    this.drafts = drafts;
    this.materials = materials;
    this.clock = clock;
  }

  @Override
  public Optional<LocalDate> until(Visit visit) {
    return draft(visit).filter(Draft::worthKeeping).flatMap(_ -> drafts.until());
  }

  @Override
  public void ends(Visit visit, EndReason reason) {
    Optional<Draft> draft = draft(visit);
    Optional<Citizen> citizen = visit.citizen();
    if (draft.isEmpty() || citizen.isEmpty() || drafts.until().isEmpty()) {
      return;
    }
    switch (reason) {
      case TIMED_OUT, BROKEN, LEFT, KEPT ->
          draft
              .filter(Draft::worthKeeping)
              .ifPresent(worthy -> drafts.keep(citizen.get().idNumber(), worthy));
      case ABANDONED -> drafts.forget(citizen.get().idNumber(), draft.get().item());
      case FINISHED -> {
        // Nothing was begun, or it was submitted, and the draft went with that.
      }
    }
  }

  /** Only of who has proven enough for this item to see it again, and nothing that is practice. */
  private Optional<Draft> draft(Visit visit) {
    if (visit.rehearsal()
        || visit.item().isEmpty()
        || visit.terminalNumber().isPresent()
        || !visit.journey().identified()) {
      return Optional.empty();
    }
    var pages = new LinkedHashMap<String, List<Collected.Page>>();
    visit
        .basket()
        .forEach((material, collected) -> {
          // A photo of the person is not among them: a face stays in memory.
          if (collected instanceof Collected.Scanned(var scanned, var check)) {
            pages.put(material, scanned);
          }
        });
    return Optional.of(
        new Draft(visit.item().get().code(), clock.instant(), visit.journey().counting(), pages));
  }

  /** What this person had done of the item; blocks. */
  public Optional<Draft> find(ServiceItem item, Citizen citizen) {
    return drafts.until().flatMap(_ -> drafts.find(citizen.idNumber(), item.code()));
  }

  /** Asks whether to go on with it; not who has filled something in by now. */
  public void offer(Draft draft, Turn turn) {
    boolean begun =
        turn.visit().answers().values().stream()
            .anyMatch(answer -> answer.source().equals(AnswerSource.TYPED));
    if (begun) {
      turn.proceed(new Step.Identify());
    } else {
      turn.go(new DraftStages.Found(draft));
    }
  }

  void anew(Draft draft, Turn turn) {
    Citizen citizen = turn.visit().citizen().orElseThrow();
    turn.work(
        () -> {
          drafts.forget(citizen.idNumber(), draft.item());
          return draft;
        },
        _ -> turn.proceed(new Step.Identify()));
  }

  /** The draft itself stays until the submission, or until its owner does not want it. */
  void goOn(Draft draft, Turn turn) {
    Visit visit = turn.visit();
    ServiceItem item = visit.item().orElseThrow();
    var values = new HashMap<String, String>();
    draft.answers().forEach((id, answer) -> values.put(id, answer.value()));
    draft
        .answers()
        .forEach((id, answer) ->
            item.question(id)
                .flatMap(question -> still(question, answer, values, visit))
                .ifPresent(now -> visit.answer(id, now)));
    for (MaterialRule rule : item.materials()) {
      List<Collected.Page> pages = draft.pages().getOrDefault(rule.id(), List.of());
      if (rule.means() == MaterialRule.Means.SCAN && !pages.isEmpty()) {
        materials.resume(turn, rule, pages);
      }
    }
    if (draft.pageCount() > 0) {
      // Their owner sees that they are there, and is told if they do not fit any more.
      turn.step(new Step.Materials());
    } else {
      turn.proceed(new Step.Identify());
    }
  }

  /**
   * An answer as it may be taken over: what was typed, asked again if it cannot be any more, such
   * as a day that has passed; what others knew, only if they still say so.
   */
  private Optional<Answer> still(
      Question question, Answer kept, Map<String, String> values, Visit visit) {
    if (kept.source().equals(AnswerSource.TYPED)) {
      boolean right =
          Validity.problem(question, kept.value(), values, LocalDate.now(clock)).isEmpty();
      return Optional.of(
          new Answer(kept.value(), kept.source(), kept.fetchedAt(), kept.seen() && right));
    }
    return Optional.ofNullable(visit.answers().get(question.id()))
        .filter(now -> now.value().equals(kept.value()) && now.source().equals(kept.source()))
        .map(now -> new Answer(now.value(), now.source(), now.fetchedAt(), kept.seen()));
  }

  ZonedDateTime local(Instant at) {
    return at.atZone(clock.getZone());
  }
}
