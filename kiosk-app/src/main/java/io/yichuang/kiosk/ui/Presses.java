package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Every press on a {@link Key} of a frame. The very key is pressed if it is still there; else the
 * one of the same name, if page or sheet are the same ones and were drawn anew while the finger
 * came down. The second touch of a double one is nothing: its key has done its work. Nor is a touch
 * anything that was meant for what is covered by now.
 */
final class Presses {
  static final String KEY = "event.target.closest('[data-key]')?.dataset.key ?? ''";
  static final String ACTION = "event.target.closest('[data-key]')?.dataset.action ?? ''";
  static final String SCOPE = "event.target.closest('[data-scope]')?.dataset.scope ?? ''";

  static final String ON_A_KEY = "!!event.target.closest('[data-key]')";

  private final Supplier<Component> top;
  private final Consumer<Key> press;
  private long last;

  /**
   * Listens to a frame.
   *
   * @param top the page or what covers it: only there keys can be pressed
   * @param press what a finger on a key does
   */
  Presses(Component frame, Supplier<Component> top, Consumer<Key> press) {
    this.top = top;
    this.press = press;
    frame
        .getElement()
        .addEventListener("click", this::pressed)
        .setFilter(ON_A_KEY)
        .addEventData(KEY)
        .addEventData(ACTION)
        .addEventData(SCOPE);
  }

  private void pressed(DomEvent event) {
    JsonNode data = event.getEventData();
    long number = Long.parseLong(data.get(KEY).asString());
    String action = data.get(ACTION).asString();
    String scope = data.get(SCOPE).asString();
    Component there = top.get();
    keys(there)
        .filter(key -> key.number() == number)
        .findFirst()
        .or(() ->
            number == last || !inScope(there, scope) ? Optional.empty() : named(there, action))
        .ifPresent(key -> {
          last = number;
          press.accept(key);
        });
  }

  /** None if there are several, such as the same key in each row of a list. */
  static Optional<Key> named(Component there, String action) {
    List<Key> found = keys(there).filter(key -> key.action().equals(action)).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean inScope(Component there, String scope) {
    return Stream.concat(Stream.of(there), there.getChildren())
        .anyMatch(one -> Objects.equals(one.getElement().getAttribute("data-scope"), scope));
  }

  private static Stream<Key> keys(Component from) {
    return from instanceof Key key ? Stream.of(key) : from.getChildren().flatMap(Presses::keys);
  }
}
