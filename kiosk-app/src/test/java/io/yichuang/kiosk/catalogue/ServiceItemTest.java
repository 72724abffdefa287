package io.yichuang.kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceItemTest {
  private static final LocalText WORDS = Offered.WORDS;

  @Test
  void a_question_asks_for_a_name_where_a_paper_is_to_name_who_is_asked_for() {
    ServiceItem item =
        Offered.item(
            ServiceItem.Kind.APPLY,
            ServiceItem.Assurance.L2,
            ServiceItem.Night.OPEN,
            List.of(Offered.paper(), naming(MaterialRule.Expect.CITIZEN, "landlord", "number")),
            List.of());
    assertThat(item.asksForName(question("landlord", Question.Type.TEXT))).isTrue();
    assertThat(item.asksForName(question("address", Question.Type.TEXT))).isFalse();
    assertThat(item.asksForName(question("number", Question.Type.ID_NUMBER))).isFalse();
  }

  private static MaterialRule naming(String... names) {
    MaterialRule paper = Offered.paper();
    return new MaterialRule(
        "contract",
        paper.means(),
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
        new MaterialRule.Expect(null, List.of(names), null, null, null, null),
        null);
  }

  private static Question question(String id, Question.Type type) {
    return new Question(
        id, type, WORDS, WORDS, null, null, null, true, null, null, null, null, null, null, null,
        null, null);
  }
}
