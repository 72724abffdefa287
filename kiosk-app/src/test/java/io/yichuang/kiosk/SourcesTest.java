package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** Rules that only the sources can show. */
class SourcesTest {
  /** Han characters, their punctuation and their wide forms. */
  /** A literal that a script puts where people see or hear it. */
  private static final Pattern SHOWN_LITERAL =
      Pattern.compile(
          "(textContent|innerText|ariaLabel|title|alt|placeholder) *= *['\"`][^'\"`]*\\p{L}");

  private static final Pattern CHINESE =
      Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]");

  /** A code as the platform's catalogue forms it, such as two letters, two letters, two digits. */
  private static final Pattern ITEM_CODE = Pattern.compile("\\b[A-Z]{2}-[A-Z]{2}-[0-9]{2}\\b");

  private static final Pattern EVERYTHING_CAUGHT =
      Pattern.compile("catch \\((final )?(Throwable|Error)\\b");

  private static final Pattern SCREEN = Pattern.compile("super\\(\\s*\"([a-z-]+)\"\\)");

  /** An id, and a + where the rest of it comes from the catalogue. */
  private static final Pattern ACTION =
      Pattern.compile(
          "(?:new (?:Action|Key|Tile|CaseCard|ChoiceCards\\.Choice)|\\btile)\\("
              + "\\s*\"([a-z-]+)\"(\\s*\\+)?");

  private static final Map<String, String> MAIN = Sources.main();

  /** Texts come from bundles and from the catalogue. */
  @Test
  void no_view_holds_a_chinese_text() {
    assertThat(Sources.with(MAIN, CHINESE))
        .containsExactly(
            "KioskProperties.java", // the place that a terminal has before an integrator names it
            "ui/GalleryJourney.java", // the wide star again, on the developers' page
            "ui/Masked.java"); // the star that hides a Chinese character is as wide as one
  }

  @Test
  void no_script_holds_a_text_for_people() {
    assertThat(Sources.scripts()).containsKey("input/keyboard.js");
    assertThat(Sources.with(Sources.scripts(), Pattern.compile("\\p{IsHan}")))
        .containsExactly("input/layers.js"); // signs that are typed, such as 号 and 楼
    assertThat(Sources.with(Sources.scripts(), SHOWN_LITERAL)).isEmpty();
    assertThat(SHOWN_LITERAL.matcher("button.textContent = 'Next';").find()).isTrue();
    assertThat(SHOWN_LITERAL.matcher("note.textContent = this.getAttribute('hint')").find())
        .isFalse();
  }

  @Test
  void no_code_of_an_item_stands_in_java() {
    assertThat(Sources.with(MAIN, ITEM_CODE)).isEmpty();
  }

  @Test
  void the_codes_are_found_where_they_do_stand() throws IOException {
    Path catalogue =
        Path.of("../simulators/src/main/resources/io/yichuang/simulator/platform/catalogue");
    try (var files = Files.list(catalogue)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).containsPattern(ITEM_CODE));
    }
  }

  @Test
  void nobody_catches_everything() {
    assertThat(Sources.with(MAIN, EVERYTHING_CAUGHT)).isEmpty();
  }

  @Test
  void a_text_is_seen_and_a_comment_is_not() {
    Map<String, String> sources =
        Map.of(
            "Text.java", Sources.withoutComments("var a = \"http://x/\"; var b = \"办事\"; // none"),
            "Comment.java", Sources.withoutComments("/* 办事 */ var url = \"http://x\"; // 办事"),
            "Caught.java", "try { x(); } catch (Throwable e) { }");
    assertThat(Sources.with(sources, CHINESE)).containsExactly("Text.java");
    assertThat(Sources.with(sources, EVERYTHING_CAUGHT)).containsExactly("Caught.java");
    assertThat(Sources.withoutComments("var url = \"http://x\"; // y")).contains("http://x");
  }

  @Test
  void every_screen_and_every_action_is_listed_in_the_readme() throws IOException {
    var ids = new TreeSet<String>();
    MAIN.forEach((path, source) -> {
      if (path.startsWith("ui/Gallery")) {
        return; // the developers' page is no screen of the terminal
      }
      if (path.endsWith("Screen.java")) {
        SCREEN.matcher(source).results().forEach(found -> ids.add(found.group(1)));
      }
      ACTION
          .matcher(source)
          .results()
          .forEach(found -> ids.add(found.group(1) + (found.group(2) == null ? "" : "…")));
    });
    assertThat(ids).contains("standby", "home", "submit");
    String readme = Files.readString(Path.of("README.md"));
    assertThat(ids).allSatisfy(id -> assertThat(readme).contains("`" + id + "`"));
  }

  /** The production jar is made of what is not in test scope. */
  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "../device-drivers/pom.xml"})
  void simulators_are_for_tests_only(String pom) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var document = factory.newDocumentBuilder().parse(Path.of(pom).toFile());
    var scopes =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "//dependency[artifactId='simulators']/scope",
                    document,
                    XPathConstants.NODESET);
    var dependencies =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "//dependency[artifactId='simulators']", document, XPathConstants.NODESET);
    assertThat(dependencies.getLength()).isOne();
    assertThat(scopes.getLength()).isOne();
    assertThat(List.of(scopes.item(0).getTextContent())).containsExactly("test");
  }
}
