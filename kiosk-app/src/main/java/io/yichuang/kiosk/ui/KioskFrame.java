package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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

  private final Lintel lintel;
  private final StrokeLine stroke = new StrokeLine();
  private final Main work = new Main();
  private final Div keyboard = Parts.div("yc-keyboard");
  private final ActionRow actionRow = new ActionRow();
  private final Sill sill = new Sill(this::pressed);
  private final Div page;
  private final Veils over;
  private final Set<Look> looks = EnumSet.noneOf(Look.class);
  private final Map<SillKey, Runnable> listeners = new EnumMap<>(SillKey.class);
  private final Speaker speaker = new Speaker(this);
  private Runnable looksChanged = () -> {};
  private Locale language = CHINESE;
  private @Nullable Screen screen;
  private @Nullable Object drawnFrom;
  private long shown;

  /**
   * An empty frame.
   *
   * @param place names of this terminal by language
   * @param clock the terminal's clock, with the zone to show
   */
  public KioskFrame(Function<Locale, Place> place, Clock clock) {
    lintel = new Lintel(place, clock);
    addClassName("yc-stage");
    work.addClassName("yc-work");
    page = Parts.div("yc-page", lintel, stroke, work, keyboard, actionRow, sill);
    over = new Veils(this, page);
    var sheet = Parts.div("yc-sized", page);
    over.addTo(sheet);
    sheet.add(speaker.line());
    add(sheet);
    new Presses(this, over::top, new Nod(this)::press);
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
    page.getElement().setAttribute("data-scope", next.id() + "-" + ++shown);
    work.add(next);
    redraw();
    if (next.urgent()) {
      speaker.chime();
    }
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
      if (now.urgent()) {
        speaker.chime();
      }
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
    if (getUI().isPresent()) {
      lintel.draw(language, looks);
    }
  }

  private void redrawSill() {
    if (getUI().isPresent()) {
      sill.draw(
          screen != null && screen.back() != null,
          screen == null || !screen.underway(),
          looks,
          speaker.on());
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
        open(() -> new ViewSheet(this).overlay());
      }
      case LANGUAGE -> otherLanguage();
      case HELP -> help();
      case HOME -> {}
    }
    Runnable listener = listeners.get(key);
    if (listener != null) {
      listener.run();
    }
  }

  /** Who helps here. */
  public void help() {
    open(() -> HelpSheet.of(this, lintel.place(language)));
  }

  /** One page back; false if there is none, or something lies over the page. */
  boolean back() {
    Runnable back = screen == null || over.any() ? null : screen.back();
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
    for (String sign : List.of("pointerdown", "keydown", "yc-active")) {
      getElement().addEventListener(sign, _ -> listener.run()).throttle(ACTIVITY_THROTTLE_MS);
    }
  }

  /** States of network and printer in the lintel. */
  public void lamps(Light network, Light printer) {
    if (lintel.lamps(network, printer)) {
      redrawLintel();
    }
  }

  /** Time left on this page; null shows none. */
  public void timeLeft(@Nullable Duration left) {
    lintel.timeLeft(left);
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
      over.redraw().ifPresent(speaker::sheet);
    }
  }

  void otherLanguage() {
    language(isChinese() ? Locale.ENGLISH : CHINESE);
  }

  /** A key of the page may have been drawn anew since it was pressed. */
  Key asNow(Key key) {
    return Presses.named(page, key.action()).orElse(key);
  }

  /** The language now shown. */
  public Locale language() {
    return language;
  }

  boolean isChinese() {
    return Objects.equals(language.getLanguage(), CHINESE.getLanguage());
  }

  /**
   * Everything a citizen may have switched goes back, and the page goes: what it was drawn from is
   * wiped, so it must not be drawn again.
   */
  public void reset() {
    closeOverlay();
    uncover();
    if (screen != null) {
      screen.shownIn(null);
      screen = null;
      work.removeAll();
    }
    lintel.timeLeft(null);
    speaker.off();
    Look.ofCitizen().forEach(look -> look(look, false));
    language(CHINESE);
  }

  /** Whether somebody has chosen another look or language. */
  public boolean isChanged() {
    return !isChinese() || Look.ofCitizen().stream().anyMatch(looks::contains);
  }

  /**
   * Opens a sheet over the page; the page below cannot be touched meanwhile.
   *
   * @param overlay makes it, and makes it anew in the other language
   */
  public void open(Supplier<Overlay> overlay) {
    speaker.sheet(over.sheet(overlay));
  }

  /** Closes the open sheet, if there is one. */
  public void closeOverlay() {
    over.noSheet();
  }

  /** Hides everything at once, sheets too, until {@link #uncover}; whatever comes up meanwhile. */
  public void cover(Supplier<Overlay> instead) {
    if (over.cover(instead)) {
      speaker.hush();
    }
  }

  public void uncover() {
    over.uncover();
  }

  /** Only with a headset may something personal be said. */
  public void headset(boolean plugged) {
    speaker.headset(plugged);
  }
}
