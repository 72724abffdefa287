package io.yichuang.kiosk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeScreenTest {
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
      assertThat(CodeScreen.valid(right)).as(right).isTrue();
      for (int at = 0; at < right.length(); at++) {
        for (char wrong = '0'; wrong <= '9'; wrong++) {
          if (wrong != right.charAt(at)) {
            String typed = right.substring(0, at) + wrong + right.substring(at + 1);
            assertThat(CodeScreen.valid(typed)).as(typed).isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "00000000000000000000", "0000000000000000001", "000000000000000000001"})
  void a_code_of_another_length_or_of_noughts_is_none(String typed) {
    assertThat(CodeScreen.valid(typed)).isFalse();
  }
}
