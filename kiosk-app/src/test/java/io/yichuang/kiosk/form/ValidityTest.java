package io.yichuang.kiosk.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.Question;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  /** The example number of GB 11643-1999 itself; nobody's. */
  private static final String EXAMPLE = "11010519491231002X";

  private static Optional<String> problem(Question question, String value) {
    return Validity.problem(question, value, Map.of(), TODAY);
  }

  @ParameterizedTest
  @EnumSource(Question.Type.class)
  void nothing_is_an_answer_only_where_none_is_required(Question.Type type) {
    for (String nothing : new String[] {"", "  ", "\t"}) {
      assertThat(problem(Questions.of(type), nothing)).contains("form.problem.empty");
      assertThat(problem(Questions.optional(type), nothing)).isEmpty();
    }
  }

  @Test
  void a_text_is_counted_in_characters_also_rare_ones() {
    var question = Questions.between(Question.Type.TEXT, 2, 3);
    assertThat(problem(question, "𠮷")).contains("form.problem.short");
    assertThat(problem(question, "𠮷小")).isEmpty();
    assertThat(problem(question, "𠮷𠮷𠮷")).isEmpty();
    assertThat(problem(question, "王小小英")).contains("form.problem.long");
  }

  @Test
  void a_choice_is_one_of_the_options() {
    assertThat(problem(Questions.of(Question.Type.CHOICE), "rent")).isEmpty();
    assertThat(problem(Questions.of(Question.Type.CHOICE), "Rent")).contains("form.problem.empty");
  }

  @ParameterizedTest
  @CsvSource({
    "13812345678,true",
    "23812345678,false",
    "1381234567,false",
    "138123456789,false",
    "1381234567a,false",
    "１３８１２３４５６７８,false"
  })
  void a_phone_has_eleven_digits_and_begins_with_1(String value, boolean good) {
    assertThat(problem(Questions.of(Question.Type.PHONE), value).isEmpty()).isEqualTo(good);
  }

  @Test
  void the_number_of_the_standard_is_valid_and_every_wrong_digit_is_found() {
    var question = Questions.of(Question.Type.ID_NUMBER);
    assertThat(problem(question, EXAMPLE)).isEmpty();
    for (int at = 0; at < EXAMPLE.length(); at++) {
      for (char wrong : "0123456789X".toCharArray()) {
        if (wrong != EXAMPLE.charAt(at)) {
          String typed = EXAMPLE.substring(0, at) + wrong + EXAMPLE.substring(at + 1);
          assertThat(problem(question, typed))
              .hasValueSatisfying(
                  words -> assertThat(words).as(typed).startsWith("form.problem.id-number."));
        }
      }
    }
  }

  /** Check digits are right in all of these: what is wrong is what the number says. */
  @ParameterizedTest
  @CsvSource({
    "500119199001010015,",
    "50011919900229001,birth", // 1990 had no 29 February
    "50011920000229001,",
    "50011919000229001,birth",
    "50011920260301001,", // born today
    "50011920260302001,birth", // born tomorrow
    "50011919901301001,birth",
    "50011919900100001,birth",
    "50011918490101001,birth", // nobody is that old
    "00011919900101001,region",
    "99911919900101001,region",
    "16011919900101001,region",
    "65010119900101001,",
    "83000019900101001,", // Taiwan, living on the mainland
    "93184019900101001,", // foreigner's permanent residence card of 2023, issued in Shanghai
    "97784019900101001,region"
  })
  void an_id_number_says_a_place_and_a_day(String stem, @Nullable String wrong) {
    String number = stem.substring(0, 17) + checkDigit(stem);
    assertThat(problem(Questions.of(Question.Type.ID_NUMBER), number))
        .as(number)
        .isEqualTo(Optional.ofNullable(wrong).map("form.problem.id-number."::concat));
  }

  @Test
  void each_thing_wrong_with_an_id_number_has_its_own_words() {
    var question = Questions.of(Question.Type.ID_NUMBER);
    assertThat(problem(question, "11010519491231002")).contains("form.problem.id-number.length");
    assertThat(problem(question, "11010519491231002x")).contains("form.problem.id-number.length");
    assertThat(problem(question, "110105194912310021")).contains("form.problem.id-number.check");
    assertThat(problem(question, "010105194912310021")).contains("form.problem.id-number.region");
    assertThat(problem(question, "USA110000000123")).as("a foreigner's card of 2017").isEmpty();
    assertThat(problem(question, "US1100000000123")).contains("form.problem.id-number.length");
    assertThat(problem(question, "110105194913310021")).contains("form.problem.id-number.birth");
  }

  /** ISO 7064 MOD 11-2, written from its definition: 2 to the power of the place. */
  private static char checkDigit(String stem) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (1 << (17 - i)) % 11 * (stem.charAt(i) - '0');
    }
    int check = Math.floorMod(1 - sum, 11);
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X", "1010519491231002x", "101051949123100", "1010519491231002XX"})
  void what_has_not_eighteen_characters_is_no_id_number(String typed) {
    assertThat(problem(Questions.optional(Question.Type.ID_NUMBER), "1" + typed))
        .contains("form.problem.id-number.length");
  }

  @ParameterizedTest
  @EnumSource(
      value = Question.Type.class,
      names = {"NUMBER", "MONEY"})
  void a_number_lies_between_its_bounds(Question.Type type) {
    var question = Questions.between(type, 10, 2000);
    assertThat(problem(question, "9")).contains("form.problem.too-little");
    assertThat(problem(question, "10")).isEmpty();
    assertThat(problem(question, "2000")).isEmpty();
    assertThat(problem(question, "2001")).contains("form.problem.too-much");
    assertThat(problem(question, "999999999999")).contains("form.problem.too-much");
    for (String bad : new String[] {"-1", "1.5", "1e3", "١٢", "1234567890123"}) {
      assertThat(problem(question, bad)).contains("form.problem.number");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "20260301,2026-03-01",
    "20240229,2024-02-29",
    "20260229,20260229",
    "20261301,20261301",
    "20260431,20260431",
    "2026031,2026031"
  })
  void a_day_that_is_in_no_calendar_is_not_bent_into_one(String typed, String stored) {
    assertThat(Validity.stored(Question.Type.DATE, typed)).isEqualTo(stored);
    assertThat(problem(Questions.of(Question.Type.DATE), stored).isEmpty())
        .isEqualTo(stored.contains("-"));
  }

  @Test
  void a_date_with_hyphens_is_as_strict() {
    assertThat(problem(Questions.of(Question.Type.DATE), "2026-02-29"))
        .contains("form.problem.date");
    assertThat(problem(Questions.of(Question.Type.DATE), "2026-3-1")).contains("form.problem.date");
  }

  @Test
  void a_date_has_a_year_of_four_digits() {
    for (String odd :
        new String[] {"+12026-01-01", "-2026-01-01", "20260230", "2026-03-01T00:00"}) {
      assertThat(problem(Questions.of(Question.Type.DATE), odd)).contains("form.problem.date");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260230", "x", "2026-13-01", " "})
  void an_earlier_answer_that_is_no_date_bounds_nothing(String other) {
    assertThat(
            Validity.problem(
                Questions.notBefore("from"), "2026-05-01", Map.of("from", other), TODAY))
        .isEmpty();
  }

  @Test
  void a_date_is_not_before_today_or_another_answer() {
    var today = Questions.notBefore("today");
    assertThat(problem(today, "2026-02-28")).contains("form.problem.too-early");
    assertThat(problem(today, "2026-03-01")).isEmpty();
    var after = Questions.notBefore("from");
    var values = Map.of("from", "2026-05-01");
    assertThat(Validity.problem(after, "2026-04-30", values, TODAY))
        .contains("form.problem.too-early");
    assertThat(Validity.problem(after, "2026-05-01", values, TODAY)).isEmpty();
    assertThat(Validity.problem(after, "2020-01-01", Map.of("from", ""), TODAY)).isEmpty();
    assertThat(Validity.problem(after, "2020-01-01", Map.of(), TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,100",
    "12.3,1230",
    "12.34,1234",
    "0.05,5",
    "007,700",
    "999999999.99,99999999999",
    "12.345,12.345",
    "12.,12.",
    ".5,.5",
    "'-1',-1",
    "1234567890,1234567890"
  })
  void money_is_stored_in_fen_and_what_is_no_amount_stays(String typed, String stored) {
    assertThat(Validity.stored(Question.Type.MONEY, typed)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({"MONEY,12.34", "MONEY,1200", "MONEY,0.5", "DATE,20260301", "TEXT,王小英", "PHONE,110"})
  void what_was_typed_comes_back_as_it_was(Question.Type type, String typed) {
    assertThat(Validity.typed(type, Validity.stored(type, typed))).isEqualTo(typed);
  }

  @ParameterizedTest
  @EnumSource(Question.Type.class)
  void blanks_around_an_answer_go(Question.Type type) {
    assertThat(Validity.stored(type, "  x ")).isEqualTo("x");
  }
}
