package io.yichuang.kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalNumberTest {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Test
  void has_the_terminal_eight_digits_and_two_check_digits_that_leave_1() {
    String number = TerminalNumber.of("NC-0107", 42);
    assertThat(number).matches("NC-0107-00000042-[0-9]{2}");
    // N is 23 and C is 12.
    var whole = new BigInteger("2312" + "0107" + "00000042" + number.substring(17));
    assertThat(whole.mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    assertThat(valid(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 100_000_000})
  void a_counter_that_does_not_fit_is_refused(long counter) {
    assertThatIllegalArgumentException().isThrownBy(() -> TerminalNumber.of("NC-0107", counter));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260301})
  void every_number_is_valid_and_every_wrong_character_of_its_kind_is_found(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String number = TerminalNumber.of("NC-0107", 1 + random.nextInt(99_999_999));
      assertThat(valid(number)).as(number).isTrue();
      for (int at = 0; at < number.length(); at++) {
        char right = number.charAt(at);
        String kind = DIGITS.indexOf(right) >= 0 ? DIGITS : LETTERS;
        if (right == '-') {
          continue;
        }
        for (int other = 0; other < kind.length(); other++) {
          char wrong = kind.charAt(other);
          if (wrong != right) {
            String typed = number.substring(0, at) + wrong + number.substring(at + 1);
            assertThat(valid(typed)).as(typed).isFalse();
          }
        }
      }
    }
  }

  /** Terminals of every shape; letters beside digits are the hard case. */
  @ParameterizedTest
  @ValueSource(strings = {"NC-0107", "A", "7", "ZZ9-PLURAL", "1B-2M-3X", "X3-M2-B1"})
  void two_neighbours_swapped_are_found_but_for_three_pairs(String terminal) {
    for (long counter : new long[] {1, 42, 12_345_678, 90_909_090, 99_999_999}) {
      String number = TerminalNumber.of(terminal, counter);
      for (int at = 0; at + 1 < number.length(); at++) {
        char left = number.charAt(at);
        char right = number.charAt(at + 1);
        if (left == right || left == '-' || right == '-') {
          continue;
        }
        String typed = number.substring(0, at) + right + left + number.substring(at + 2);
        boolean missed =
            Set.of("1B", "B1", "2M", "M2", "3X", "X3").contains(number.substring(at, at + 2));
        assertThat(valid(typed)).as(typed).isEqualTo(missed);
      }
    }
  }

  @Test
  void hyphens_are_not_checked_and_a_letter_for_a_digit_mostly_is() {
    String number = TerminalNumber.of("NC-0107", 42);
    assertThat(valid(number.replace("NC-", "N-C"))).isTrue();
    int missed = 0;
    int tried = 0;
    for (long counter = 1; counter <= 200; counter++) {
      String right = TerminalNumber.of("NC-0107", counter);
      for (int at = 3; at < 7; at++) {
        for (int letter = 0; letter < LETTERS.length(); letter++) {
          tried++;
          String typed = right.substring(0, at) + LETTERS.charAt(letter) + right.substring(at + 1);
          missed += valid(typed) ? 1 : 0;
        }
      }
    }
    // One remainder in 97 passes by chance.
    assertThat(missed).isBetween(1, tried / 50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "NC-0107", "NC-0107-0000042-71", "NC-0107-00000042-7"})
  void what_has_not_the_form_is_no_number(String typed) {
    assertThat(valid(typed)).isFalse();
  }

  @Test
  void who_types_it_needs_neither_hyphens_nor_capitals() {
    String number = TerminalNumber.of("NC-0107", 42);
    String bare = number.replace("-", "");
    assertThat(TerminalNumber.bare(number)).contains(bare);
    assertThat(TerminalNumber.bare(bare.toLowerCase(Locale.ROOT))).contains(bare);
    assertThat(TerminalNumber.bare("NC 0107 00000042 " + bare.substring(14))).contains(bare);
  }

  private static boolean valid(String typed) {
    return TerminalNumber.bare(typed).isPresent();
  }
}
