package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.yichuang.kiosk.ui.Key;
import io.yichuang.kiosk.ui.SignaturePad;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page without a browser: read and touched by the same ids. In the test's thread only. */
final class BareScreen {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration POLL = Duration.ofMillis(20);

  /** The sill is always there: its keys are no way on. */
  private static final Set<String> NO_WAY =
      Set.of("home", "back", "read-aloud", "large-type", "language", "help");

  private final Runnable roundTrip;

  /**
   * The page of the present UI.
   *
   * @param roundTrip lets what came meanwhile reach the page
   */
  BareScreen(Runnable roundTrip) {
    this.roundTrip = roundTrip;
  }

  private Stream<Component> all() {
    return all(UI.getCurrent());
  }

  /** A bare text has neither attributes nor a visibility of its own: it is read with its parent. */
  private static Stream<Component> all(Component from) {
    if (from instanceof Text) {
      return Stream.empty();
    }
    return from.isVisible()
        ? Stream.concat(Stream.of(from), from.getChildren().flatMap(BareScreen::all))
        : Stream.empty();
  }

  private Stream<Component> with(String attribute, String value) {
    return all().filter(one -> value.equals(one.getElement().getAttribute(attribute)));
  }

  private Optional<Component> action(String id) {
    return with("data-action", id).filter(one -> one.getElement().isEnabled()).findFirst();
  }

  private Optional<Component> styled(String css) {
    return all().filter(one -> one.getElement().getClassList().contains(css)).findFirst();
  }

  String id() {
    return styled("yc-page")
        .map(one -> String.valueOf(one.getElement().getAttribute("data-screen")))
        .orElse("");
  }

  String text() {
    return styled("yc-stage").map(frame -> frame.getElement().getTextRecursively()).orElse("");
  }

  boolean offers(String action) {
    return action(action).isPresent();
  }

  /** Whatever leads on or out of this page and can be pressed. */
  List<String> ways() {
    return all()
        .filter(one -> one.getElement().isEnabled())
        .map(one -> one.getElement().getAttribute("data-action"))
        .filter(id -> id != null && !NO_WAY.contains(id))
        .collect(Collectors.toList());
  }

  void until(String what, java.util.function.BooleanSupplier there) {
    try {
      await(what)
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .pollInSameThread()
          .until(() -> {
            roundTrip.run();
            return there.getAsBoolean();
          });
    } catch (ConditionTimeoutException e) {
      // A build elsewhere leaves nothing but this line to understand it by.
      throw new AssertionError("no %s on the page %s: %s".formatted(what, id(), text()), e);
    }
  }

  void screen(String id) {
    until("the page " + id, () -> id().equals(id));
  }

  void question(String id) {
    until("the question " + id, () -> with("data-question", id).findAny().isPresent());
  }

  void says(String words) {
    until(words, () -> text().contains(words));
  }

  void tap(String action) {
    until("the key " + action, () -> offers(action));
    touch(action(action).orElseThrow().getElement());
    roundTrip.run();
  }

  /** As the page tells it: what lies over the page, and who helps, have a say in it. */
  private void touch(Element key) {
    var data = JsonMapper.shared().createObjectNode();
    data.put("!!event.target.closest('[data-key]')", true);
    for (String name : List.of("key", "action")) {
      data.put(
          "event.target.closest('[data-key]')?.dataset.%s ?? ''".formatted(name),
          key.getAttribute("data-" + name));
    }
    data.put("event.target.closest('[data-scope]')?.dataset.scope ?? ''", "");
    var frame = styled("yc-stage").orElseThrow().getElement();
    frame
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(frame, "click", data));
  }

  void choose(int choice) {
    Component card = with("role", "radio").skip(choice).findFirst().orElseThrow();
    ((Key) card).press();
  }

  void enter(String field, String value) {
    until("the field " + field, () -> with("data-field", field).findAny().isPresent());
    field(field).setValue(value);
  }

  /** The very field, as the page in the browser knows it. */
  TextField field(String id) {
    return (TextField) with("data-field", id).findFirst().orElseThrow();
  }

  boolean paper(String state) {
    return with("data-paper", state).findAny().isPresent();
  }

  /** Three strokes, sent as the pad in the page sends them. */
  void sign() throws ReflectiveOperationException {
    until("the pad", () -> all().anyMatch(SignaturePad.class::isInstance));
    var pad = all().filter(SignaturePad.class::isInstance).findFirst().orElseThrow();
    String stroke = "[10,10,0,20,20,9,30,30,18,40,40,27,50,50,36]";
    var strokes = "{\"w\":900,\"h\":300,\"s\":[%s,%s,%s]}".formatted(stroke, stroke, stroke);
    var signed = SignaturePad.class.getDeclaredMethod("signed", JsonNode.class);
    signed.setAccessible(true);
    signed.invoke(pad, JsonMapper.shared().readTree(strokes));
    assertThat(id()).isEqualTo("confirm");
  }
}
