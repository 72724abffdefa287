package io.yichuang.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  private static final int LONGEST = 20;
  private static final Pattern SENTENCES = Pattern.compile("[。！？；\n]");

  /** Punctuation, spaces, and what is put in later. */
  private static final Pattern UNCOUNTED =
      Pattern.compile("\\{[^}]*}|[\\p{Punct}\\p{IsPunctuation}\\s]");

  private final Texts texts = new Texts(true);

  @Test
  void both_languages_hold_the_same_keys() {
    assertThat(texts.of(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
    assertThat(texts.of(Locale.ENGLISH).keySet())
        .isEqualTo(texts.of(Locale.SIMPLIFIED_CHINESE).keySet());
  }

  @Test
  void no_text_is_empty_and_both_languages_use_the_same_arguments() {
    Map<String, String> english = texts.of(Locale.ENGLISH);
    texts
        .of(Locale.SIMPLIFIED_CHINESE)
        .forEach((key, chinese) -> {
          assertThat(chinese).as(key).isNotBlank();
          assertThat(english.get(key)).as(key).isNotBlank();
          assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(chinese));
        });
  }

  /** Plain language: who reads slowly has forgotten the beginning of a longer one. */
  @Test
  void no_sentence_is_longer_than_twenty_characters() {
    texts
        .of(Locale.SIMPLIFIED_CHINESE)
        .forEach((key, text) ->
            assertThat(SENTENCES.split(text))
                .allSatisfy(sentence ->
                    assertThat(UNCOUNTED.matcher(sentence).replaceAll(""))
                        .as(key)
                        .hasSizeLessThanOrEqualTo(LONGEST)));
  }

  @Test
  void every_key_of_the_sill_has_its_word() {
    for (SillKey key : SillKey.values()) {
      assertThat(texts.getTranslation("ui.sill." + key.id(), KioskFrame.CHINESE)).isNotBlank();
    }
  }

  @Test
  void arguments_are_put_in() {
    assertThat(texts.getTranslation("ui.steps", KioskFrame.CHINESE, 3, 6)).isEqualTo("第3步，共6步");
    assertThat(texts.getTranslation("ui.steps", Locale.ENGLISH, 3, 6)).isEqualTo("Step 3 of 6");
  }

  @Test
  void a_missing_key_is_an_error_where_strict_and_a_mark_elsewhere() {
    assertThatThrownBy(() -> texts.getTranslation("no.such", Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such");
    assertThat(new Texts(false).getTranslation("no.such", Locale.ENGLISH)).isEqualTo("!no.such!");
  }

  private static java.util.Set<String> arguments(String text) {
    return ARGUMENT.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
