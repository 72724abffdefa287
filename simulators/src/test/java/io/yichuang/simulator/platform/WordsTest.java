package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Properties bundle(String file) throws IOException {
    Properties texts = new Properties();
    try (var reader =
        new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void both_languages_hold_the_same_texts_with_the_same_gaps() throws IOException {
    Properties zh = bundle("texts.properties");
    Properties en = bundle("texts_en.properties");
    assertThat(en.keySet()).isEqualTo(zh.keySet());
    for (String key : zh.stringPropertyNames()) {
      assertThat(gaps(en.getProperty(key))).as(key).isEqualTo(gaps(zh.getProperty(key)));
    }
  }

  private static int gaps(String text) {
    return text.split("%s", -1).length;
  }

  @Test
  void a_date_is_written_as_each_language_does() {
    assertThat(Words.of("light.on-time", LocalDate.of(2026, 11, 4)).toString())
        .contains("11月4日", "4 November");
    assertThatThrownBy(() -> Words.of("light.purple")).hasMessageContaining("light.purple");
  }

  @Test
  void names_phones_and_numbers_are_half_hidden() {
    assertThat(Words.maskedName("王小英")).isEqualTo("王＊英");
    assertThat(Words.maskedName("陈𫖯")).isEqualTo("陈＊");
    assertThat(Words.maskedPhone("19900000001")).isEqualTo("199****0001");
    assertThat(Words.maskedNumber("50011919840612002X")).isEqualTo("500119***********X");
  }
}
