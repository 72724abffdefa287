package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.session.TurnEnded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginalsTest {
  private static final long EPOCH = 7;

  private final Originals originals = new Originals();
  private final Visit visit = new Visit();
  private final Turn turn = mock();
  private final byte[] frame = {1, 2, 3};
  private final Collected.Page page = page();

  @BeforeEach
  void photographed() {
    when(turn.epoch()).thenReturn(EPOCH);
    when(turn.visit()).thenReturn(visit);
    originals.remember(turn, page, new Original(frame, Optional.empty(), Optional.empty()));
    visit.collect("lease", new Collected.Scanned(List.of(page)));
    originals.keepOnly(visit);
  }

  private static Collected.Page page() {
    return new Collected.Page(new byte[] {9}, 595, 842, null);
  }

  @Test
  void a_page_in_the_basket_has_its_photo() {
    assertThat(originals.of(page)).hasValueSatisfying(o -> assertThat(o.frame()).isSameAs(frame));
    assertThat(frame).containsExactly(1, 2, 3);
    assertThat(originals.of(page())).as("another page that looks alike").isEmpty();
  }

  @Test
  void a_page_turned_upright_has_the_same_photo() {
    Collected.Page upright = page();
    originals.became(page, upright);
    assertThat(originals.of(upright)).isPresent();
    assertThat(originals.of(page)).isEmpty();
  }

  @Test
  void a_page_cut_anew_has_the_same_photo_untouched() {
    Collected.Page fresh = page();
    originals.remember(turn, fresh, new Original(frame, Optional.empty(), Optional.empty()));
    visit.collect("lease", new Collected.Scanned(List.of(fresh)));
    originals.keepOnly(visit);
    assertThat(originals.of(page)).isEmpty();
    assertThat(originals.of(fresh)).isPresent();
    assertThat(frame).containsExactly(1, 2, 3);
  }

  @Test
  void a_page_that_was_dropped_leaves_no_photo() {
    visit.putBack("lease");
    originals.keepOnly(visit);
    assertThat(originals.of(page)).isEmpty();
    assertThat(frame).containsOnly(0);
  }

  @Test
  void the_end_of_the_turn_overwrites_the_photo() {
    originals.ended(new TurnEnded(EPOCH - 1, EndReason.values()[0]));
    assertThat(frame).as("an earlier turn's end").containsExactly(1, 2, 3);
    originals.ended(new TurnEnded(EPOCH, EndReason.values()[0]));
    assertThat(originals.of(page)).isEmpty();
    assertThat(frame).containsOnly(0);
  }

  @Test
  void the_next_turn_finds_nothing() {
    when(turn.epoch()).thenReturn(EPOCH + 1);
    originals.remember(
        turn, page(), new Original(new byte[] {4}, Optional.empty(), Optional.empty()));
    assertThat(originals.of(page)).isEmpty();
    assertThat(frame).containsOnly(0);
  }
}
