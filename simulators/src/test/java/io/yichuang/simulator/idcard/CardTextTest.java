package io.yichuang.simulator.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.people.People;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private final People people = new People();

  @Test
  void a_resident_has_layout_a_with_a_blank_flag() {
    byte[] text = text("wang-xiaoying");
    assertThat(read(text, 0, 30)).isEqualTo("王小英");
    assertThat(read(text, 30, 2)).isEqualTo("2");
    assertThat(read(text, 32, 4)).isEqualTo("01");
    assertThat(read(text, 36, 16)).isEqualTo("19840612");
    assertThat(read(text, 52, 70)).startsWith("重庆市南川区");
    assertThat(read(text, 122, 36)).isEqualTo("50011919840612002X");
    assertThat(read(text, 158, 30)).isEqualTo("重庆市南川区公安局");
    assertThat(read(text, 188, 16)).isEqualTo("20180903");
    assertThat(read(text, 204, 16)).isEqualTo("20380903");
    assertThat(read(text, 248, 2)).isEmpty();
    assertThat(text[248]).isEqualTo((byte) ' ');
  }

  @Test
  void a_card_without_end_says_so_in_two_characters() {
    assertThat(read(text("li-defu"), 204, 16)).isEqualTo("长期");
  }

  @Test
  void a_rare_character_is_a_surrogate_pair() {
    assertThat(read(text("chen-fu"), 0, 30)).isEqualTo("陈𫖯");
  }

  @Test
  void a_permit_has_the_flag_j_and_its_own_fields() {
    byte[] text = text("lin-jiaying");
    assertThat(read(text, 248, 2)).isEqualTo("J");
    assertThat(read(text, 122, 36)).startsWith("810000");
    assertThat(read(text, 220, 18)).isEqualTo("H99999901");
    assertThat(read(text, 238, 4)).isEqualTo("01");
    assertThat(read(text, 32, 4)).isEmpty();
  }

  @Test
  void a_foreigner_of_2017_has_layout_b() {
    byte[] text = text("marie-exemple");
    assertThat(read(text, 0, 120)).isEqualTo("EXEMPLE, MARIE CLAIRE");
    assertThat(read(text, 122, 30)).hasSize(15);
    assertThat(read(text, 152, 6)).isEqualTo("FRA");
    assertThat(read(text, 158, 30)).isEqualTo("艾玛丽");
    assertThat(read(text, 220, 16)).isEqualTo("19780311");
    assertThat(read(text, 248, 2)).isEqualTo("I");
  }

  @Test
  void a_foreigner_of_2023_has_layout_c_with_the_name_in_two_parts() {
    byte[] text = text("maximilian-muster");
    assertThat(new String(text, 52, 70, StandardCharsets.UTF_16LE) + read(text, 220, 22))
        .isEqualTo("MUSTERMANN, MAXIMILIAN ALEXANDER JOHANNES");
    assertThat(read(text, 122, 36)).startsWith("9").hasSize(18);
    assertThat(read(text, 242, 6)).isEqualTo("DEU");
    assertThat(read(text, 248, 2)).isEqualTo("Y");
  }

  @Test
  void a_field_is_never_cut_within_a_surrogate_pair() {
    assertThat(read(CardText.field("陈𫖯", 4), 0, 4)).isEqualTo("陈");
  }

  private byte[] text(String person) {
    return CardText.of(people.byId(person).orElseThrow());
  }

  private static String read(byte[] text, int offset, int length) {
    return new String(text, offset, length, StandardCharsets.UTF_16LE).strip();
  }
}
