package io.yichuang.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<Object> told = new ArrayList<>();
  private final Turns turns = new Turns(told::add);

  @Test
  void the_epoch_rises_with_every_begin_and_every_end() {
    long last = turns.epoch();
    assertThat(last % 2).isZero();
    for (int round = 0; round < 10; round++) {
      long begun = turns.begin();
      assertThat(begun).isGreaterThan(last).isEqualTo(turns.epoch()).isOdd();
      turns.end(begun, EndReason.FINISHED);
      assertThat(turns.epoch()).isGreaterThan(begun).isEven();
      last = turns.epoch();
    }
  }

  @Test
  void what_was_asked_in_an_ended_turn_is_not_current_in_the_next() {
    long first = turns.begin();
    assertThat(turns.current(first)).isTrue();
    turns.end(first, EndReason.ABANDONED);
    assertThat(turns.current(first)).isFalse();
    long second = turns.begin();
    assertThat(turns.current(first)).isFalse();
    assertThat(turns.current(second)).isTrue();
  }

  @Test
  void a_turn_ends_once_and_all_are_told_once() {
    long turn = turns.begin();
    turns.end(turn, EndReason.TIMED_OUT);
    turns.end(turn, EndReason.FINISHED);
    turns.endCurrent(EndReason.BROKEN);
    assertThat(told).containsExactly(new TurnEnded(turn, EndReason.TIMED_OUT));
  }

  @Test
  void the_late_end_of_an_old_turn_does_not_end_the_new_one() {
    long first = turns.begin();
    turns.end(first, EndReason.FINISHED);
    long second = turns.begin();
    turns.end(first, EndReason.TIMED_OUT);
    assertThat(turns.current(second)).isTrue();
    assertThat(told).hasSize(1);
  }

  @Test
  void the_epoch_between_turns_cannot_be_ended() {
    turns.end(turns.epoch(), EndReason.FINISHED);
    turns.endCurrent(EndReason.FINISHED);
    assertThat(turns.epoch()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void a_turn_that_begins_over_another_makes_that_one_late() {
    long first = turns.begin();
    long second = turns.begin();
    assertThat(second).isOdd().isGreaterThan(first);
    assertThat(turns.current(first)).isFalse();
    turns.endCurrent(EndReason.BROKEN);
    assertThat(told).containsExactly(new TurnEnded(second, EndReason.BROKEN));
  }
}
