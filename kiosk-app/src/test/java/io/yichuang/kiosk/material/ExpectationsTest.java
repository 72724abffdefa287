package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.check.Doubt;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.text.TextLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalText WORDS = new LocalText("字", "words");

  /** Invented people of the simulators. */
  private static final Citizen WANG =
      new Citizen("王小英", "50011919840612002X", "示例路18号", LocalDate.of(1984, 6, 12), "2", "");

  private static final Map<String, Answer> ANSWERS =
      Map.of("other-name", new Answer("吴建民", AnswerSource.TYPED, null, true));

  private static final MaterialRule.Expect LEASE =
      new MaterialRule.Expect(
          List.of("房屋租赁合同"),
          List.of(MaterialRule.Expect.CITIZEN, "other-name", "never-asked"),
          List.of(MaterialRule.Expect.CITIZEN),
          null,
          true,
          true);

  @Test
  void names_and_numbers_come_from_the_citizen_and_from_the_answers() {
    var good = page(1, "房屋租赁合同", "甲方：吴建民", "乙方：王小英 50011919840612002X", "租赁期限至2027年11月30日");
    assertThat(doubts(LEASE, good)).isEmpty();
    var other = page(1, "房屋租赁合同", "甲方：吴建民", "乙方：李德福 512326195202080016", "租赁期限至2027年11月30日");
    assertThat(doubts(LEASE, other))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.OTHER_NAME, Doubt.Kind.OTHER_ID_NUMBER);
  }

  @Test
  void a_missing_seal_an_expired_date_and_the_wrong_form_are_told() {
    var wrong = page(0, "收款收据", "吴建民 王小英 50011919840612002X", "有效期至2026年11月22日");
    assertThat(doubts(LEASE, wrong))
        .extracting(Doubt::kind)
        .containsExactly(Doubt.Kind.WRONG_FORM, Doubt.Kind.EXPIRED, Doubt.Kind.NO_SEAL);
  }

  @Test
  void where_the_catalogue_expects_nothing_nothing_is_doubted() {
    assertThat(doubts(null, page(0))).isEmpty();
    var nothing = new MaterialRule.Expect(null, null, null, null, null, null);
    assertThat(doubts(nothing, page(0, "随便什么"))).isEmpty();
  }

  @Test
  void a_doubled_page_and_a_missing_one_are_told_whatever_the_catalogue_expects() {
    var nothing = new MaterialRule.Expect(null, null, null, null, null, null);
    var page = page(0, "收款收据", "今收到王小英交来房屋租金一千五百元整", "收款人：吴建民 电话 13900000011", "2026年11月1日");
    var other = page(0, "收款收据", "今收到王小英交来水电费二百三十元整", "收款人：李德福 电话 13900000027", "2026年10月8日");
    for (var expect : Arrays.asList(null, nothing)) {
      assertThat(doubtsOf(rule(expect, null), page, other, page))
          .containsExactly(new Doubt(Doubt.Kind.DOUBLED_PAGE, "1", "3"));
      assertThat(doubtsOf(rule(expect, 3), page, other))
          .containsExactly(new Doubt(Doubt.Kind.TOO_FEW_PAGES, "3", "2"));
      assertThat(doubtsOf(rule(expect, 2), page, other)).isEmpty();
    }
  }

  @Test
  void nothing_is_said_to_fit_where_the_catalogue_expects_nothing() {
    assertThat(Expectations.told(rule(null, null), List.of())).isEmpty();
    assertThat(Expectations.told(rule(LEASE, null), List.of())).contains(List.of());
    var doubled = List.of(new Doubt(Doubt.Kind.DOUBLED_PAGE, "1", "2"));
    assertThat(Expectations.told(rule(null, null), doubled)).contains(doubled);
  }

  @Test
  void how_sure_the_reader_was_of_a_name_reaches_the_comparison() {
    var line = "乙方：王小美";
    for (var sure : List.of(0.99, 0.6)) {
      var letters = Collections.nCopies(line.length(), sure);
      var read =
          new Collected.Print(
              List.of(new TextLine(line, 0.99, page(0, line).lines().getFirst().box(), letters)),
              0);
      var wanted =
          new MaterialRule.Expect(
              null, List.of(MaterialRule.Expect.CITIZEN), null, null, null, null);
      assertThat(doubts(wanted, read))
          .as("%s", sure)
          .extracting(Doubt::kind)
          .isEqualTo(sure > 0.9 ? List.of(Doubt.Kind.OTHER_NAME) : List.of());
    }
  }

  private static List<Doubt> doubts(
      MaterialRule.@Nullable Expect expect, Collected.Print... pages) {
    return doubtsOf(rule(expect, null), pages);
  }

  private static List<Doubt> doubtsOf(MaterialRule rule, Collected.Print... pages) {
    return Expectations.doubts(rule, WANG, ANSWERS, List.of(pages), TODAY);
  }

  private static MaterialRule rule(
      MaterialRule.@Nullable Expect expect, @Nullable Integer leastPages) {
    return new MaterialRule(
        "lease",
        MaterialRule.Means.SCAN,
        WORDS,
        WORDS,
        "page",
        true,
        null,
        null,
        leastPages,
        null,
        null,
        null,
        expect,
        null);
  }

  private static Collected.Print page(int seals, String... lines) {
    var corner = new Point(0, 0);
    var box = new Quad(corner, corner, corner, corner);
    return new Collected.Print(
        List.of(lines).stream().map(line -> new TextLine(line, 0.99, box)).toList(), seals);
  }
}
