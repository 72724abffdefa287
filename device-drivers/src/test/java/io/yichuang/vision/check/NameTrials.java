package io.yichuang.vision.check;

import io.yichuang.vision.page.Printed;
import io.yichuang.vision.page.SheetTrials;
import io.yichuang.vision.page.SheetTrials.Row;
import io.yichuang.vision.text.TextReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names printed behind labels, read, and compared: with themselves, and with another person's. */
public final class NameTrials {

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕";
  private static final String GIVEN =
      "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂雨雪晨辰睿浩轩梓涵欣怡宇泽俊豪思琪诗雅婷佳慧玉梅凤莲珍国建华文志海峰春燕红德福";
  private static final List<String> LABELS = List.of("申请人：", "承租方（乙方）：", "姓名：", "出租方（甲方）：");
  private static final int A_SHEET = 16;

  private NameTrials() {}

  private record Named(Line line, String name) {}

  /** Of so many sheets each: true names that are doubted, and others that are told as such. */
  public static List<Row> names(int sheets) throws Exception {
    var rows = new ArrayList<Row>();
    try (var reader = TextReader.load()) {
      rows.addAll(rows("scan, 100 dpi", sheets, reader, -1));
      rows.addAll(rows("photo, hardness 0.2", sheets, reader, 0.2));
      rows.addAll(rows("photo, hardness 0.6", sheets, reader, 0.6));
    }
    return rows;
  }

  private static List<Row> rows(String what, int sheets, TextReader reader, double hardness)
      throws Exception {
    var random = new Random(SheetTrials.SEED);
    var named = new ArrayList<Named>();
    for (var i = 0; i < sheets; i++) {
      named.addAll(sheet(reader, hardness, i, random));
    }
    var refused = named.stream().filter(each -> doubted(each.line(), each.name())).count();
    var told =
        named.stream().filter(each -> doubted(each.line(), another(each.name(), random))).count();
    return List.of(
        row("true names doubted, " + what, refused, named.size()),
        row("another person's name told, one character differs, " + what, told, named.size()));
  }

  private static Row row(String what, long count, int of) {
    return new Row(what, count / (double) of, count + "/" + of);
  }

  private static List<Named> sheet(TextReader reader, double hardness, int number, Random random)
      throws Exception {
    var names = new ArrayList<String>();
    var lines = new ArrayList<>(List.of("房屋租赁合同"));
    for (var i = 0; i < A_SHEET; i++) {
      names.add("" + any(SURNAMES, random) + any(GIVEN, random) + any(GIVEN, random));
      lines.add(LABELS.get(i % LABELS.size()) + names.getLast());
    }
    var image =
        hardness < 0
            ? Printed.of(100, lines).bytes("jpg")
            : SheetTrials.photographed(Printed.of(170, lines), hardness, number);
    var read = reader.read(image);
    var named = new ArrayList<Named>();
    // A line that was lost or split says nothing of names.
    for (var i = 0; i < A_SHEET && read.size() == lines.size(); i++) {
      var line = read.get(i + 1);
      named.add(new Named(new Line(line.text(), line.letters()), names.get(i)));
    }
    return named;
  }

  private static boolean doubted(Line line, String name) {
    var wanted = new Expectation(Set.of(), List.of(name), Set.of(), Set.of(), false, false, 1);
    var material = new Material(List.of(line), 0, 1);
    return !Precheck.check(wanted, material, LocalDate.of(2026, 11, 23)).isEmpty();
  }

  private static String another(String name, Random random) {
    var last = any(GIVEN, random);
    return last == name.charAt(2) ? another(name, random) : name.substring(0, 2) + last;
  }

  private static char any(String signs, Random random) {
    return signs.charAt(random.nextInt(signs.length()));
  }
}
