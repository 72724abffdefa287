package io.yichuang.vision.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
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

  private static final Expectation IN_FORCE =
      new Expectation(Set.of(), List.of(), Set.of(), Set.of(), true, false, 1);

  private static Material material(List<String> lines, int seals, int pages) {
    return new Material(lines.stream().map(Line::new).toList(), seals, pages);
  }

  /** A line of which each character was read with this confidence. */
  private static Material read(String line, double sure) {
    return new Material(List.of(new Line(line, Collections.nCopies(line.length(), sure))), 0, 1);
  }

  @Test
  void a_material_that_fits_has_no_doubts() {
    var lines =
        List.of("房屋租赁合同", "甲方：李某  乙方：张小雨", "身份证号码 " + checked(ID), "租赁期限 2026年1月1日至2026年12月31日");
    assertThat(Precheck.check(LEASE, material(lines, 1, 2), TODAY)).isEmpty();
  }

  @Test
  void each_thing_that_does_not_fit_is_told() {
    var lines =
        List.of("社会保险参保证明", "甲方：王五六", "身份证号码 " + checked(OTHER_ID), "租赁期限 2024.1.1-2025.12.31");
    var doubts = Precheck.check(LEASE, material(lines, 0, 1), TODAY);
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
    assertThat(Precheck.check(LEASE, material(List.of(), 1, 2), TODAY))
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
    assertThat(Precheck.check(nothing, material(List.of("x"), 0, 0), TODAY)).isEmpty();
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
    var doubts = Precheck.check(wanted, material(List.of("标题", line), 0, 1), TODAY);
    assertThat(doubts).extracting(Doubt::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void the_date_may_stand_on_the_line_below_its_label() {
    var wanted = new Expectation(Set.of(), List.of(), Set.of(), Set.of(), true, false, 0);
    var lines = List.of("有效期限", "2020.01.01-2021.01.01");
    assertThat(Precheck.check(wanted, material(lines, 0, 1), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.EXPIRED);
  }

  /** As the catalogue's own sample has it: the lease began yesterday. */
  @ParameterizedTest
  @CsvSource({"2026-11-22", "2026-12-02", "2027-11-30"})
  void the_sample_lease_of_the_catalogue_is_in_force_until_its_last_day(LocalDate day)
      throws Exception {
    var lines = new ArrayList<String>();
    var file = "/io/yichuang/simulator/platform/catalogue/FW-ZL-01.json";
    try (var in = PrecheckTest.class.getResourceAsStream(file)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var sample = text.substring(text.indexOf("\"lines\""), text.indexOf("\"marks\""));
      Pattern.compile("\"zh\": \"([^\"]+)\"")
          .matcher(sample)
          .results()
          .forEach(found -> lines.add(found.group(1)));
    }
    assertThat(lines).contains("租期：2026年12月1日至", "2027年11月30日");
    assertThat(Precheck.check(IN_FORCE, material(lines, 1, 1), day)).isEmpty();
    assertThat(Precheck.check(IN_FORCE, material(lines, 1, 1), LocalDate.of(2027, 12, 1)))
        .extracting(Doubt::kind, Doubt::seen)
        .containsExactly(Tuple.tuple(Doubt.Kind.EXPIRED, "2027-11-30"));
  }

  @ParameterizedTest
  @CsvSource({
    "租赁期限：2025年12月1日至 | 2027年11月30日 | 签订日期：2025年11月1日,",
    "租赁期限：2025年12月1日至 | 2026年11月20日止 | 签订日期：2027年11月1日, EXPIRED",
    "租赁期自2025年12月1曰起至 | 2027年11月30日止,",
    "租期自2025年12月1日起 | 至2027年11月30日止,",
    "有效日期 2020.01.01— | 2027.01.01,",
    "有效期限 | 2020.01.01- | 2027.01.01,",
    "有效期限 2020.01.01- | 长期,",
    "租赁期限：2025年12月1日至2027年 | 11月30日,",
    "有效期至2026年11月20日止 | 发证日期 2027年1月1日, EXPIRED",
    "租赁期限：2025年12月1日至 | 双方签字, NO_DATE",
    "租赁期限：2025年12月1日至2027年13月30日, NO_DATE",
    "租赁期限届满，承租人应搬出 | 2020年1月1日, NO_DATE",
    "租期内水电费由乙方承担 | 租期：2025年12月1日至2027年11月30日,"
  })
  void the_first_day_is_never_taken_for_the_last(String lines, Doubt.Kind kind) {
    var material = material(List.of(lines.split(" \\| ")), 1, 1);
    assertThat(Precheck.check(IN_FORCE, material, TODAY))
        .extracting(Doubt::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void one_misread_character_of_a_name_of_three_is_forgiven_another_person_is_not() {
    var wanted = new Expectation(Set.of(), List.of("张小雨"), Set.of(), Set.of(), false, false, 0);
    assertThat(Precheck.check(wanted, read("申请人：张小甫", 0.62), TODAY)).isEmpty();
    assertThat(Precheck.check(wanted, material(List.of("申请人：张小甫"), 0, 1), TODAY))
        .as("nothing known of its characters")
        .isEmpty();
    for (var other : List.of("申请人：张小雪", "申请人：  张小雪", "申请人：王小雨")) {
      assertThat(Precheck.check(wanted, read(other, 0.99), TODAY))
          .as(other)
          .extracting(Doubt::kind)
          .containsExactly(Doubt.Kind.OTHER_NAME);
    }
    assertThat(Precheck.check(wanted, read("申请人：张大甫", 0.62), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.OTHER_NAME);
    assertThat(Precheck.check(wanted, read("张小甫女士", 0.62), TODAY)).isEmpty();
    assertThat(Precheck.check(wanted, read("张小雪女士", 0.99), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.NO_NAME);
  }

  /** Only the character that differs counts: that another was hard to read says nothing of it. */
  @Test
  void a_name_is_judged_by_the_confidence_in_the_character_that_differs() {
    var wanted = new Expectation(Set.of(), List.of("张小雨"), Set.of(), Set.of(), false, false, 0);
    var line = "姓　名：㈠张小雪";
    var sure = new ArrayList<>(Collections.nCopies(line.length(), 0.5));
    sure.set(line.length() - 1, 0.99);
    var material = new Material(List.of(new Line(line, sure)), 0, 1);
    assertThat(Precheck.check(wanted, material, TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.NO_NAME);
    sure.set(line.length() - 1, 0.5);
    assertThat(Precheck.check(wanted, new Material(List.of(new Line(line, sure)), 0, 1), TODAY))
        .isEmpty();
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
    assertThat(Precheck.check(wanted, material(clauses, 0, 1), TODAY))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.NO_NAME);
    for (var named : List.of("出租方（甲方）：李某某", "出租方（甲方）：李某某    证件号码：无", "姓名 李某某")) {
      assertThat(Precheck.check(wanted, material(List.of(named), 0, 1), TODAY))
          .as(named)
          .extracting(Doubt::kind, Doubt::seen)
          .containsExactly(Tuple.tuple(Doubt.Kind.OTHER_NAME, "李某某"));
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
