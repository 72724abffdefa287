package io.yichuang.kiosk;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way to see a page, as the sheet of the sill offers it. The colours of the night come from the
 * clock of the terminal, here from the test, and so does what is seen while somebody goes by voice
 * or lets another press: what these do beside has tests of its own.
 *
 * @param marks of {@code night, elder, yellow, white, low, left, english, speech, helped}; what is
 *     absent is as usual
 */
record Way(Set<String> marks) {
  static final Way STANDARD = of();

  /** Switched here, and not by a key of the sheet. */
  private static final List<String> SHOWN = List.of("night", "speech", "helped");

  /** Each by itself. */
  static final List<Way> ALONE =
      List.of(
          STANDARD,
          of("elder"),
          of("yellow"),
          of("white"),
          of("low"),
          of("left"),
          of("night"),
          of("english"),
          of("speech"),
          of("helped"));

  /**
   * Among these any two values of (night, size, colour, place, hand, language, voice, help) meet.
   */
  static final List<Way> PAIRS =
      List.of(
          STANDARD,
          of("elder", "low", "english", "speech", "helped"),
          of("yellow", "speech", "helped"),
          of("night", "white", "english"),
          of("elder", "white", "left", "english", "speech", "helped"),
          of("night", "elder", "yellow", "low", "left", "english"),
          of("night", "low", "left", "english", "helped"),
          of("night", "elder", "white", "low", "left", "speech"));

  static Way of(String... marks) {
    return new Way(Set.of(marks));
  }

  /** Each way alone and all their pairs, none twice. */
  static List<Way> all() {
    var all = new ArrayList<>(ALONE);
    PAIRS.stream().filter(way -> !all.contains(way)).forEach(all::add);
    return all;
  }

  boolean has(String mark) {
    return marks.contains(mark);
  }

  @Override
  public String toString() {
    return marks.isEmpty() ? "standard" : String.join(" ", marks.stream().sorted().toList());
  }

  /**
   * Switches by the sheet, as a person does, opens what is to be seen, {@code then} looks at it,
   * closes it; and switches back.
   */
  void see(Terminal terminal, Runnable open, Runnable then, Runnable close) {
    choose(terminal);
    open.run();
    if (has("speech")) {
      terminal.page.keyboard().press("ArrowDown"); // the first thing is marked and said
    }
    then.run();
    close.run();
    STANDARD.choose(terminal);
  }

  /** The page itself. */
  void see(Terminal terminal, Runnable then) {
    see(terminal, () -> {}, then, () -> {});
  }

  private void choose(Terminal terminal) {
    Page page = terminal.page;
    for (String look : SHOWN) {
      page.evaluate(
          "([look, on]) => document.documentElement.classList.toggle(look, on)",
          List.of(look, has(look)));
    }
    String language = has("english") ? "en" : "zh-CN";
    if (!page.evaluate("() => document.documentElement.lang").equals(language)) {
      terminal.tap("language");
      page.waitForFunction("want => document.documentElement.lang === want", language);
    }
    terminal.tap("large-type");
    for (String key : keys()) {
      String chosen = "[data-action='" + key + "'][aria-checked='true']";
      terminal.action(key).waitFor();
      if (page.querySelector(chosen) == null) {
        terminal.tap(key);
        page.waitForSelector(chosen);
      }
    }
    terminal.close();
  }

  private List<String> keys() {
    return List.of(
        has("elder") ? "size-large" : "size-normal",
        has("yellow") ? "colour-yellow" : has("white") ? "colour-white" : "colour-normal",
        has("low") ? "place-low" : "place-normal",
        has("left") ? "hand-left" : "hand-right");
  }
}
