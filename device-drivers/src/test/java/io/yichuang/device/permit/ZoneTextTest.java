package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneTextTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
  private static final String NUMBERS = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

  private static Mrz.Result read(List<String> names, List<String> numbers) {
    return ZoneText.read(List.of(names, numbers), TODAY);
  }

  @Test
  void what_looks_alike_is_told_by_the_kind_of_field() {
    String seen = "L898902C36UT074O8I22F12O4I59ZEI84226B<<<<<1O";
    assertThat(
            read(
                List.of("P<UT0ER1KSS0N<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<", NAMES),
                List.of(seen, NUMBERS)))
        .isEqualTo(Mrz.read(List.of(NAMES, NUMBERS), TODAY));
  }

  @Test
  void fillers_at_the_end_of_a_row_may_be_too_few_or_too_many() {
    String few = NAMES.substring(0, 33);
    assertThat(read(List.of(few, NAMES + "<<"), List.of(NUMBERS, NUMBERS)))
        .isInstanceOf(Mrz.Read.class);
    assertThat(read(List.of(NAMES, NAMES), List.of(NUMBERS.replace("<<", "<"), NUMBERS + "0")))
        .isInstanceOf(Mrz.Wrong.class);
  }

  /** Names have no check digit: one reading of them is not enough. */
  @Test
  void names_that_are_not_read_alike_twice_are_refused() {
    List<String> names =
        List.of(NAMES, NAMES.replace("ERIKSSON", "ERIKSSUN"), NAMES.replace("ANNA", "ANNE"));
    assertThat(read(names, List.of(NUMBERS, NUMBERS)))
        .isEqualTo(new Mrz.Wrong("row 1 is not read the same way twice"));
  }

  @Test
  void no_digit_is_changed_to_make_the_check_digits_hold() {
    var random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      var wrong = new StringBuilder(NUMBERS);
      int at = List.of(1, 2, 3, 13, 14, 15, 21, 22, 43).get(random.nextInt(9));
      char digit = (char) ('0' + random.nextInt(10));
      wrong.setCharAt(at, digit);
      if (digit != NUMBERS.charAt(at)) {
        String seen = wrong.toString();
        assertThat(read(List.of(NAMES, NAMES), List.of(seen, seen))).isInstanceOf(Mrz.Wrong.class);
      }
    }
  }

  @Test
  void garbage_of_any_length_is_refused() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      var rows = new ArrayList<List<String>>();
      for (int row = random.nextInt(1, 5); row > 0; row--) {
        var text = new StringBuilder();
        for (int length = random.nextInt(50); length > 0; length--) {
          text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<<<".charAt(random.nextInt(42)));
        }
        rows.add(List.of(text.toString(), text.toString()));
      }
      assertThat(ZoneText.read(rows, TODAY)).isInstanceOf(Mrz.Wrong.class);
    }
  }
}
