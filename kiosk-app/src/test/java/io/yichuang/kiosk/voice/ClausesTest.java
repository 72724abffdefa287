package io.yichuang.kiosk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClausesTest {
  private static final Path BUNDLES = Path.of("src/main/resources");
  private static final Path CATALOGUE =
      Path.of("../simulators/src/main/resources/io/yichuang/simulator/platform/catalogue");
  private static final Path MADE = Path.of("src/main/resources/META-INF/resources/kiosk/voice");

  @Test
  void a_text_parts_at_signs_lines_and_arguments() {
    assertThat(Clauses.of("第{0}步，共{1}步。\n请看")).containsExactly("第", "步", "共", "步", "请看");
  }

  @ParameterizedTest
  @CsvSource({"yín háng,yin2 hang2", "lǜ,lv4", "nǚ ér,nv3 er2", "de,de5", "yī,yi1"})
  void a_reading_with_marks_becomes_one_with_numbers(String marked, String numbered) {
    assertThat(Reading.numbered(marked)).isEqualTo(numbered);
  }

  @Test
  void the_longest_word_decides_the_reading() throws IOException {
    Path words = Files.createTempFile("words", ".json");
    Files.writeString(words, "{\"银行\":[\"yín háng\",1],\"行\":[\"xíng\",1],\"不\":[\"bù\",1]}");
    var reading = new Reading(words);
    Files.delete(words);
    assertThat(reading.of("银行不行A1")).isEqualTo("yin2 hang2 bu4 xing2 A1");
  }

  /** Every prompt has its slot; ./kiosk voice makes them anew after a text was changed. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatever_is_said_of_a_page_is_recorded(String lang) throws IOException {
    JsonNode index = JsonMapper.shared().readTree(Files.readString(MADE.resolve(lang + ".json")));
    long size = Files.size(MADE.resolve(lang + ".pack"));
    List<String> prompts =
        List.copyOf(Clauses.all(lang, BUNDLES.resolve("io/yichuang/kiosk/voice"), CATALOGUE));
    assertThat(prompts).hasSizeGreaterThan(60);
    assertThat(prompts)
        .allSatisfy(clause -> {
          JsonNode slot = index.get(clause);
          assertThat(slot).as(clause).isNotNull();
          assertThat(slot.get(1).asInt()).isPositive();
          assertThat(slot.get(0).asLong() + slot.get(1).asInt()).isLessThanOrEqualTo(size);
        });
  }

  /** Names, addresses and what the keyboard offers have no clause of their own. */
  @Test
  void what_people_write_is_said_by_its_characters() throws IOException {
    JsonNode index = JsonMapper.shared().readTree(Files.readString(MADE.resolve("zh.json")));
    List<String> characters = Clauses.characters();
    assertThat(characters).hasSize(6_763).contains("张", "囡", "鑫");
    assertThat(characters.stream().filter(index::has).count()).isGreaterThan(6_600);
    assertThat(index.get("晓")).isEqualTo(index.get("筱"));
    assertThat(index.get("晓")).isNotEqualTo(index.get("萧"));
  }

  /** A screen without a prompt would be an error on the page of whoever cannot see it. */
  @Test
  void every_screen_has_a_prompt() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(readme.indexOf("| `data-screen`"), readme.indexOf("| over any"));
    String prompts = Files.readString(BUNDLES.resolve("io/yichuang/kiosk/voice/texts.properties"));
    assertThat(table.lines().filter(line -> line.startsWith("| `")).skip(1))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            line -> assertThat(prompts).contains("voice.screen." + line.split("`", -1)[1] + "="));
  }
}
