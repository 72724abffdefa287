package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A key under a finger. Its press is told by the frame and goes by the key's name: a page may be
 * drawn anew in the moment of a touch, and Flow drops what a part says that has gone meanwhile. See
 * {@link Presses}.
 */
public class Key extends NativeButton {
  private static final AtomicLong MADE = new AtomicLong();

  private final String action;
  private final long number = MADE.incrementAndGet();
  private final Runnable press;
  private @Nullable String binding;

  /**
   * A bare key.
   *
   * @param action {@code data-action}, kebab case; the same key of the page drawn anew has the same
   * @param press called in the UI's thread
   */
  public Key(String action, Runnable press) {
    this.action = action;
    this.press = press;
    getElement().setAttribute("type", "button");
    getElement().setAttribute("data-action", action);
    getElement().setAttribute("data-key", Long.toString(number));
  }

  /**
   * Something is done in the citizen's name by this key: while somebody helps, the citizen says yes
   * to it first.
   *
   * @param what in the language of the page
   */
  public final void binds(String what) {
    binding = what;
  }

  final Optional<String> binding() {
    return Optional.ofNullable(binding);
  }

  final String action() {
    return action;
  }

  final long number() {
    return number;
  }

  /** As a finger does; a key that is greyed out does nothing. */
  public final void press() {
    if (isEnabled()) {
      press.run();
    }
  }
}
