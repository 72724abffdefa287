package io.yichuang.kiosk.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.Question;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShownTest {
  private static final Shown.Words WORDS = (key, values) -> key + Arrays.toString(values);

  private static String shown(Question.Type type, String stored, Locale language) {
    return Shown.value(Questions.of(type), stored, language, WORDS);
  }

  @ParameterizedTest
  @EnumSource(Question.Type.class)
  void no_answer_is_said_in_words(Question.Type type) {
    assertThat(shown(type, "", Locale.CHINESE)).isEqualTo("form.nothing[]");
  }

  @ParameterizedTest
  @CsvSource({
    "CHOICE,rent,租赁,Rent",
    "CHOICE,gone,gone,gone",
    "MONEY,123450,1234.5元,1234.5 yuan",
    "MONEY,120000,1200元,1200 yuan",
    "MONEY,5,0.05元,0.05 yuan",
    "MONEY,0,0元,0 yuan",
    "NUMBER,12,12,12",
    "TEXT,王小英,王小英,王小英",
    "PHONE,13812345678,13812345678,13812345678",
    "ID_NUMBER,11010519491231002X,11010519491231002X,11010519491231002X"
  })
  void an_answer_is_said_in_the_language_of_the_reader(
      Question.Type type, String stored, String chinese, String english) {
    assertThat(shown(type, stored, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    assertThat(shown(type, stored, Locale.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2026-03-01|form.date[2026, 3, 1]", "2026-02-30|2026-02-30", "soon|soon"})
  void a_date_is_said_as_one_only_if_it_is_one(String stored, String words) {
    assertThat(shown(Question.Type.DATE, stored, Locale.CHINESE)).isEqualTo(words);
  }
}
