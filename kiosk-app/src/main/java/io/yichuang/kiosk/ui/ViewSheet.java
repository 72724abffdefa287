package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How would you like to see it? Size, colour and place of the keys, each switched at once while the
 * sheet stays open, so that one sees what one chooses.
 */
final class ViewSheet {
  /** A way to see: its id and the looks that make it. */
  private record Way(String id, Set<Look> looks) {
    Way(String id, Look... looks) {
      this(id, Set.of(looks));
    }
  }

  /** Ways of which one holds; together they decide on these looks. */
  private record Group(String id, Set<Look> looks, List<Way> ways) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "size",
              Set.of(Look.ELDER),
              List.of(new Way("size-normal"), new Way("size-large", Look.ELDER))),
          new Group(
              "colour",
              Set.of(Look.HIGH_CONTRAST, Look.WHITE),
              List.of(
                  new Way("colour-normal"),
                  new Way("colour-yellow", Look.HIGH_CONTRAST),
                  new Way("colour-white", Look.HIGH_CONTRAST, Look.WHITE))),
          new Group(
              "place",
              Set.of(Look.LOW_REACH),
              List.of(new Way("place-normal"), new Way("place-low", Look.LOW_REACH))),
          new Group(
              "hand",
              Set.of(Look.MIRRORED),
              List.of(new Way("hand-right"), new Way("hand-left", Look.MIRRORED))));

  private record Choice(Group group, Way way, ActionButton button) {}

  private final KioskFrame frame;
  private final List<Choice> keys = new ArrayList<>();

  ViewSheet(KioskFrame frame) {
    this.frame = frame;
  }

  Overlay overlay() {
    var groups = Parts.div("yc-view");
    for (Group group : GROUPS) {
      groups.add(row(group));
    }
    mark();
    return new Overlay("view", text("title"), groups)
        .keys(new Action("close", text("close"), frame::closeOverlay));
  }

  private Div row(Group group) {
    var row = Parts.div("yc-view-keys");
    for (Way way : group.ways()) {
      var button = new ActionButton(new Action(way.id(), text(way.id()), () -> choose(group, way)));
      button.getElement().setAttribute("role", "radio");
      keys.add(new Choice(group, way, button));
      row.add(button);
    }
    String label = text(group.id());
    row.getElement().setAttribute("role", "radiogroup");
    row.getElement().setAttribute("aria-label", label);
    return Parts.div("yc-view-row", Parts.strong(label), row);
  }

  private void choose(Group group, Way way) {
    group.looks().forEach(look -> frame.look(look, way.looks().contains(look)));
    mark();
  }

  private void mark() {
    for (Choice key : keys) {
      Set<Look> on = new HashSet<>(frame.looks());
      on.retainAll(key.group().looks());
      boolean chosen = on.equals(key.way().looks());
      key.button().setClassName("yc-chosen", chosen);
      key.button().getElement().setAttribute("aria-checked", Boolean.toString(chosen));
    }
  }

  private String text(String key) {
    return frame.getTranslation("ui.view." + key);
  }
}
