package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.TravelDocument;
import io.yichuang.device.TravelDocument.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The specimens of ICAO 9303 (Utopia's citizens), and a permit of nobody. */
class MrzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final List<String> TD3 =
      List.of(
          "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
  private static final List<String> TD2 =
      List.of("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
  private static final List<String> TD1 =
      List.of(
          "I<UTOD231458907<<<<<<<<<<<<<<<",
          "7408122F1204159UTO<<<<<<<<<<<6",
          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

  /** Number CA0000001, the first of its series; dates and digits reckoned by hand. */
  private static final List<String> PERMIT = List.of(permit());

  static List<List<String>> specimens() {
    return List.of(TD3, TD2, TD1, PERMIT);
  }

  private static String permit() {
    String number = "CA0000001" + CheckDigit.of("CA0000001");
    String expiry = "340520" + CheckDigit.of("340520");
    String birth = "920317" + CheckDigit.of("920317");
    String composite = number + expiry + birth;
    return "CS" + number + "<" + expiry + "<" + birth + "<" + CheckDigit.of(composite);
  }

  @ParameterizedTest
  @CsvSource({
    "L898902C3, 6",
    "740812, 2",
    "120415, 9",
    "ZE184226B<<<<<, 1",
    "D23145890, 7",
    "HA672242<, 6"
  })
  void check_digits_are_those_of_the_specimens(String data, int digit) {
    assertThat(CheckDigit.of(data)).isEqualTo(digit);
  }

  @Test
  void a_passport_is_read_field_by_field() {
    TravelDocument anna = read(TD3);
    assertThat(anna)
        .isEqualTo(
            new TravelDocument(
                Form.TD3,
                "P",
                "UTO",
                "L898902C3",
                "ERIKSSON",
                "ANNA MARIA",
                "UTO",
                LocalDate.of(1974, 8, 12),
                'F',
                LocalDate.of(2012, 4, 15)));
    assertThat(anna.expired(TODAY)).isTrue();
    assertThat(anna).hasToString("TravelDocument[TD3]");
  }

  @Test
  void the_other_forms_say_the_same_of_her() {
    for (List<String> lines : List.of(TD2, TD1)) {
      TravelDocument anna = read(lines);
      assertThat(anna.number()).isEqualTo("D23145890");
      assertThat(anna.surname()).isEqualTo("ERIKSSON");
      assertThat(anna.givenNames()).isEqualTo("ANNA MARIA");
      assertThat(anna.birth()).isEqualTo(LocalDate.of(1974, 8, 12));
      assertThat(anna.code()).isEqualTo("I");
    }
  }

  @Test
  void a_permit_for_hong_kong_and_macau_has_one_line() {
    TravelDocument permit = read(PERMIT);
    assertThat(permit.form()).isEqualTo(Form.HK_MACAU_PERMIT);
    assertThat(permit.number()).isEqualTo("CA0000001");
    assertThat(permit.expiry()).isEqualTo(LocalDate.of(2034, 5, 20));
    assertThat(permit.birth()).isEqualTo(LocalDate.of(1992, 3, 17));
    assertThat(permit.expired(TODAY)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void lines_may_come_without_a_break(List<String> lines) {
    assertThat(read(List.of(String.join("", lines)))).isEqualTo(read(lines));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void as_long_as_lines_are_missing_more_are_wanted(List<String> lines) {
    for (int count = 0; count < lines.size(); count++) {
      assertThat(Mrz.read(lines.subList(0, count), TODAY)).isEqualTo(new Mrz.NeedMore());
    }
  }

  /** Weights 7, 3, 1 modulo 10 see every digit that became another digit. */
  @ParameterizedTest
  @MethodSource("specimens")
  void a_digit_that_was_read_as_another_is_never_accepted(List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      for (int at = 0; at < lines.get(line).length(); at++) {
        char was = lines.get(line).charAt(at);
        for (char other = '0'; other <= '9' && Character.isDigit(was); other++) {
          if (other != was) {
            assertThat(Mrz.read(changed(lines, line, at, other), TODAY))
                .as("line %d, place %d", line, at)
                .isInstanceOf(Mrz.Wrong.class);
          }
        }
      }
    }
  }

  @Test
  void centuries_follow_from_today() {
    assertThat(read(born("261122")).birth()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(read(born("261123")).birth()).isEqualTo(LocalDate.of(1926, 11, 23));
    assertThat(read(born("26<<<<")).birth()).isNull();
    assertThat(Mrz.read(born("261323"), TODAY))
        .isEqualTo(new Mrz.Wrong("a date that does not exist"));
  }

  private static List<String> born(String birth) {
    String days = birth + CheckDigit.of(birth);
    String composite = "L898902C36" + days + "1204159ZE184226B<<<<<1";
    return List.of(
        TD3.getFirst(),
        "L898902C36UTO" + days + "F1204159ZE184226B<<<<<1" + CheckDigit.of(composite));
  }

  @Test
  void a_long_number_goes_on_in_the_optional_data() {
    String number = "D23145890734";
    String first = "I<UTOD23145890<734" + CheckDigit.of(number) + "<<<<<<<<<<<";
    String composite = first.substring(5) + "7408122" + "1204159" + "<".repeat(11);
    String second = "7408122F1204159UTO<<<<<<<<<<<" + CheckDigit.of(composite);
    assertThat(read(List.of(first, second, TD1.getLast())).number()).isEqualTo(number);
  }

  @Test
  void what_is_no_zone_is_told_without_its_data() {
    assertThat(Mrz.read(List.of("hello"), TODAY))
        .isEqualTo(new Mrz.Wrong("a character that no zone holds"));
    assertThat(Mrz.read(List.of("ABC"), TODAY)).isEqualTo(new Mrz.Wrong("a line of 3 characters"));
    assertThat(Mrz.read(List.of(TD3.getFirst(), "ABC"), TODAY))
        .isEqualTo(new Mrz.Wrong("lines of different lengths"));
    assertThat(Mrz.read(List.of(""), TODAY)).isEqualTo(new Mrz.NeedMore());
  }

  @Test
  void ten_thousand_mutated_zones_do_no_harm() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      List<String> lines = specimens().get(random.nextInt(4));
      int line = random.nextInt(lines.size());
      int at = random.nextInt(lines.get(line).length());
      var bad = changed(lines, line, at, (char) (random.nextInt(90) + 33));
      if (random.nextBoolean()) {
        bad.set(line, bad.get(line).substring(0, at));
      }
      assertThat(Mrz.read(bad, TODAY)).as("seed %d, round %d", seed, round).isNotNull();
    }
  }

  private static List<String> changed(List<String> lines, int line, int at, char to) {
    var changed = new ArrayList<>(lines);
    String text = lines.get(line);
    changed.set(line, text.substring(0, at) + to + text.substring(at + 1));
    return changed;
  }

  private static TravelDocument read(List<String> lines) {
    Mrz.Result result = Mrz.read(lines, TODAY);
    assertThat(result).isInstanceOf(Mrz.Read.class);
    return ((Mrz.Read) result).document();
  }
}
