package io.yichuang.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PinyinEngineTest {
  private static PinyinEngine engine;

  @BeforeAll
  static void load() throws IOException {
    engine = new PinyinEngine();
  }

  private static List<String> words(String keys) {
    return engine.candidates(keys, 60).stream().map(Candidate::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "chongqingshinanchuanqu, 重庆市南川区",
    "cqsncq, 重庆市南川区",
    "chongqsncq, 重庆市南川区",
    "fangwuzulin, 房屋租赁",
    "fwzl, 房屋租赁",
    "zhangwei, 张伟",
    "longhuadadao, 隆化大道",
    "shuijiangzhen, 水江镇",
    "shenfenzheng, 身份证",
    "shehuibaozhangka, 社会保障卡",
    "budongchanquandengji, 不动产权登记",
    "chengxiangjuminjibenyiliaobaoxian, 城乡居民基本医疗保险",
    "woyaobanlilaonianyoudaizheng, 我要办理老年优待证",
    "ouyangxiu, 欧阳修",
    "lvse, 绿色",
    "nvshi, 女士",
  })
  void the_first_candidate_is_what_was_meant(String keys, String wanted) {
    Candidate first = engine.candidates(keys, 10).getFirst();
    assertThat(first.text()).isEqualTo(wanted);
    assertThat(first.consumed()).isEqualTo(keys.length());
  }

  @ParameterizedTest
  @CsvSource({
    "dong, 栋",
    "danyuan, 单元",
    "hao, 号",
    "lou, 楼",
    "ceng, 层",
    "zu, 组",
  })
  void behind_a_digit_stands_its_unit(String keys, String unit) {
    assertThat(
            engine.read(keys, Expected.behind("隆化大道12", false), 5).candidates().getFirst().text())
        .isEqualTo(unit);
    assertThat(engine.read(keys, 200).candidates()).anyMatch(c -> c.text().equals(unit));
  }

  @Test
  void names_in_no_list_are_made_of_surnames_and_given_names() {
    assertThat(words("zhangxiaoyan").getFirst()).startsWith("张");
    assertThat(words("zhangxiaoyan")).contains("张晓燕");
    assertThat(words("shanguoqiang")).contains("单国强");
    assertThat(engine.candidates("wangkun", 60))
        .anyMatch(c -> c.text().equals("王堃") && c.kind() == Candidate.Kind.NAME);
  }

  /** Each of these sounds is a word or a place too. */
  @ParameterizedTest
  @CsvSource({"liming", "gaofeng", "wangxiang", "baixue", "huangjin"})
  void where_a_name_is_asked_for_a_name_stands_first(String keys) {
    Candidate first = named(keys, "").getFirst();
    assertThat(first.kind()).isEqualTo(Candidate.Kind.NAME);
    assertThat(first.consumed()).isEqualTo(keys.length());
    assertThat(named(keys, "").stream().map(Candidate::text))
        .as("words are offered all the same")
        .contains(engine.candidates(keys, 1).getFirst().text());
  }

  @Test
  void a_name_may_be_typed_in_parts() {
    assertThat(named("zhangwei", "").getFirst().text()).isEqualTo("张伟");
    assertThat(named("zhang", "").getFirst().text()).isEqualTo("张");
    assertThat(named("xiaoyan", "张").getFirst().kind()).isEqualTo(Candidate.Kind.NAME);
    assertThat(named("wei", "张").getFirst().text()).isEqualTo("伟");
    assertThat(named("dong", "张3").getFirst().text()).isEqualTo("栋");
    assertThat(named("youxiangongsi", "南川区水江镇")).anyMatch(c -> c.text().equals("有限公司"));
    assertThat(named("youxiangongsi", "")).anyMatch(c -> c.text().equals("有限公司"));
  }

  private static List<Candidate> named(String keys, String before) {
    return engine.read(keys, Expected.behind(before, true), 200).candidates();
  }

  @Test
  void a_dictionary_cut_anywhere_is_refused() throws IOException {
    byte[] whole;
    try (var file = new GZIPInputStream(PinyinEngine.class.getResourceAsStream("words.gz"))) {
      whole = file.readAllBytes();
    }
    for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
      var cut = new ByteArrayOutputStream();
      try (var out = unpressed(cut)) {
        out.write(whole, 0, length);
      }
      assertThatThrownBy(() -> Dictionary.read(new ByteArrayInputStream(cut.toByteArray())))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(IOException.class);
    }
  }

  /** Many megabytes many times: to press them would take minutes. */
  private static GZIPOutputStream unpressed(ByteArrayOutputStream target) throws IOException {
    return new GZIPOutputStream(target) {
      {
        def.setLevel(Deflater.NO_COMPRESSION);
      }
    };
  }

  @Test
  void the_command_answers_its_arguments_or_else_standard_input() throws IOException {
    var none = new ByteArrayInputStream(new byte[0]);
    var lines = new ByteArrayInputStream("nanchuan\n\nfwzl\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(answers(none, "shenfenzheng"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.get("keys").asString()).isEqualTo("shenfenzheng");
          assertThat(line.get("candidates").get(0).asString()).isEqualTo("身份证");
          assertThat(line.get("ms").isNumber()).isTrue();
        });
    assertThat(answers(lines))
        .extracting(line -> line.get("keys").asString())
        .containsExactly("nanchuan", "", "fwzl");
    assertThat(answers(none)).isEmpty();
  }

  private static List<JsonNode> answers(InputStream in, String... args) throws IOException {
    var out = new ByteArrayOutputStream();
    ImeCommand.run(args, in, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "shanxishengtaiyuanshi, 山西省太原市",
    "shanxixian, 陕西西安",
    "fujianshengfuzhoushi, 福建省福州市",
    "jiangxishengfuzhoushi, 江西省抚州市",
    "zhejiangtaizhou, 浙江台州",
    "jiangsutaizhou, 江苏泰州"
  })
  void a_city_stands_behind_its_own_province(String keys, String place) {
    assertThat(words(keys)).startsWith(place);
  }

  @Test
  void an_apostrophe_parts_syllables() {
    assertThat(words("xi'an")).startsWith("西安").doesNotContain("先");
    assertThat(words("xian")).contains("先", "县", "西安");
    assertThat(engine.candidates("xi'an", 1).getFirst().consumed()).isEqualTo(5);
    assertThat(words("''xi''an''")).startsWith("西安");
  }

  @Test
  void a_last_syllable_not_yet_whole_finds_its_words_below_the_exact_ones() {
    assertThat(words("nanch")).contains("南川");
    List<String> exact = words("shenfa");
    assertThat(exact.indexOf("身法")).isLessThan(exact.indexOf("神方") < 0 ? 99 : exact.indexOf("神方"));
    assertThat(words("zhon")).contains("中");
  }

  @Test
  void a_character_answers_to_each_of_its_readings() {
    assertThat(words("chong")).contains("重");
    assertThat(words("zhong")).contains("重");
    assertThat(words("zhang")).contains("长");
  }

  @Test
  void shorter_words_take_only_their_own_keys() {
    Candidate town =
        engine.candidates("nanchuanjie", 60).stream()
            .filter(candidate -> candidate.text().equals("南川"))
            .findFirst()
            .orElseThrow();
    assertThat(town.consumed()).isEqualTo("nanchuan".length());
    assertThat(town.kind()).isEqualTo(Candidate.Kind.PLACE);
  }

  @Test
  void syllables_stand_apart() {
    assertThat(engine.read("longhuadadao", 5).spelled()).isEqualTo("long hua da dao");
    assertThat(engine.read("cqsncq", 5).spelled()).isEqualTo("c q s n c q");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "'", "''''", "vvv", "iii", "1", "!x", "中", "\u0000", "\uD800", "i'i"})
  void what_is_no_pinyin_has_no_candidates(String keys) {
    assertThat(engine.candidates(keys, 60)).isEmpty();
  }

  @Test
  void keys_after_a_strange_one_are_not_read() {
    assertThat(engine.candidates("nan1chuan", 5)).allMatch(candidate -> candidate.consumed() <= 3);
    assertThat(engine.candidates("NanChuan", 1).getFirst().text()).isEqualTo("南川");
  }

  @Test
  void endless_keys_are_cut() {
    for (String key : List.of("z", "a", "shi", "xian", "zh", "n'", "'")) {
      String keys = key.repeat(20_000);
      assertThat(engine.candidates(keys, 60))
          .allMatch(candidate -> candidate.consumed() <= PinyinEngine.MOST_KEYS);
      assertThat(engine.read(keys, 60).spelled().length())
          .isLessThanOrEqualTo(2 * PinyinEngine.MOST_KEYS);
    }
    assertThat(engine.candidates("shi", Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(200);
    assertThat(engine.candidates("shi", 0)).isEmpty();
    assertThat(engine.candidates("shi", -1)).isEmpty();
  }

  @Test
  void any_keys_get_distinct_candidates_within_what_was_typed() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      char[] typed = new char[1 + random.nextInt(24)];
      for (int i = 0; i < typed.length; i++) {
        typed[i] = "abcdefghijklmnopqrstuvwxyz'nghaoi".charAt(random.nextInt(33));
      }
      String keys = new String(typed);
      List<Candidate> found = engine.candidates(keys, 60);
      assertThat(found).as("seed %d: %s", seed, keys).hasSizeLessThanOrEqualTo(60);
      assertThat(found.stream().map(Candidate::text)).as(keys).doesNotHaveDuplicates();
      assertThat(found).as(keys).allMatch(c -> c.consumed() >= 1 && c.consumed() <= keys.length());
      assertThat(found).as(Arrays.toString(typed)).noneMatch(c -> c.text().isEmpty());
    }
  }
}
