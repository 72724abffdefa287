package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionCodeTest {

  /** 794 → 44 is the worked example of ISO/IEC 7064; the others were computed by hand in Python. */
  @ParameterizedTest
  @CsvSource({"794, 44", "500119202611220001, 32", "500119202611229999, 11"})
  void check_digits(String digits, String check) {
    assertThat(SupervisionCode.withCheck(digits)).isEqualTo(digits + check);
  }

  @Test
  void every_changed_digit_and_every_swap_of_neighbours_is_found() {
    String code = SupervisionCode.of("500119", LocalDate.of(2026, 11, 22), 726);
    assertThat(code).startsWith("500119202611220726").hasSize(20);
    assertThat(new BigInteger(code).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    assertThat(SupervisionCode.isValid(code)).isTrue();
    for (int i = 0; i < code.length(); i++) {
      for (char c = '0'; c <= '9'; c++) {
        if (c != code.charAt(i)) {
          assertThat(SupervisionCode.isValid(code.substring(0, i) + c + code.substring(i + 1)))
              .isFalse();
        }
      }
      if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
        String swapped =
            code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
        assertThat(SupervisionCode.isValid(swapped)).isFalse();
      }
    }
  }

  @Test
  void what_is_no_code_is_none() {
    assertThat(SupervisionCode.isValid("")).isFalse();
    assertThat(SupervisionCode.isValid("1")).isFalse();
    assertThat(SupervisionCode.isValid("x".repeat(20))).isFalse();
    assertThatThrownBy(() -> SupervisionCode.of("500119", LocalDate.of(2026, 1, 1), 10_000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
