package io.yichuang.kiosk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Items;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.material.MaterialCheck;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumptionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final AnswerSource RECORD = new AnswerSource("property");
  private static final Citizen CITIZEN =
      new Citizen("王小英", "50011919840612002X", "示例路18号", LocalDate.of(1984, 6, 12), "2", "");

  private static final ServiceItem ITEM =
      Items.item(
          ServiceItem.Kind.APPLY,
          List.of(Items.question("name"), Items.question("address"), Items.day("start")),
          List.of(Items.material("lease", true)));

  private final Drafts drafts = mock();
  private final MaterialCheck materials = mock();
  private final Turn turn = mock();
  private final Visit visit = new Visit();
  private final Resumption resumption =
      new Resumption(drafts, materials, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void identified() {
    when(drafts.until()).thenReturn(Optional.of(LocalDate.of(2026, 3, 9)));
    when(turn.visit()).thenReturn(visit);
    visit.begin(ITEM, "7");
    visit.recognise(CITIZEN, Visit.Means.ID_CARD, NOW);
    visit.recognise(CITIZEN, Visit.Means.SMS, NOW);
  }

  private static Answer typed(String value) {
    return new Answer(value, AnswerSource.TYPED, null, true);
  }

  private static Collected.Page page() {
    return new Collected.Page(new byte[] {1}, 595, 842, null);
  }

  @ParameterizedTest
  @EnumSource(
      value = EndReason.class,
      names = {"TIMED_OUT", "BROKEN", "LEFT", "KEPT"})
  void what_the_citizen_did_not_throw_away_is_kept(EndReason reason) {
    visit.answer("name", typed("张伟"));
    visit.collect("lease", new Collected.Scanned(List.of(page())));
    resumption.ends(visit, reason);
    verify(drafts)
        .keep(
            eq(CITIZEN.idNumber()),
            argThat(draft -> draft.answers().containsKey("name") && draft.pageCount() == 1));
  }

  @Test
  void what_the_citizen_threw_away_is_forgotten() {
    visit.answer("name", typed("张伟"));
    resumption.ends(visit, EndReason.ABANDONED);
    verify(drafts).forget(CITIZEN.idNumber(), ITEM.code());
    verify(drafts, never()).keep(any(), any());
  }

  @Test
  void what_others_know_is_nothing_to_keep() {
    visit.answer("address", new Answer("示例路18号", RECORD, NOW, true));
    assertThat(resumption.until(visit)).isEmpty();
    resumption.ends(visit, EndReason.TIMED_OUT);
    verify(drafts, never()).keep(any(), any());
  }

  @Test
  void nothing_is_kept_of_practice_of_what_was_submitted_or_of_who_has_proven_too_little() {
    visit.answer("name", typed("张伟"));
    assertThat(resumption.until(visit)).isPresent();
    visit.submitted("NC-0001-00000042-39");
    assertThat(resumption.until(visit)).isEmpty();

    var practice = new Visit();
    practice.rehearse();
    practice.begin(ITEM, "7");
    practice.recognise(CITIZEN, Visit.Means.SMS, NOW);
    practice.answer("name", typed("张伟"));
    assertThat(resumption.until(practice)).isEmpty();

    var stranger = new Visit();
    stranger.begin(ITEM, "7");
    stranger.recognise(CITIZEN, Visit.Means.ID_CARD, NOW);
    stranger.answer("name", typed("张伟"));
    assertThat(resumption.until(stranger)).isEmpty();
  }

  @Test
  void a_face_is_never_kept() {
    visit.answer("name", typed("张伟"));
    visit.collect("lease", new Collected.Photo(page(), Set.of()));
    resumption.ends(visit, EndReason.TIMED_OUT);
    verify(drafts).keep(any(), argThat(draft -> draft.pageCount() == 0));
  }

  @Test
  void what_was_typed_comes_back_and_a_day_that_has_passed_is_asked_again() {
    goOn(Map.of("name", typed("张伟"), "start", typed("2026-03-01")));
    assertThat(visit.answers().get("name")).isEqualTo(typed("张伟"));
    Answer start = visit.answers().get("start");
    assertThat(start.value()).isEqualTo("2026-03-01");
    assertThat(start.seen()).isFalse();
  }

  @Test
  void what_others_say_by_now_goes_before_what_they_said_then() {
    var now = new Answer("示例大道200号", RECORD, NOW, false);
    visit.answer("address", now);
    goOn(Map.of("address", new Answer("示例路18号", RECORD, NOW, true)));
    assertThat(visit.answers().get("address")).isEqualTo(now);

    goOn(Map.of("address", new Answer("示例大道200号", RECORD, NOW.minusSeconds(9), true)));
    assertThat(visit.answers().get("address")).isEqualTo(new Answer("示例大道200号", RECORD, NOW, true));
  }

  @Test
  void a_question_or_a_material_that_is_not_asked_any_more_is_left_out() {
    var draft =
        new Draft(
            ITEM.code(),
            NOW,
            Map.of("gone", typed("x")),
            Map.of("gone", List.of(page()), "lease", List.of(page(), page())));
    resumption.goOn(draft, turn);
    assertThat(visit.answers()).isEmpty();
    verify(materials)
        .resume(eq(turn), eq(ITEM.materials().getFirst()), eq(draft.pages().get("lease")));
  }

  @Test
  void who_has_filled_something_in_by_now_is_not_asked() {
    var draft = new Draft(ITEM.code(), NOW, Map.of("name", typed("张伟")), Map.of());
    resumption.offer(draft, turn);
    verify(turn).go(new DraftStages.Found(draft));
    visit.answer("name", typed("李四"));
    resumption.offer(draft, turn);
    verify(turn).proceed(any());
  }

  private void goOn(Map<String, Answer> answers) {
    resumption.goOn(new Draft(ITEM.code(), NOW, answers, Map.of()), turn);
    verify(turn, atLeastOnce()).proceed(any());
  }
}
