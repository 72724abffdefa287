package io.yichuang.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every fault and refusal has its texts, in both languages, short enough to be read at a glance.
 */
class CatalogueTest {
  private static final int LONGEST_SENTENCE = 20;

  @ParameterizedTest
  @CsvSource({"faults, zh", "faults, en", "refusals, zh", "refusals, en"})
  void each_entry_has_its_three_texts_and_there_is_no_other(String name, String language) {
    assertThat(bundle(name, language).keySet()).containsExactlyInAnyOrderElementsOf(keys(name));
    assertThat(bundle(name, language).keySet())
        .allSatisfy(key -> assertThat(bundle(name, language).getString(key)).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({"faults", "refusals"})
  void chinese_sentences_are_short_and_plain(String name) {
    ResourceBundle bundle = bundle(name, "zh");
    for (String key : bundle.keySet()) {
      String text = bundle.getString(key);
      assertThat(text.split("[。；]")).as(key).allMatch(s -> s.length() <= LONGEST_SENTENCE);
      assertThat(text).as(key).doesNotContain("系统繁忙", "失败", "非法");
    }
  }

  private static ResourceBundle bundle(String name, String language) {
    return ResourceBundle.getBundle(
        "io/yichuang/device/" + name,
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<String> keys(String name) {
    Stream<String> entries =
        name.equals("faults")
            ? Arrays.stream(FaultCode.values()).map(FaultCode::code)
            : Arrays.stream(Refusal.values()).map(Refusal::name);
    var keys = new ArrayList<String>();
    entries.forEach(entry ->
        List.of(".citizen", ".technician", ".remedy").forEach(part -> keys.add(entry + part)));
    return keys;
  }
}
