package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The bottom bar: six keys that never move. */
final class Sill extends Footer {
  private final Map<SillKey, Key> keys = new EnumMap<>(SillKey.class);
  private final Map<SillKey, Span> words = new EnumMap<>(SillKey.class);

  Sill(Consumer<SillKey> pressed) {
    addClassName("yc-sill");
    for (SillKey key : SillKey.values()) {
      var word = new Span();
      var button = new Key(key.id(), () -> pressed.accept(key));
      button.setClassName("yc-help", key == SillKey.HELP);
      button.add(key.icon().icon(), word);
      keys.put(key, button);
      words.put(key, word);
      add(button);
    }
  }

  /** All words anew. */
  void draw(boolean back, boolean home, Set<Look> looks, boolean voice) {
    for (SillKey key : SillKey.values()) {
      boolean enabled =
          switch (key) {
            case BACK -> back;
            case HOME -> home;
            case READ_ALOUD, LARGE_TYPE, LANGUAGE, HELP -> true;
          };
      boolean on =
          switch (key) {
            case LARGE_TYPE -> looks.contains(Look.ELDER);
            case READ_ALOUD -> voice;
            case HOME, BACK, LANGUAGE, HELP -> false;
          };
      boolean practice = key == SillKey.HOME && looks.contains(Look.REHEARSAL);
      String state = practice ? ".rehearsal" : on ? ".on" : "";
      show(key, getTranslation("ui.sill." + key.id() + state), enabled, on);
    }
  }

  private void show(SillKey key, String text, boolean enabled, boolean on) {
    words(key).setText(text);
    var button = button(key);
    button.setEnabled(enabled);
    button.setClassName("yc-off", !enabled);
    button.setClassName("yc-on", on);
    if (key == SillKey.LARGE_TYPE) {
      button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
    }
  }

  private Key button(SillKey key) {
    return java.util.Objects.requireNonNull(keys.get(key));
  }

  private Span words(SillKey key) {
    return java.util.Objects.requireNonNull(words.get(key));
  }
}
