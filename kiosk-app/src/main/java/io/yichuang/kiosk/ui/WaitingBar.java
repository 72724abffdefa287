package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The tinted bar that says what the machine waits for, in the place of the azurite button. */
public final class WaitingBar extends Div {
  private final Span words;
  private final Div fill = Parts.div("yc-wait-fill");

  /**
   * A bar of words, with or without a line of progress.
   *
   * @param progress 0 to 1, or null while nobody knows how long it takes
   */
  public WaitingBar(String text, @Nullable Double progress) {
    addClassNames("yc-btn", "yc-wait");
    getElement().setAttribute("role", "status");
    words = new Span(text);
    add(fill, words);
    progress(progress);
  }

  /** New words, in place. */
  public void text(String text) {
    words.setText(text);
  }

  /** New progress, 0 to 1, in place; null hides the line. */
  public void progress(@Nullable Double progress) {
    Parts.show(fill, progress != null);
    if (progress != null) {
      fill.getStyle().set("--part", Double.toString(Math.clamp(progress, 0, 1)));
    }
  }
}
