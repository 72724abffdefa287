package io.yichuang.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the frame does with a touch while the page changes under the finger. */
class PressesTest {
  private final Div frame = new Div();
  private final Div page = new Div();
  private final Div sheet = new Div();
  private final List<String> pressed = new ArrayList<>();
  private Div top = page;

  @BeforeEach
  void draw() {
    frame.add(page, sheet);
    page.getElement().setAttribute("data-scope", "materials-1");
    new Presses(frame, () -> top, Key::press);
  }

  @Test
  void the_very_key_is_pressed() {
    key("rescan", "first");
    var second = key("rescan", "second");
    touch(second, "materials-1");
    assertThat(pressed).containsExactly("second");
  }

  @Test
  void a_page_drawn_anew_under_the_finger_keeps_the_touch() {
    var old = key("next", "old");
    page.removeAll();
    key("next", "new");
    touch(old, "materials-1");
    assertThat(pressed).containsExactly("new");
  }

  @Test
  void what_was_meant_for_the_page_before_does_nothing_on_the_next() {
    var old = key("next", "old");
    page.removeAll();
    page.getElement().setAttribute("data-scope", "confirm-2");
    key("next", "new");
    touch(old, "materials-1");
    assertThat(pressed).isEmpty();
  }

  @Test
  void the_second_touch_of_a_double_one_is_nothing() {
    var old = key("keep", "old");
    touch(old, "materials-1");
    page.removeAll();
    key("keep", "new");
    touch(old, "materials-1");
    assertThat(pressed).containsExactly("old");
  }

  @Test
  void which_of_several_rows_was_meant_is_not_guessed() {
    var old = key("see", "old");
    page.removeAll();
    key("see", "one");
    key("see", "other");
    touch(old, "materials-1");
    assertThat(pressed).isEmpty();
  }

  @Test
  void what_is_covered_or_greyed_out_by_now_is_not_pressed() {
    var key = key("submit", "covered");
    top = sheet;
    touch(key, "materials-1");
    top = page;
    key.setEnabled(false);
    touch(key, "materials-1");
    assertThat(pressed).isEmpty();
  }

  private Key key(String action, String says) {
    var key = new Key(action, () -> pressed.add(says));
    page.add(key);
    return key;
  }

  private void touch(Key key, String scope) {
    var data = JsonMapper.shared().createObjectNode();
    data.put(Presses.ON_A_KEY, true);
    data.put(Presses.KEY, Long.toString(key.number()));
    data.put(Presses.ACTION, key.action());
    data.put(Presses.SCOPE, scope);
    frame
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(frame.getElement(), "click", data));
  }
}
