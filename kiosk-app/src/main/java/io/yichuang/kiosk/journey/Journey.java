package io.yichuang.kiosk.journey;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a citizen can be and go, derived anew from what is known: there is no navigation state that
 * could be wrong.
 *
 * @param item what is being done
 * @param identified whether the item's assurance is reached
 * @param answers by question
 * @param collected ids of the materials that lie in the basket
 * @param submitted whether the submission stands in the journal
 */
public record Journey(
    ServiceItem item,
    boolean identified,
    Map<String, Answer> answers,
    Set<String> collected,
    boolean submitted) {

  /** All steps of this journey as the answers stand, in order. */
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    steps.add(new Step.Identify());
    for (Question question : item.questions()) {
      if (asked(question)) {
        steps.add(new Step.Ask(question.id()));
      }
    }
    if (hasBasket()) {
      steps.add(new Step.Materials());
    }
    steps.add(new Step.Confirm());
    steps.add(new Step.Done());
    return List.copyOf(steps);
  }

  /**
   * A basket is shown only if somebody has to do something about a material, or should know that
   * nobody has.
   */
  private boolean hasBasket() {
    return switch (item.kind()) {
      case APPLY -> !item.materials().isEmpty();
      case INSTANT, QUERY -> somebodyBrings() || (identified && !missing().isEmpty());
    };
  }

  /** Whether a required material is one that never comes by itself. */
  private boolean somebodyBrings() {
    return item.materials().stream()
        .filter(MaterialRule::required)
        .anyMatch(rule ->
            switch (rule.means()) {
              case SCAN, PHOTO, PROMISE -> true;
              case CARD, SHARED, LATER -> false;
            });
  }

  /**
   * Whether a question is asked at all, as the answers stand. What was answered to a question that
   * is not asked any more is as good as not answered, so conditions chain.
   */
  public boolean asked(Question question) {
    return asked(question, new HashSet<>());
  }

  /**
   * As above.
   *
   * @param waiting questions whose turn hangs on this one; a circle of conditions is never asked
   */
  private boolean asked(Question question, Set<String> waiting) {
    var when = question.when();
    if (when == null) {
      return true;
    }
    Answer answer = answers.get(when.question());
    return waiting.add(question.id())
        && answer != null
        && answer.value().equals(when.equals())
        && item.question(when.question()).filter(other -> asked(other, waiting)).isPresent();
  }

  /** The answers that count: those to questions that are asked. */
  public Map<String, Answer> counting() {
    var counting = new LinkedHashMap<String, Answer>();
    for (Question question : item.questions()) {
      Answer answer = answers.get(question.id());
      if (answer != null && asked(question)) {
        counting.put(question.id(), answer);
      }
    }
    return counting;
  }

  /** Whether nothing more is to be done at a step. */
  public boolean complete(Step step) {
    return switch (step) {
      case Step.Identify() -> identified;
      case Step.Ask(String id) -> {
        Answer answer = answers.get(id);
        yield answer != null && answer.seen();
      }
      case Step.Materials() -> missing().isEmpty();
      case Step.Confirm() -> submitted;
      case Step.Done() -> false;
    };
  }

  /** Required materials that do not lie in the basket yet. */
  public List<MaterialRule> missing() {
    return item.materials().stream()
        .filter(MaterialRule::required)
        .filter(material -> !collected.contains(material.id()))
        .toList();
  }

  /** The first step at which something is left to do. */
  public Step current() {
    return steps().stream().filter(step -> !complete(step)).findFirst().orElseThrow();
  }

  /**
   * The step after {@code step}; a citizen who came back to change one answer goes on where
   * something is left.
   */
  public Step next(Step step) {
    if (complete(step) && current().phase().compareTo(step.phase()) > 0) {
      return current();
    }
    var steps = steps();
    int at = steps.indexOf(step);
    return at < 0 || at + 1 == steps.size() ? current() : steps.get(at + 1);
  }

  /** The step before {@code step}; none before the first, and none once the submission is made. */
  public Optional<Step> previous(Step step) {
    if (submitted) {
      return Optional.empty();
    }
    var steps = steps();
    int at = steps.indexOf(step);
    // Identity is not asked for twice: going back from the first question leads out of the journey.
    int first = identified ? 1 : 0;
    return at > first ? Optional.of(steps.get(at - 1)) : Optional.empty();
  }

  /** Whether a citizen may be at {@code step}: everything before it is done. */
  public boolean mayVisit(Step step) {
    if (submitted) {
      return step instanceof Step.Done;
    }
    var steps = steps();
    int at = steps.indexOf(step);
    return at >= 0 && steps.subList(0, at).stream().allMatch(this::complete);
  }

  /** The windows that stand on this journey's stroke. */
  public List<Step.Phase> phases() {
    var phases = new ArrayList<Step.Phase>();
    phases.add(Step.Phase.ITEM);
    steps().stream().map(Step::phase).distinct().forEach(phases::add);
    return List.copyOf(phases);
  }
}
