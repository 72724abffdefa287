package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  @RegisterExtension static final Terminal terminal = Terminal.shared();
  private final List<String> pages = new ArrayList<>();

  @Test
  void of_every_page_in_every_way_to_see_it() throws IOException {
    Files.createDirectories(OUT);
    new Walk(terminal, this::all).go();
    Files.writeString(OUT.resolve("index.html"), index());
    try (Stream<Path> files = Files.list(OUT)) {
      assertThat(files.filter(file -> file.toString().endsWith(".png")))
          .hasSizeGreaterThanOrEqualTo(pages.size() * Walk.Way.values().length);
    }
  }

  private void all(String page) {
    pages.add(page);
    for (Walk.Way way : Walk.Way.values()) {
      Walk.see(terminal, way, () -> shoot(terminal.page, page, way));
    }
  }

  private static void shoot(Page page, String name, Walk.Way way) {
    Barriers.calm(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(OUT.resolve(file(name, way))));
  }

  private static String file(String page, Walk.Way way) {
    return page + "-" + way.name().toLowerCase(Locale.ROOT) + ".png";
  }

  private String index() {
    String head =
        Stream.of(Walk.Way.values())
            .map(way -> "<th>" + way.name().toLowerCase(Locale.ROOT) + "</th>")
            .collect(Collectors.joining());
    String rows =
        pages.stream()
            .map(page ->
                "<tr><th>"
                    + page
                    + "</th>"
                    + Stream.of(Walk.Way.values())
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
