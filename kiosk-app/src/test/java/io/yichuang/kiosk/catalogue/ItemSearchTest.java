package io.yichuang.kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.input.PinyinEngine;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemSearchTest {
  private static final List<ServiceItem> ITEMS =
      List.of(
          item("lease", "房屋租赁登记备案", "Register a home lease", "租房合同登个记", List.of("租房合同", "房东")),
          item("proof", "社会保险参保证明打印", "Print proof of social insurance", "当场打印", List.of("五险")),
          item("progress", "查进度", "Check progress", "看看办到哪一步了", null));

  private static ItemSearch search;

  @BeforeAll
  static void engine() throws IOException {
    search = new ItemSearch(new PinyinEngine());
  }

  private static ServiceItem item(
      String code, String zh, String en, String summary, @Nullable List<String> words) {
    var none = new LocalText("", "");
    return new ServiceItem(
        code,
        ServiceItem.Kind.APPLY,
        new LocalText(zh, en),
        new LocalText(summary, ""),
        none,
        "house",
        ServiceItem.Assurance.L2,
        ServiceItem.Night.OPEN,
        5,
        new ServiceItem.Fee(0, none),
        new ServiceItem.Limits(null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        words);
  }

  private static List<String> found(String typed) {
    return search.find(ITEMS, typed, 8).stream().map(ServiceItem::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "房屋,lease",
    "租赁登记,lease",
    "备 案,lease",
    "房东,lease",
    "租房,lease",
    "我要办五险,proof",
    "社会保险,proof",
    "当场,proof",
    "LEASE,lease",
    "social insurance,proof",
    "进度,progress",
    "哪一步,progress",
    "zulin,lease",
    "dengji,lease",
    "shehuibaoxian,proof",
    "shbx,proof",
    "jindu,progress"
  })
  void an_item_is_found_by_what_people_type(String typed, String code) {
    assertThat(found(typed)).containsExactly(code);
  }

  @Test
  void each_character_of_a_title_finds_it_as_it_is_typed() {
    String title = ITEMS.getFirst().name().zh();
    for (int typed = 1; typed <= title.length(); typed++) {
      assertThat(found(title.substring(0, typed))).startsWith("lease");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "，", "  -- "})
  void nothing_typed_finds_all_in_the_order_of_the_catalogue(String typed) {
    assertThat(found(typed)).containsExactly("lease", "proof", "progress");
  }

  @ParameterizedTest
  @ValueSource(strings = {"结婚", "xyzzyq", "𠮷", "999"})
  void what_nobody_offers_is_not_found(String typed) {
    assertThat(found(typed)).isEmpty();
  }

  @Test
  void a_title_stands_before_a_word_and_a_word_before_a_summary() {
    var items =
        List.of(
            item("summary", "丙", "", "打印证明", null),
            item("word", "乙", "", "", List.of("证明")),
            item("within", "社保证明", "", "", null),
            item("title", "证明打印", "", "", null));
    assertThat(search.find(items, "证明", 8).stream().map(ServiceItem::code))
        .containsExactly("title", "within", "word", "summary");
  }

  @Test
  void a_page_holds_no_more_than_was_asked_for_whatever_was_typed() {
    var many =
        IntStream.range(0, 1_000).mapToObj(i -> item("i" + i, "证明" + i, "", "", null)).toList();
    assertThat(search.find(many, "证明", 8)).hasSize(8);
    assertThat(search.find(many, "证明".repeat(10_000), 8)).isEmpty();
  }
}
