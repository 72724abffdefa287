package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** One thing to choose: icon, title, note. A shut tile cannot be pressed and says why. */
public final class Tile extends Key {
  private final Span words = new Span();

  /**
   * An open tile.
   *
   * @param id {@code data-action}
   */
  public Tile(String id, Icon icon, String title, @Nullable String note, Runnable press) {
    super(id, press);
    addClassName("yc-tile");
    words.addClassName("yc-tile-words");
    words.add(Parts.strong(title));
    Parts.addNote(words, note);
    add(icon.icon(), words);
  }

  /** Dashed edge, no press; put the reason and the time into the note. */
  public Tile shut() {
    addClassName("yc-shut");
    setEnabled(false);
    return this;
  }

  /** Edge, tint and filled tick. */
  public Tile chosen(boolean chosen) {
    setClassName("yc-chosen", chosen);
    getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
    return this;
  }

  /** The tall form (way to identify): icon on top, words at the foot. */
  public Tile tall() {
    addClassName("yc-tall");
    return this;
  }

  /** The single-row form of the whole width with a note and an arrow at the right. */
  public Tile wide(@Nullable String rightNote) {
    addClassName("yc-wide");
    Parts.addNote(this, rightNote);
    add(Icon.CHEVRON_RIGHT.small());
    return this;
  }

  /** A chip in the upper right corner. */
  public Tile corner(Chip chip) {
    chip.addClassName("yc-corner");
    add(chip);
    return this;
  }
}
