package io.yichuang.vision.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** Invented: the regions 110101 and the like with a serial that nobody has. */
  private static final String ID = "110101199003070011";

  private static final String OTHER_ID = "110101198512120029";
  private static final String CREDIT = "91110000MA01ABCD2X";

  private static final Expectation LEASE =
      new Expectation(
          Set.of("房屋租赁合同"), List.of("张小雨", "李某"), Set.of(checked(ID)), Set.of(), true, true, 2);

  @Test
  void a_material_that_fits_has_no_doubts() {
    var lines =
        List.of("房屋租赁合同", "甲方：李某  乙方：张小雨", "身份证号码 " + checked(ID), "租赁期限 2026年1月1日至2026年12月31日");
    assertThat(Precheck.check(LEASE, new Material(lines, 1, 2), TODAY)).isEmpty();
  }

  @Test
  void each_thing_that_does_not_fit_is_told() {
    var lines =
        List.of("社会保险参保证明", "甲方：王五六", "身份证号码 " + checked(OTHER_ID), "租赁期限 2024.1.1-2025.12.31");
    var doubts = Precheck.check(LEASE, new Material(lines, 0, 1), TODAY);
    assertThat(doubts)
        .extracting(Doubt::kind)
        .containsExactly(
            Doubt.Kind.WRONG_FORM,
            Doubt.Kind.OTHER_NAME,
            Doubt.Kind.OTHER_NAME,
            Doubt.Kind.OTHER_ID_NUMBER,
            Doubt.Kind.EXPIRED,
            Doubt.Kind.NO_SEAL,
            Doubt.Kind.TOO_FEW_PAGES);
    assertThat(doubts.get(1).seen()).isEqualTo("王五六");
    assertThat(doubts.get(4).seen()).isEqualTo("2025-12-31");
    assertThat(doubts.toString()).doesNotContain("张", checked(OTHER_ID));
  }

  @Test
  void nothing_read_is_told_as_not_seen_and_not_as_another() {
    assertThat(Precheck.check(LEASE, new Material(List.of(), 1, 2), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(
            Doubt.Kind.WRONG_FORM,
            Doubt.Kind.NO_NAME,
            Doubt.Kind.NO_NAME,
            Doubt.Kind.NO_ID_NUMBER,
            Doubt.Kind.NO_DATE);
  }

  @Test
  void nothing_asked_is_nothing_doubted() {
    var nothing = new Expectation(Set.of(), List.of(), Set.of(), Set.of(), false, false, 0);
    assertThat(Precheck.check(nothing, new Material(List.of("x"), 0, 0), TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "营业期限 2016年3月1日至2026年11月22日,",
    "有效期限：2016.03.01-2026.11.21, EXPIRED",
    "有效期限 2016.03.01-长期,",
    "有效期至 2027-02-30, NO_DATE",
    "签订日期 2020年1月1日, NO_DATE",
    "有效期至：２０２７年１月２日,"
  })
  void the_end_of_validity_is_found_behind_its_label(String line, Doubt.Kind kind) {
    var wanted = new Expectation(Set.of(), List.of(), Set.of(), Set.of(), true, false, 0);
    var doubts = Precheck.check(wanted, new Material(List.of("标题", line), 0, 1), TODAY);
    assertThat(doubts).extracting(Doubt::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void the_date_may_stand_on_the_line_below_its_label() {
    var wanted = new Expectation(Set.of(), List.of(), Set.of(), Set.of(), true, false, 0);
    var lines = List.of("有效期限", "2020.01.01-2021.01.01");
    assertThat(Precheck.check(wanted, new Material(lines, 0, 1), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.EXPIRED);
  }

  @Test
  void one_misread_character_of_a_name_of_three_is_forgiven_another_person_is_not() {
    var wanted = new Expectation(Set.of(), List.of("张小雨"), Set.of(), Set.of(), false, false, 0);
    assertThat(Precheck.check(wanted, new Material(List.of("申请人：张小甫"), 0, 1), TODAY)).isEmpty();
    assertThat(Precheck.check(wanted, new Material(List.of("申请人：张大甫"), 0, 1), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.OTHER_NAME);
  }

  @Test
  void numbers_misread_as_letters_are_mended_by_their_check_digit() {
    var id = checked(ID);
    assertThat(Numbers.ids(List.of("号码" + id.replace('0', 'O').replaceFirst("1", "I"))))
        .containsExactly(id);
    var code = creditChecked(CREDIT);
    assertThat(Numbers.creditCodes(List.of("代码：" + code.replace('0', 'O')))).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1101011990030700",
        "110101199013070011",
        "ABCDEFGHJKLMNPQRTU",
        "张张张张张张张张张张张张张张张张张张"
      })
  void what_is_no_number_is_none(String text) {
    assertThat(Numbers.isId(text)).isFalse();
    assertThat(Numbers.isCreditCode(text)).isFalse();
    assertThat(Numbers.ids(List.of(text))).isEmpty();
  }

  /** The same with its last sign made right. */
  private static String checked(String id) {
    return "0123456789X"
        .chars()
        .mapToObj(c -> id.substring(0, 17) + (char) c)
        .filter(Numbers::isId)
        .findFirst()
        .orElseThrow();
  }

  private static String creditChecked(String code) {
    return "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .mapToObj(c -> code.substring(0, 17) + (char) c)
        .filter(Numbers::isCreditCode)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_clause_names_nobody_and_a_label_in_brackets_does() {
    var wanted = new Expectation(Set.of(), List.of("张小雨"), Set.of(), Set.of(), false, false, 1);
    var clauses = List.of("未经甲方书面同意，乙方不得转租", "乙方逾期，甲方可以解除", "出租方（甲方）签字：");
    assertThat(Precheck.check(wanted, new Material(clauses, 0, 1), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.NO_NAME);
    for (var named : List.of("出租方（甲方）：李某某", "出租方（甲方）：李某某    证件号码：无", "姓名 李某某")) {
      assertThat(Precheck.check(wanted, new Material(List.of(named), 0, 1), TODAY))
          .as(named)
          .extracting(Doubt::kind, Doubt::seen)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Doubt.Kind.OTHER_NAME, "李某某"));
    }
  }

  @Test
  void a_page_that_went_through_twice_is_told_and_a_form_for_another_person_is_not() {
    var page = List.of("房屋租赁合同", "承租方（乙方）：张小雨 电话 13900000011", "租赁期自2026年12月1日起至2027年11月30日止");
    var again = List.of("房屋租赁合同", "承租方（乙方）:张小雨 电话 13900000011", "租赁期自2026年12月1曰起至2027年11月30日止");
    var other = List.of("房屋租赁合同", "承租方（乙方）：李大山 电话 13900000027", "租赁期自2026年12月1日起至2027年11月30日止");
    var blank = List.<String>of();
    assertThat(Precheck.doubled(List.of(page, other, blank, blank, again)))
        .containsExactly(new Doubt(Doubt.Kind.DOUBLED_PAGE, "1", "5"));
    assertThat(Precheck.doubled(List.of(page, other))).isEmpty();
  }
}
