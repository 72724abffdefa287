package io.yichuang.kiosk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.ServiceItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final Citizen WANG = citizen("王小英", "500119199001010011");
  private static final Citizen ZHOU = citizen("周强", "500119198507070033");
  private static final ServiceItem ITEM =
      Items.item(
          ServiceItem.Kind.APPLY,
          List.of(Items.question("a")),
          List.of(Items.material("deed", true)));

  private final Visit visit = new Visit();

  private static Citizen citizen(String name, String number) {
    return new Citizen(name, number, "南川区", LocalDate.of(1990, 1, 1), "2", "");
  }

  @BeforeEach
  void a_matter_is_in_hand() {
    visit.begin(ITEM, "v1");
    visit.recognise(WANG, Visit.Means.ID_CARD, NOW);
    visit.answer("a", new Answer("x", AnswerSource.TYPED, null, true));
    visit.collect("deed", new Collected.Later());
    visit.consent("face", NOW);
  }

  @Test
  void another_person_finds_nothing_of_the_one_before_but_the_chosen_item() {
    visit.submitted("NC-0001-00000001-00");
    visit.recognise(ZHOU, Visit.Means.SMS, NOW);
    assertThat(visit.citizen()).contains(ZHOU);
    assertThat(visit.means()).containsOnlyKeys(Visit.Means.SMS);
    assertThat(visit.answers()).isEmpty();
    assertThat(visit.basket()).isEmpty();
    assertThat(visit.consents()).isEmpty();
    assertThat(visit.terminalNumber()).isEmpty();
    assertThat(visit.item()).contains(ITEM);
    assertThat(visit.catalogueVersion()).contains("v1");
  }

  @Test
  void a_scan_with_pages_missing_is_no_material_yet() {
    var rule = Items.material("deed", true, 2);
    visit.begin(Items.item(ServiceItem.Kind.APPLY, List.of(), List.of(rule)), "v1");
    var page = new Collected.Page(new byte[] {1}, 595, 842, null);
    visit.collect("deed", new Collected.Scanned(List.of(page)));
    assertThat(visit.journey().missing()).containsExactly(rule);
    visit.collect("deed", new Collected.Scanned(List.of(page, page)));
    assertThat(visit.journey().missing()).isEmpty();
  }

  @Test
  void one_more_means_of_the_same_person_keeps_everything() {
    visit.recognise(WANG, Visit.Means.FACE, NOW);
    assertThat(visit.answers()).containsOnlyKeys("a");
    assertThat(visit.basket()).containsOnlyKeys("deed");
    assertThat(visit.means()).containsOnlyKeys(Visit.Means.ID_CARD, Visit.Means.FACE);
  }

  @Test
  void the_card_alone_reaches_L1_and_two_means_reach_L2() {
    assertThat(visit.assurance()).contains(ServiceItem.Assurance.L1);
    assertThat(visit.journey().identified()).isFalse();
    visit.recognise(WANG, Visit.Means.FACE, NOW);
    assertThat(visit.assurance()).contains(ServiceItem.Assurance.L2);
    assertThat(visit.journey().identified()).isTrue();
  }

  @Test
  void a_number_with_a_code_reaches_L2() {
    var other = new Visit();
    assertThat(other.assurance()).isEmpty();
    other.recognise(ZHOU, Visit.Means.SMS, NOW);
    assertThat(other.assurance()).contains(ServiceItem.Assurance.L2);
  }

  @Test
  void another_matter_keeps_the_person_and_nothing_else() {
    visit.submitted("NC-0001-00000001-00");
    visit.begin(ITEM, "v2");
    assertThat(visit.citizen()).contains(WANG);
    assertThat(visit.answers()).isEmpty();
    assertThat(visit.basket()).isEmpty();
    assertThat(visit.terminalNumber()).isEmpty();
    assertThat(visit.catalogueVersion()).contains("v2");
  }

  @Test
  void the_first_time_of_a_consent_stands() {
    visit.consent("face", NOW.plusSeconds(9));
    assertThat(visit.consents()).containsEntry("face", NOW);
  }

  @Test
  void a_material_put_back_is_missing_again() {
    assertThat(visit.journey().missing()).isEmpty();
    visit.putBack("deed");
    assertThat(visit.journey().missing()).hasSize(1);
  }

  @Test
  void wiped_is_empty() {
    visit.wipe();
    assertThat(visit.citizen()).isEmpty();
    assertThat(visit.item()).isEmpty();
    assertThat(visit.means()).isEmpty();
    assertThat(visit.answers()).isEmpty();
    assertThat(visit.basket()).isEmpty();
    assertThat(visit.consents()).isEmpty();
  }

  @Test
  void nothing_personal_shows_in_texts_for_logs() {
    assertThat(WANG.toString()).isEqualTo("Citizen");
    assertThat(new Answer("王小英", AnswerSource.CARD, null, true).toString()).doesNotContain("王");
  }

  @Test
  void a_portrait_is_overwritten_at_the_end_and_the_tries_by_face_go_with_the_person() {
    var portrait = new byte[] {1, 2, 3};
    visit.overwriteAtEnd(portrait);
    visit.triedFace();
    visit.triedFace();
    assertThat(visit.faceTries()).isEqualTo(2);
    visit.wipe();
    assertThat(portrait).containsOnly(0);
    assertThat(visit.faceTries()).isZero();
  }
}
