package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The frame that never moves: lintel, stroke, work area, action row, sill. It shows one {@link
 * Screen} at a time and switches language and looks live. All methods run in the UI's thread.
 */
@JsModule("context://kiosk/ui/elements.js")
public final class KioskFrame extends Div {
  /** Simplified Chinese, the language of the house. */
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  /** One message a second is enough to know that somebody is there. */
  private static final int ACTIVITY_THROTTLE_MS = 1000;

  private final Function<Locale, Place> place;
  private final Clock clock;
  private final Lintel lintel;
  private final StrokeLine stroke = new StrokeLine();
  private final Main work = new Main();
  private final Div keyboard = Parts.div("yc-keyboard");
  private final ActionRow actionRow = new ActionRow();
  private final Sill sill = new Sill(this::pressed);
  private final Div page;
  private final Div over = Parts.div("yc-veil");
  private final Set<Look> looks = EnumSet.noneOf(Look.class);
  private final Map<SillKey, Runnable> listeners = new EnumMap<>(SillKey.class);
  private final Speaker speaker = new Speaker(this);
  private Runnable looksChanged = () -> {};
  private Locale language = CHINESE;
  private Light network = Light.GREEN;
  private Light printer = Light.GREEN;
  private @Nullable Instant leaveAt;
  private @Nullable Screen screen;
  private @Nullable Object drawnFrom;

  /**
   * An empty frame.
   *
   * @param place names of this terminal by language
   * @param clock the terminal's clock, with the zone to show
   */
  public KioskFrame(Function<Locale, Place> place, Clock clock) {
    this.place = place;
    this.clock = clock;
    lintel = new Lintel(clock);
    addClassName("yc-stage");
    work.addClassName("yc-work");
    page = Parts.div("yc-page", lintel, stroke, work, keyboard, actionRow, sill);
    Parts.show(over, false);
    var sheet = Parts.div("yc-sized", page, over);
    sheet.add(speaker.line());
    add(sheet);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    looks.forEach(look -> paint(look, true));
    language(language);
  }

  /** Shows a screen in place of the one before. */
  public void show(Screen next) {
    closeOverlay();
    if (screen != null) {
      screen.shownIn(null);
    }
    work.removeAll();
    screen = next;
    next.shownIn(this);
    page.getElement().setAttribute("data-screen", next.id());
    work.add(next);
    redraw();
    speaker.page();
  }

  /** The screen now shown. */
  public Optional<Screen> screen() {
    return Optional.ofNullable(screen);
  }

  /**
   * Once a second: the page is drawn anew when what it watches has changed, and only then: a page
   * that is built anew under a finger loses the touch.
   */
  public void tick() {
    Screen now = screen;
    if (now == null) {
      return;
    }
    now.tick();
    if (Objects.equals(screen, now) && !Objects.equals(now.watched(), drawnFrom)) {
      redraw();
    }
  }

  /** Builds everything anew from the models. */
  public void redraw() {
    if (screen == null || getUI().isEmpty()) {
      return;
    }
    drawnFrom = screen.watched();
    screen.draw();
    redrawAround();
  }

  void redrawAround() {
    if (screen == null || getUI().isEmpty()) {
      return;
    }
    Screen now = screen;
    page.setClassName("yc-bare", !now.framed());
    Steps steps = now.steps();
    stroke.show(
        steps,
        steps == null
            ? ""
            : getTranslation(
                "ui.steps", Math.min(steps.now() + 1, steps.names().size()), steps.names().size()));
    actionRow.show(now.actions());
    keyboard.removeAll();
    var keys = now.keyboard();
    Parts.show(keyboard, keys != null);
    if (keys != null) {
      keyboard.add(keys);
    }
    redrawLintel();
    redrawSill();
  }

  private void redrawLintel() {
    if (getUI().isEmpty()) {
      return;
    }
    Instant end = leaveAt;
    lintel.timeLeft(
        getTranslation("ui.time-left"),
        end == null ? null : Duration.between(clock.instant(), end));
    lintel.show(
        place.apply(language),
        language,
        getTranslation("ui.network." + word(network)),
        network,
        getTranslation("ui.printer." + word(printer)),
        printer);
  }

  private static String word(Light light) {
    return light.name().toLowerCase(Locale.ROOT);
  }

