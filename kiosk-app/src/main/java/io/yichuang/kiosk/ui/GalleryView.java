package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every part on sample pages, for developers: {@code
 * /gallery?screen=materials&look=night,elder&lang=en}. Registered only with {@code
 * kiosk.gallery=true}. The clock stands at the mocks' time.
 */
final class GalleryView extends Div implements BeforeEnterObserver {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration LEFT = Duration.ofSeconds(165);

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    setId("gallery");
    Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
    draw(first(query, "screen", "home"), first(query, "look", ""), first(query, "lang", "zh"));
  }

  /**
   * Another page without loading anew, for tests: {@code gallery.$server.draw("home", "elder",
   * "en")}.
   */
  @ClientCallable
  void draw(String name, String look, String lang) {
    removeAll();
    List<String> looks = List.of(look.split(",", -1));
    Instant now = at(looks.contains(Look.NIGHT.css) ? "2026-11-24T23:48" : "2026-11-24T10:26");
    Clock clock = Clock.fixed(now, ZONE);
    var pages = new GalleryPages(clock);
    var frame = new KioskFrame(_ -> pages.place(), clock);
    frame.getElement().setAttribute("data-drawn", name + " " + look + " " + lang);
    add(frame);
    frame.onKey(SillKey.HOME, () -> frame.show(pages.of("home", frame)));
    frame.show(pages.of(name, frame));
    for (Look each : Look.values()) {
      // A look that an earlier page has left on the root element goes too.
      frame.look(each, true);
      frame.look(each, looks.contains(each.css));
    }
    frame.language(lang.equals("en") ? Locale.ENGLISH : KioskFrame.CHINESE);
    if (!List.of("home", "still-there", "done").contains(name)) {
      frame.timeLeft(LEFT);
    }
    pages.over(name, frame);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static String first(Map<String, List<String>> query, String key, String otherwise) {
    return query.getOrDefault(key, List.of(otherwise)).getFirst();
  }
}
