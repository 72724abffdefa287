package io.yichuang.kiosk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {
  private static final Step IDENTIFY = new Step.Identify();
  private static final Step KIND = new Step.Ask("kind");
  private static final Step SHOP = new Step.Ask("shop");
  private static final Step DATE = new Step.Ask("date");
  private static final Step MATERIALS = new Step.Materials();
  private static final Step CONFIRM = new Step.Confirm();
  private static final Step DONE = new Step.Done();

  private static final ServiceItem ITEM =
      Items.item(
          ServiceItem.Kind.APPLY,
          List.of(
              Items.question("kind"),
              Items.question("shop", new Question.Condition("kind", "shop")),
              Items.question("date")),
          List.of(Items.material("deed", true), Items.material("photo", false)));

  private static Answer seen(String value) {
    return new Answer(value, AnswerSource.TYPED, null, true);
  }

  private static Journey journey(Map<String, Answer> answers, Set<String> collected) {
    return new Journey(ITEM, true, answers, collected, false);
  }

  @Test
  void steps_stand_in_the_order_of_the_catalogue_and_a_conditional_one_is_left_out() {
    assertThat(journey(Map.of(), Set.of()).steps())
        .containsExactly(IDENTIFY, KIND, DATE, MATERIALS, CONFIRM, DONE);
  }

  @Test
  void a_conditional_question_is_asked_only_after_its_answer() {
    assertThat(journey(Map.of("kind", seen("shop")), Set.of()).steps())
        .containsExactly(IDENTIFY, KIND, SHOP, DATE, MATERIALS, CONFIRM, DONE);
    assertThat(journey(Map.of("kind", seen("home")), Set.of()).steps()).doesNotContain(SHOP);
  }

  @Test
  void an_answer_to_a_question_that_is_not_asked_any_more_opens_no_other() {
    var chain =
        Items.item(
            ServiceItem.Kind.APPLY,
            List.of(
                Items.question("kind"),
                Items.question("shop", new Question.Condition("kind", "shop")),
                Items.question("goods", new Question.Condition("shop", "food")),
                Items.question("cold", new Question.Condition("goods", "fish"))),
            List.of());
    var stale = Map.of("shop", seen("food"), "goods", seen("fish"), "cold", seen("x"));
    var answers = new HashMap<>(stale);
    answers.put("kind", seen("shop"));
    assertThat(new Journey(chain, true, answers, Set.of(), false).steps()).hasSize(7);
    answers.put("kind", seen("home"));
    assertThat(new Journey(chain, true, answers, Set.of(), false).steps())
        .containsExactly(IDENTIFY, KIND, CONFIRM, DONE);
    assertThat(new Journey(chain, true, stale, Set.of(), false).steps())
        .containsExactly(IDENTIFY, KIND, CONFIRM, DONE);
  }

  @Test
  void the_answers_that_count_are_those_to_questions_that_are_asked() {
    var answers = Map.of("kind", seen("home"), "shop", seen("x"), "gone", seen("y"));
    assertThat(journey(answers, Set.of()).counting()).containsOnlyKeys("kind");
  }

  @Test
  void questions_that_wait_for_each_other_or_for_none_that_exists_are_not_asked() {
    var item =
        Items.item(
            ServiceItem.Kind.APPLY,
            List.of(
                Items.question("kind"),
                Items.question("a", new Question.Condition("b", "1")),
                Items.question("b", new Question.Condition("a", "1")),
                Items.question("c", new Question.Condition("nowhere", "1"))),
            List.of());
    var answers = Map.of("a", seen("1"), "b", seen("1"), "nowhere", seen("1"));
    assertThat(new Journey(item, true, answers, Set.of(), false).steps())
        .containsExactly(IDENTIFY, KIND, CONFIRM, DONE);
  }

  @Test
  void an_item_without_materials_and_an_instant_one_have_no_basket() {
    var bare = Items.item(ServiceItem.Kind.APPLY, List.of(), List.of());
    var instant =
        Items.item(ServiceItem.Kind.INSTANT, List.of(), List.of(Items.material("card", false)));
    for (ServiceItem item : List.of(bare, instant)) {
      assertThat(new Journey(item, true, Map.of(), Set.of(), false).steps())
          .containsExactly(IDENTIFY, CONFIRM, DONE);
    }
  }

  @Test
  void an_instant_item_shows_its_basket_only_when_somebody_has_to_fill_it() {
    var instant =
        Items.item(ServiceItem.Kind.INSTANT, List.of(), List.of(Items.material("deed", true)));
    var lacking = new Journey(instant, true, Map.of(), Set.of(), false);
    assertThat(lacking.current()).isEqualTo(MATERIALS);
    assertThat(lacking.mayVisit(CONFIRM)).isFalse();
    var filled = new Journey(instant, true, Map.of(), Set.of("deed"), false);
    assertThat(filled.current()).isEqualTo(CONFIRM);
  }

  @Test
  void nobody_goes_past_identity_unrecognised() {
    var journey = new Journey(ITEM, false, Map.of("kind", seen("home")), Set.of("deed"), false);
    assertThat(journey.current()).isEqualTo(IDENTIFY);
    assertThat(journey.steps().stream().filter(journey::mayVisit)).containsExactly(IDENTIFY);
  }

  @Test
  void a_prefilled_answer_counts_only_once_it_was_seen() {
    var unseen = new Answer("home", new AnswerSource("residence"), null, false);
    var journey = journey(Map.of("kind", unseen, "date", seen("x")), Set.of("deed"));
    assertThat(journey.current()).isEqualTo(KIND);
    assertThat(journey.mayVisit(DATE)).isFalse();
  }

  @Test
  void a_required_material_holds_up_and_an_optional_one_does_not() {
    var answers = Map.of("kind", seen("home"), "date", seen("x"));
    assertThat(journey(answers, Set.of("photo")).mayVisit(CONFIRM)).isFalse();
    assertThat(journey(answers, Set.of("photo")).missing())
        .singleElement()
        .satisfies(rule -> assertThat(rule.id()).isEqualTo("deed"));
    assertThat(journey(answers, Set.of("deed")).mayVisit(CONFIRM)).isTrue();
  }

  @Test
  void after_a_changed_answer_one_goes_on_where_something_is_left() {
    var all = Map.of("kind", seen("home"), "date", seen("x"));
    assertThat(journey(all, Set.of("deed")).next(KIND)).isEqualTo(CONFIRM);
    assertThat(journey(all, Set.of()).next(KIND)).isEqualTo(MATERIALS);
    var opened = Map.of("kind", seen("shop"), "date", seen("x"));
    assertThat(journey(opened, Set.of("deed")).next(KIND)).isEqualTo(SHOP);
    assertThat(journey(opened, Set.of("deed")).mayVisit(CONFIRM)).isFalse();
  }

  @Test
  void back_from_the_first_question_leads_out_once_recognised() {
    assertThat(journey(Map.of(), Set.of()).previous(KIND)).isEmpty();
    assertThat(journey(Map.of(), Set.of()).previous(DATE)).contains(KIND);
    assertThat(journey(Map.of(), Set.of()).previous(SHOP)).isEmpty();
  }

  @Test
  void a_question_that_is_not_asked_leads_on_to_where_something_is_left() {
    assertThat(journey(Map.of(), Set.of()).next(SHOP)).isEqualTo(KIND);
    assertThat(journey(Map.of(), Set.of()).mayVisit(SHOP)).isFalse();
  }

  @Test
  void after_the_submission_there_is_only_the_result() {
    var answers = Map.of("kind", seen("home"), "date", seen("x"));
    var journey = new Journey(ITEM, true, answers, Set.of("deed"), true);
    assertThat(journey.current()).isEqualTo(DONE);
    assertThat(journey.steps().stream().filter(journey::mayVisit)).containsExactly(DONE);
    assertThat(journey.steps()).allSatisfy(step -> assertThat(journey.previous(step)).isEmpty());
    assertThat(journey.next(CONFIRM)).isEqualTo(DONE);
  }

  @Test
  void the_stroke_has_a_window_for_each_phase_once() {
    assertThat(journey(Map.of(), Set.of()).phases()).containsExactly(Step.Phase.values());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260301, 7919, -42})
  void whatever_was_answered_nothing_is_skipped_and_back_undoes_next(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 2_500; round++) {
      Journey journey = any(random);
      var steps = journey.steps();
      Step current = journey.current();
      assertThat(journey.mayVisit(current)).isTrue();
      if (journey.mayVisit(CONFIRM)) {
        assertThat(journey.missing()).isEmpty();
      }
      int reached = steps.indexOf(current);
      for (int at = 0; at < steps.size(); at++) {
        Step step = steps.get(at);
        assertThat(journey.mayVisit(step)).as("%s of %s", step, steps).isEqualTo(at <= reached);
        if (at > 0 && !(at == 1 && journey.identified())) {
          assertThat(journey.previous(step)).contains(steps.get(at - 1));
        }
        Step next = journey.next(step);
        assertThat(steps).contains(next);
        if (at < reached) {
          assertThat(journey.mayVisit(next)).isTrue();
          assertThat(steps.indexOf(next)).isBetween(at + 1, reached);
        }
      }
    }
  }

  /** Up to eight questions, each perhaps tied to an earlier one; answers and basket by chance. */
  private static Journey any(Random random) {
    int count = random.nextInt(9);
    var questions = new ArrayList<Question>();
    Map<String, Answer> answers = new HashMap<>();
    for (int i = 0; i < count; i++) {
      var when =
          i > 0 && random.nextBoolean()
              ? new Question.Condition("q" + random.nextInt(i), Integer.toString(random.nextInt(2)))
              : null;
      questions.add(Items.question("q" + i, when));
      if (random.nextInt(4) > 0) {
        String value = Integer.toString(random.nextInt(2));
        answers.put("q" + i, new Answer(value, AnswerSource.TYPED, null, random.nextInt(5) > 0));
      }
    }
    Set<String> collected = new HashSet<>();
    if (random.nextBoolean()) {
      collected.add("deed");
    }
    var materials =
        random.nextBoolean()
            ? List.of(Items.material("deed", random.nextBoolean()))
            : List.<MaterialRule>of();
    var kinds = List.of(ServiceItem.Kind.APPLY, ServiceItem.Kind.INSTANT);
    var item = Items.item(kinds.get(random.nextInt(2)), questions, materials);
    return new Journey(item, random.nextInt(6) > 0, answers, collected, false);
  }
}
