package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SupervisionCodeTest {
  /** 794 → 44 is the example of ISO 7064 itself. */
  @Test
  void check_digits_of_the_standard() {
    assertThat(SupervisionCode.checkDigits("794")).isEqualTo("44");
  }

  @Test
  void every_code_is_one_modulo_97_and_no_single_digit_may_change() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
      String code = SupervisionCode.of("500119", day, 1 + random.nextInt(9999));
      assertThat(code).as("seed " + seed).hasSize(20);
      assertThat(new BigInteger(code).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
      int at = random.nextInt(20);
      char other = (char) ('0' + (code.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String broken = code.substring(0, at) + other + code.substring(at + 1);
      assertThat(SupervisionCode.valid(code)).isTrue();
      assertThat(SupervisionCode.valid(broken)).as(code + " at " + at).isFalse();
    }
  }

  @Test
  void other_things_are_no_codes() {
    assertThat(SupervisionCode.valid("")).isFalse();
    assertThat(SupervisionCode.valid("5001192026112300011")).isFalse();
    assertThat(SupervisionCode.valid("５００１１９２０２６１１２３０００１１９")).isFalse();
  }
}
