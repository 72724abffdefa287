package io.yichuang.kiosk.material;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import io.yichuang.vision.page.Quad;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The photo of a sheet with its four corners, each to be dragged by a finger or moved by arrow
 * keys. Places are pixels of the photo.
 */
@Tag("kiosk-corners")
@JsModule("context://kiosk/material/corners.js")
@StyleSheet("context://kiosk/material/corners.css")
final class CornersField extends Component {
  private final Consumer<JsonNode> moved;

  /**
   * The photo and where its corners are now.
   *
   * @param url of the photo
   * @param label name for screen readers
   * @param names of the four corners, from the upper left one clockwise
   * @param corners empty for the whole photo
   * @param moved what the page says after each move, unchecked
   */
  CornersField(
      String url,
      String label,
      List<String> names,
      Optional<Quad> corners,
      Consumer<JsonNode> moved) {
    this.moved = moved;
    ArrayNode words = JsonNodeFactory.instance.arrayNode();
    names.forEach(words::add);
    getElement().setAttribute("role", "group");
    getElement().setAttribute("src", url);
    getElement().setAttribute("aria-label", label);
    getElement().setAttribute("names", words.toString());
    corners.ifPresent(quad -> getElement().setAttribute("corners", Corners.flat(quad).toString()));
  }

  /** The corners are there now; empty for the whole photo. */
  void place(Optional<Quad> corners) {
    getElement()
        .executeJs(
            "this.place(JSON.parse($0))",
            corners.map(quad -> Corners.flat(quad).toString()).orElse("null"));
  }

  /** Whether no page can be cut like this: the line says so too. */
  void doubt(boolean bad) {
    getElement().setAttribute("data-doubt", bad);
  }

  @ClientCallable
  void moved(JsonNode corners) {
    moved.accept(corners);
  }
}
