package io.yichuang.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void the_two_lines_say_who_is_there() {
    assertThat(Surroundings.Seen.of(List.of("present=no", "headset=yes")))
        .isEqualTo(new Surroundings.Seen(false, true));
    assertThat(Surroundings.Seen.of(List.of("present=yes", "headset=no")))
        .isEqualTo(Surroundings.Seen.UNKNOWN);
  }

  @Test
  void what_cannot_be_understood_neither_darkens_the_page_nor_speaks_of_people() {
    for (List<String> lines :
        List.of(List.<String>of(), List.of("present"), List.of("presence=no", "HEADSET=yes"))) {
      assertThat(Surroundings.Seen.of(lines)).isEqualTo(Surroundings.Seen.UNKNOWN);
    }
  }
}
