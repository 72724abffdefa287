package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everyone can use it: no barrier on any page, in any way to see it, in both languages. */
@Tag("browser")
class AccessIT {
  /** Each part of the design alone, after a page that leads to them. */
  static final List<String> PARTS =
      List.of(
          "parts",
          "page",
          "tile",
          "chip",
          "stroke",
          "sill",
          "sheet",
          "list-row",
          "timeline",
          "light",
          "notice",
          "countdown",
          "live-picture");

  private static final List<String> PAGES =
      Stream.concat(
              Stream.of(
                  "standby",
                  "home",
                  "identity",
                  "question",
                  "materials",
                  "camera",
                  "confirm",
                  "done",
                  "progress",
                  "paper-out",
                  "stop",
                  "still-there",
                  "view",
                  "help"),
              PARTS.stream())
          .toList();

  /**
   * Looks and language: each mode alone, then rows in which every two values of (night, elder,
   * contrast, low reach, mirrored, language) meet at least once.
   */
  private static final List<String> WAYS =
      List.of(
          " zh",
          " en",
          "elder zh",
          "high-contrast zh",
          "low-reach zh",
          "night,elder,low-reach,mirrored en",
          "elder,high-contrast,mirrored zh",
          "night,high-contrast,white,low-reach zh",
          "elder,high-contrast,white en",
          "night,high-contrast,white,mirrored en",
          "high-contrast,low-reach en",
          "night,elder,high-contrast zh");

  private static final boolean ALL = System.getProperty("yichuang.access", "").equals("all");

  @RegisterExtension static final Terminal terminal = Terminal.shared();
  private static Barriers barriers;

  @BeforeAll
  static void start() throws IOException {
    barriers = new Barriers();
  }

  @Test
  void no_page_of_the_gallery_has_a_barrier_in_any_way_to_see_it() {
    terminal.openGallery();
    var found = new ArrayList<String>();
    for (int page = 0; page < PAGES.size(); page++) {
      for (String way : waysOf(page)) {
        draw(PAGES.get(page), way);
        found.addAll(barriers.on(terminal.page, PAGES.get(page) + " [" + way + "]"));
      }
    }
    assertThat(found).isEmpty();
  }

  /**
   * All of them with {@code -Dyichuang.access=all} (./kiosk matrix); else two, so that over the
   * pages each way comes twice at least.
   */
  private static List<String> waysOf(int page) {
    if (ALL) {
      return WAYS;
    }
    return List.of(WAYS.get(2 * page % WAYS.size()), WAYS.get((2 * page + 1) % WAYS.size()));
  }

  private static void draw(String page, String way) {
    String[] parts = way.split(" ", -1);
    terminal.draw(page, parts[0], parts[1]);
  }

  /**
   * Each page in one of the ways in which any two looks meet, in turn; in all ways with {@code
   * -Dyichuang.access=all}; with {@code -Dyichuang.access=elder,left,english} in that one, for who
   * mends.
   */
  @Test
  void no_page_that_a_citizen_meets_has_a_barrier() {
    var found = new ArrayList<String>();
    var pages = new ArrayList<String>();
    Stop stop =
        (page, open, close) -> {
          for (Way way : waysOfStop(pages.size())) {
            way.see(
                terminal,
                open,
                () -> found.addAll(barriers.on(terminal.page, page + " [" + way + "]")),
                close);
          }
          pages.add(page);
        };
    new Walk(terminal, stop).go();
    new Seldom(terminal, stop).go();
    assertThat(pages).hasSizeGreaterThan(40);
    assertThat(found).isEmpty();
  }

  private static List<Way> waysOfStop(int stop) {
    String asked = System.getProperty("yichuang.access", "");
    if (ALL) {
      return Way.all();
    }
    return List.of(
        asked.isEmpty() ? Way.PAIRS.get(stop % Way.PAIRS.size()) : Way.of(asked.split(",", -1)));
  }

  /** A test that cannot fail is none: each fault that is planted must be found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "too low; button => button.style.height = '70px'",
        "too near; button => button.style.marginRight = '-22px'",
        "small text; button => button.style.fontSize = '20px'",
        "words cut; button => button.style.width = '84px'",
        "out of reach; button => button.style.cssText = 'position: fixed; top: 700px'",
        "faint; button => button.style.color = '#777'",
        "focus goes up; button => button.style.cssText = 'position: fixed; top: 0; width: 99%'",
        "axe color-contrast; button => button.style.color = '#555'",
        "axe button-name; button => button.replaceChildren()",
        "silent; button => button.replaceChildren()",
        "not met by six keys; button => document.querySelector('.yc-page').append(button)"
      })
  void a_planted_barrier_is_found(String planted) {
    String[] parts = planted.split("; ", 2);
    terminal.openGallery();
    draw("confirm", "high-contrast,low-reach zh");
    terminal.page.evaluate(
        "(" + parts[1] + ")(document.querySelector('.yc-act [data-action=leave]'))");
    assertThat(barriers.on(terminal.page, "here")).anyMatch(found -> found.contains(parts[0]));
  }
}
