package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Not a test but a walk with a camera, for {@code ./kiosk screenshots}: every page in every way to
 * see it, and one HTML page of them all. What is found there is mended by people who look.
 */
@Tag("browser")
class Screenshots {
  private static final Path OUT =
      Path.of(System.getProperty("yichuang.screenshots", "target/looks"));

  private static final List<Way> WAYS =
      List.of(Way.STANDARD, Way.of("elder"), Way.of("yellow"), Way.of("low"), Way.of("english"));

  /** A mock, the page of the gallery and its look. */
  private static final Map<String, List<String>> MOCKS =
      Map.ofEntries(
          Map.entry("standby", List.of("standby", "")),
          Map.entry("standby-night", List.of("standby", "night")),
          Map.entry("home", List.of("home", "")),
          Map.entry("home-night", List.of("home", "night")),
          Map.entry("home-low-reach", List.of("home", "low-reach")),
          Map.entry("identity", List.of("identity", "")),
          Map.entry("materials", List.of("materials", "")),
          Map.entry("camera", List.of("camera", "")),
          Map.entry("confirm", List.of("confirm", "")),
          Map.entry("done", List.of("done", "")),
          Map.entry("progress", List.of("progress", "")),
          Map.entry("paper-out", List.of("paper-out", "")),
          Map.entry("still-there", List.of("still-there", "")));

  @RegisterExtension static final Terminal terminal = Terminal.shared();
  private final List<String> pages = new ArrayList<>();

  @Test
  void of_every_page_in_every_way_to_see_it() throws IOException {
    Files.createDirectories(OUT);
    new Walk(terminal, this::all).go();
    new Seldom(terminal, this::all).go();
    Files.writeString(OUT.resolve("index.html"), index());
    try (Stream<Path> files = Files.list(OUT)) {
      assertThat(files.filter(file -> file.toString().endsWith(".png")))
          .hasSizeGreaterThanOrEqualTo(pages.size() * WAYS.size());
    }
  }

  /** The gallery's page for each mock that the look was drawn after, named as the mock. */
  @Test
  void of_every_page_that_was_drawn_before_it_was_made() throws IOException {
    Path mocks = Files.createDirectories(OUT.resolve("mocks"));
    terminal.openGallery();
    MOCKS.forEach((mock, drawn) -> {
      terminal.draw(drawn.getFirst(), drawn.getLast(), "zh");
      Barriers.calm(terminal.page);
      terminal.page.screenshot(new Page.ScreenshotOptions().setPath(mocks.resolve(mock + ".png")));
    });
  }

  /** Each part of the design alone, in all its states. */
  @Test
  void of_every_part_alone() throws IOException {
    Path parts = Files.createDirectories(OUT.resolve("parts"));
    terminal.openGallery();
    for (String part : AccessIT.PARTS) {
      terminal.draw(part, "", "zh");
      Barriers.calm(terminal.page);
      terminal.page.screenshot(new Page.ScreenshotOptions().setPath(parts.resolve(part + ".png")));
    }
  }

  /** A question stands with its keyboard, which the gallery has not. */
  @Test
  void of_a_question_while_somebody_types() throws IOException {
    Path mocks = Files.createDirectories(OUT.resolve("mocks"));
    terminal.begin("FW-ZL-01");
    terminal.layCard("wang-xiaoying");
    terminal.verifyBySms();
    terminal.question("role");
    terminal.chooseFirst();
    terminal.tap("next");
    terminal.question("other-name");
    Map.of("", "question", "elder", "question-elder", "yellow", "question-contrast")
        .forEach((mark, mock) -> {
          Way way = mark.isEmpty() ? Way.STANDARD : Way.of(mark);
          way.see(terminal, () -> typed(mocks.resolve(mock + ".png")));
        });
  }

  private static void typed(Path picture) {
    String keys = "zhangwei";
    terminal.type(keys);
    terminal.page.waitForFunction(
        "() => document.querySelector('[data-action=candidate-0]')?.firstChild.data.length === 2");
    terminal.page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    keys.chars().forEach(_ -> terminal.tap("key-backspace"));
    terminal.page.waitForSelector("[data-action='candidate-0']", Visitor.GONE);
  }

  private void all(String page, Runnable open, Runnable close) {
    pages.add(page);
    for (Way way : WAYS) {
      way.see(terminal, open, () -> shoot(terminal.page, page, way), close);
    }
  }

  private static void shoot(Page page, String name, Way way) {
    Barriers.calm(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(OUT.resolve(file(name, way))));
  }

  private static String file(String page, Way way) {
    return page + "-" + way + ".png";
  }

  private String index() {
    String head = WAYS.stream().map(way -> "<th>" + way + "</th>").collect(Collectors.joining());
    String rows =
        pages.stream()
            .map(page ->
                "<tr><th>"
                    + page
                    + "</th>"
                    + WAYS.stream()
                        .map(way -> "<td><img loading=lazy src='" + file(page, way) + "'></td>")
                        .collect(Collectors.joining())
                    + "</tr>")
            .collect(Collectors.joining("\n"));
    return """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Every page in every way to see it</title>
    <style>body{font:16px sans-serif}img{width:270px;border:1px solid #888}th{vertical-align:top;padding:8px}</style>
    <table><tr><th></th>%s</tr>
    %s
    </table></html>
    """
        .formatted(head, rows);
  }
}
