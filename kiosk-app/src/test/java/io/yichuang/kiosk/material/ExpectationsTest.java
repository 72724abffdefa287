package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.check.Doubt;
import io.yichuang.vision.page.PageDocument.Phrase;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.time.LocalDate;
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

  private static List<Doubt> doubts(
      MaterialRule.@Nullable Expect expect, Collected.Print... pages) {
    var rule =
        new MaterialRule(
            "lease",
            MaterialRule.Means.SCAN,
            WORDS,
            WORDS,
            "page",
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            expect,
            null);
    return Expectations.doubts(rule, WANG, ANSWERS, List.of(pages), TODAY);
  }

  private static Collected.Print page(int seals, String... lines) {
    var corner = new Point(0, 0);
    var box = new Quad(corner, corner, corner, corner);
    return new Collected.Print(
        List.of(lines).stream().map(line -> new Phrase(line, box)).toList(), seals);
  }
}
