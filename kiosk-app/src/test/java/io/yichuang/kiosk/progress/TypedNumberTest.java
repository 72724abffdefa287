package io.yichuang.kiosk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
  private static String code(String stem) {
    int rest = new BigInteger(stem + "00").mod(BigInteger.valueOf(97)).intValueExact();
    return stem + String.format(Locale.ROOT, "%02d", 98 - rest);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260301})
  void a_right_code_passes_and_any_wrong_digit_is_found(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String right = code("500119" + String.format(Locale.ROOT, "%012d", random.nextInt(1 << 30)));
      assertThat(isCode(right)).as(right).isTrue();
      for (int at = 0; at < right.length(); at++) {
        for (char wrong = '0'; wrong <= '9'; wrong++) {
          if (wrong != right.charAt(at)) {
            String typed = right.substring(0, at) + wrong + right.substring(at + 1);
            assertThat(isCode(typed)).as(typed).isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "00000000000000000000", "0000000000000000001", "000000000000000000001"})
  void a_code_of_another_length_or_of_noughts_is_none(String typed) {
    assertThat(isCode(typed)).isFalse();
  }

  @Test
  void a_code_may_be_typed_in_groups_as_it_is_printed() {
    String right = code("500119202611240038");
    assertThat(TypedNumber.of(right.replaceAll("(.{4})", "$1 ")))
        .contains(new TypedNumber.Code(right));
  }

  @Test
  void a_terminals_number_is_none_of_the_platforms_codes() {
    assertThat(TypedNumber.of("NC-0107-00000042-39"))
        .containsInstanceOf(TypedNumber.Terminal.class);
    assertThat(TypedNumber.of("NC-0107-00000042-38")).isEmpty();
  }

  private static boolean isCode(String typed) {
    return TypedNumber.of(typed).filter(TypedNumber.Code.class::isInstance).isPresent();
  }
}
