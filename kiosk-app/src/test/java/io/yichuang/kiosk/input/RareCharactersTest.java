package io.yichuang.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RareCharactersTest {
  /** As many as the page of the keyboard shows at once, nearly. */
  private static final int A_PAGE = 40;

  private static RareCharacters rare;

  @BeforeAll
  static void read() throws IOException {
    rare = new RareCharacters();
  }

  @ParameterizedTest
  @CsvSource({
    "longtian,䶮",
    "jiji,喆",
    "jinhong,𬭎",
    "shuishuishui,淼",
    "fangfangtu,堃",
    "wangying,㼆",
    "yuyin,䲟"
  })
  void a_character_is_found_by_its_parts(String keys, String character) {
    assertThat(rare.candidates(keys, A_PAGE)).contains(character);
  }

  @ParameterizedTest
  @CsvSource({"4dae,䶮", "u+4dae,䶮", "U2CB4E,𬭎", "2cb4e,𬭎", "36c3,㛃"})
  void a_character_is_found_by_its_number(String keys, String character) {
    assertThat(rare.candidates(keys, A_PAGE).getFirst()).isEqualTo(character);
  }

  /** With one stroke that some people name otherwise. */
  @ParameterizedTest
  @CsvSource({"hpzpnhhpn,䶮", "hpzphhhpn,䶮", "szhszhszh,品", "szhhshnh,国", "hshnzhhshszh,喆"})
  void a_character_is_found_by_its_strokes(String strokes, String character) {
    assertThat(rare.candidates(strokes, A_PAGE)).contains(character);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h", "zz", "龙", "0041", "fffff", "110000", "long tian", "|hs", "\n"})
  void what_describes_no_character_finds_none(String keys) {
    assertThat(rare.candidates(keys, A_PAGE)).isEmpty();
  }

  @Test
  void very_long_input_is_not_read() {
    assertThat(rare.candidates("h".repeat(100_000), A_PAGE)).isEmpty();
  }
}
