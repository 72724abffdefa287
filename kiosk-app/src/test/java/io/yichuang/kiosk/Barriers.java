package io.yichuang.kiosk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for barriers on the page as it stands: axe-core with WCAG 2.2 AA, what axe does not see
 * ({@code measure.js}), and whether six keys and an ear are enough for all of it.
 */
final class Barriers {
  /**
   * Rules that judge a site rather than a page: a terminal has one page, whose landmarks are the
   * frame's.
   */
  private static final String RUN =
      """
      async () => {
        const of = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations } = await axe.run(document, { runOnly: of, resultTypes: ['violations'] });
        return violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${n.target} ${n.html.slice(0, 90)}`));
      }
      """;

  /** What can be pressed, and is not met or has no name for who goes by six keys and by ear. */
  private static final String PAD =
      """
      async () => {
        const { stops, name } = await import('/kiosk/voice/stops.js');
        const met = stops(), found = [];
        const root = document.querySelector('.yc-veil:not([hidden])') ?? document.querySelector('.yc-page');
        for (const one of root.querySelectorAll('button, kiosk-signature, vaadin-text-field')) {
          const seen = one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true]');
          if (seen && !met.some(stop => stop.element === one)) found.push(`not met by six keys: ${one.outerHTML.slice(0, 90)}`);
        }
        for (const stop of met.filter(stop => stop.element.localName !== 'kiosk-signature')) {
          if (!name({ ...stop, pressable: false }, {}, true).join('').trim()) found.push(`silent: ${stop.element.outerHTML.slice(0, 90)}`);
        }
        return found;
      }
      """;

  /** A long walk that ends early has still told what it found. */
  private static final Logger log = LoggerFactory.getLogger(Barriers.class);

  private final String axe;
  private final String measure;

  Barriers() throws IOException {
    axe = Files.readString(Path.of(".assets", "raw", "axe.min.js"));
    try (var in = Objects.requireNonNull(Barriers.class.getResourceAsStream("measure.js"))) {
      measure = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sentences, each beginning with where it was. */
  List<String> on(Page page, String where) {
    calm(page);
    if (page.evaluate("() => typeof axe").equals("undefined")) {
      page.evaluate(axe);
    }
    var all = new ArrayList<String>();
    for (Object script : List.of(RUN, measure, PAD)) {
      for (Object sentence : (List<?>) page.evaluate(String.valueOf(script))) {
        all.add(where + ": " + sentence);
        log.warn("{}: {}", where, sentence);
      }
    }
    return all;
  }

  /**
   * A page that still rises is half transparent: its end is awaited, not guessed. What moves with
   * scrolling (the fade where a page goes on) never ends.
   */
  static void calm(Page page) {
    page.evaluate(
        """
        () => Promise.allSettled(document.getAnimations()
          .filter(a => a.timeline instanceof DocumentTimeline)
          .filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished))
        """);
  }
}
