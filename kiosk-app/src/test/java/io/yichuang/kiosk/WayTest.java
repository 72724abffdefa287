package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WayTest {
  @Test
  void any_two_ways_to_see_meet_on_a_page() {
    var values =
        List.of(
            List.of("night", "-night"),
            List.of("elder", "-elder"),
            List.of("yellow", "white", "-yellow-white"),
            List.of("low", "-low"),
            List.of("left", "-left"),
            List.of("english", "-english"),
            List.of("speech", "-speech"),
            List.of("helped", "-helped"));
    for (List<String> some : values) {
      for (List<String> others : values.subList(values.indexOf(some) + 1, values.size())) {
        for (String one : some) {
          for (String other : others) {
            assertThat(Way.PAIRS)
                .as("%s and %s", one, other)
                .anyMatch(way -> is(way, one) && is(way, other));
          }
        }
      }
    }
  }

  private static boolean is(Way way, String value) {
    return value.startsWith("-")
        ? Stream.of(value.substring(1).split("-", -1)).noneMatch(way::has)
        : way.has(value);
  }
}
