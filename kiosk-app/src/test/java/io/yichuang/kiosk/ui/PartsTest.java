package io.yichuang.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PartsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource({
    "04:59,night",
    "05:00,morning",
    "10:59,morning",
    "11:00,noon",
    "13:00,afternoon",
    "17:59,afternoon",
    "18:00,evening",
    "21:59,evening",
    "22:00,night"
  })
  void the_greeting_follows_the_hour(LocalTime time, String greeting) {
    assertThat(HomeScreen.greeting(time)).isEqualTo(greeting);
  }

  @Test
  void a_code_stands_in_groups_of_four() {
    assertThat(CodeText.grouped("50011920261124003861")).isEqualTo("5001 1920 2611 2400 3861");
    assertThat(CodeText.grouped("12345")).isEqualTo("1234 5");
    assertThat(CodeText.grouped("")).isEmpty();
  }

  @Test
  void the_stroke_is_written_to_the_middle_of_the_present_step() {
    List<String> six = List.of("a", "b", "c", "d", "e", "f");
    assertThat(new Steps(six, 1).done()).isEqualTo(0.25);
    assertThat(new Steps(six, 6).done()).isEqualTo(1);
    assertThatThrownBy(() -> new Steps(six, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Icon.class)
  void every_icon_is_among_the_drawings(Icon icon) throws Exception {
    String symbol =
        icon.icon().getElement().getProperty("innerHTML").replaceAll(".*#([^\"]+)\".*", "$1");
    try (var in = Icon.class.getResourceAsStream("icons.svg")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("id=\"" + symbol + "\"");
    }
  }

  @Test
  void a_signature_arrives_as_it_was_written() {
    var read =
        SignaturePad.read(JSON.readTree("{\"w\":960,\"h\":324,\"s\":[[1,2,0,3,4,16],[5,6,40]]}"));
    assertThat(read)
        .isEqualTo(
            new Signature(
                960,
                324,
                List.of(
                    List.of(new Signature.Dot(1, 2, 0), new Signature.Dot(3, 4, 16)),
                    List.of(new Signature.Dot(5, 6, 40)))));
    assertThat(read.toString()).doesNotContain("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "{\"w\":0,\"h\":5,\"s\":[]}",
        "{\"w\":99999,\"h\":5,\"s\":[]}",
        "{\"w\":9,\"h\":5,\"s\":[[1,2]]}"
      })
  void what_is_no_signature_is_refused(String json) {
    assertThat(SignaturePad.read(JSON.readTree(json))).isNull();
  }

  @Test
  void a_signature_of_too_many_points_is_refused() {
    String points =
        IntStream.range(0, 20_001).mapToObj(_ -> "1,1,1").collect(Collectors.joining(","));
    assertThat(SignaturePad.read(JSON.readTree("{\"w\":9,\"h\":5,\"s\":[[" + points + "]]}")))
        .isNull();
  }

  @Test
  void coordinates_outside_the_pad_are_pulled_to_its_edge() {
    var read = SignaturePad.read(JSON.readTree("{\"w\":9,\"h\":5,\"s\":[[-4,700,-1]]}"));
    assertThat(read.strokes()).containsExactly(List.of(new Signature.Dot(0, 5, 0)));
  }
}