  private void redrawSill() {
    if (getUI().isEmpty()) {
      return;
    }
    for (SillKey key : SillKey.values()) {
      boolean enabled =
          switch (key) {
            case BACK -> screen != null && screen.back() != null;
            case HOME, READ_ALOUD, LARGE_TYPE, LANGUAGE, HELP -> true;
          };
      boolean on =
          key == SillKey.LARGE_TYPE
              ? looks.contains(Look.ELDER)
              : key == SillKey.READ_ALOUD && speaker.on();
      sill.show(key, getTranslation("ui.sill." + key.id() + (on ? ".on" : "")), enabled, on);
    }
  }

  void pressed(SillKey key) {
    switch (key) {
      case BACK -> back();
      case READ_ALOUD -> {
        speaker.pressed();
        redrawSill();
      }
      case LARGE_TYPE -> {
        // At once, by one touch; the sheet offers the other ways to see.
        look(Look.ELDER, !looks.contains(Look.ELDER));
        open(new ViewSheet(this).overlay());
      }
      case LANGUAGE -> language(isChinese() ? Locale.ENGLISH : CHINESE);
      case HELP -> open(HelpSheet.of(this, place.apply(language)));
      case HOME -> {}
    }
    Runnable listener = listeners.get(key);
    if (listener != null) {
      listener.run();
    }
  }

  /** One page back; false if there is none. */
  boolean back() {
    Runnable back = screen == null ? null : screen.back();
    if (back != null) {
      back.run();
    }
    return back != null;
  }

  /** Called after the frame itself has answered the key (BACK, LARGE_TYPE, LANGUAGE, HELP). */
  public void onKey(SillKey key, Runnable listener) {
    listeners.put(key, listener);
  }

  /** Called when the page is touched or a key is pressed, at most once a second each. */
  public void onActivity(Runnable listener) {
    for (String sign : List.of("pointerdown", "keydown")) {
      getElement().addEventListener(sign, _ -> listener.run()).throttle(ACTIVITY_THROTTLE_MS);
    }
  }

  /** Network state in the lintel. */
  public void network(Light light) {
    if (network != light) {
      network = light;
      redrawLintel();
    }
  }

  /** Printer state in the lintel. */
  public void printer(Light light) {
    if (printer != light) {
      printer = light;
      redrawLintel();
    }
  }

  /** Time left on this page; null shows none. */
  public void timeLeft(@Nullable Duration left) {
    leaveAt = left == null ? null : clock.instant().plus(left);
    redrawLintel();
  }

  /** Switches one look; what was filled in stays, for screens draw from their model. */
  public void look(Look look, boolean on) {
    if (on ? looks.add(look) : looks.remove(look)) {
      paint(look, on);
      redraw();
      looksChanged.run();
    }
  }

  /** Called when a look was switched, by whomever. */
  public void onLooks(Runnable listener) {
    looksChanged = listener;
  }

  /** The looks that are on. */
  public Set<Look> looks() {
    return Set.copyOf(looks);
  }

  private void paint(Look look, boolean on) {
    getElement().executeJs("document.documentElement.classList.toggle($0, $1)", look.css, on);
  }

  /** Switches the language of everything. */
  public void language(Locale locale) {
    language = locale;
    Optional<UI> ui = getUI();
    if (ui.isPresent()) {
      ui.get().setLocale(locale);
      getElement().executeJs("document.documentElement.lang = $0", isChinese() ? "zh-CN" : "en");
      redraw();
      speaker.language(isChinese() ? "zh" : "en");
    }
  }

  /** The language now shown. */
  public Locale language() {
    return language;
  }

  private boolean isChinese() {
    return Objects.equals(language.getLanguage(), CHINESE.getLanguage());
  }

  /** Everything a citizen may have switched goes back. */
  public void reset() {
    closeOverlay();
    leaveAt = null;
    speaker.off();
    Look.ofCitizen().forEach(look -> look(look, false));
    language(CHINESE);
  }

  /** Opens a sheet over the page; the page below cannot be touched meanwhile. */
  public void open(Overlay overlay) {
    over.removeAll();
    over.add(overlay);
    Parts.show(over, true);
    page.getElement().setAttribute("inert", true);
    speaker.sheet(overlay.title());
  }

  /** Closes the open sheet, if there is one. */
  public void closeOverlay() {
    over.removeAll();
    Parts.show(over, false);
    page.getElement().removeAttribute("inert");
  }
}
