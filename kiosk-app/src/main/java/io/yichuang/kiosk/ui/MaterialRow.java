package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One material of the basket: icon, name, where it comes from, its state and what can be done. */
public final class MaterialRow extends Div {
  /** How loud the row is. */
  public enum State {
    /** Settled; no action needed. */
    DONE,
    /** The one to do now: tinted, its first action azurite. */
    NOW,
    /** To do, but not first. */
    LATER
  }

  /**
   * A row with its chip and keys.
   *
   * @param actions keys under the name; the first is azurite in state {@link State#NOW}
   */
  public MaterialRow(
      Icon icon, String name, @Nullable String note, Chip chip, State state, List<Action> actions) {
    addClassName("yc-material");
    setClassName("yc-todo", state != State.DONE || !actions.isEmpty());
    setClassName("yc-now", state == State.NOW);
    var words = Parts.div("yc-material-words", Parts.strong(name));
    Parts.addNote(words, note);
    add(icon.icon(), words, chip);
    if (!actions.isEmpty()) {
      var keys = Parts.div("yc-do");
      for (int i = 0; i < actions.size(); i++) {
        var key = new ActionButton(actions.get(i)).small();
        keys.add(i == 0 && state == State.NOW ? key.go() : key);
      }
      add(keys);
    }
  }
}
