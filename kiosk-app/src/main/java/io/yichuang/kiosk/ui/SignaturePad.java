package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The field to sign in with a finger. Keeps nothing itself: the page gives what was written before,
 * so that a change of language or size does not wipe it.
 */
@Tag("kiosk-signature")
@JsModule("context://kiosk/ui/signature.js")
public final class SignaturePad extends Component {
  /** A signature has some hundred points; a client that sends more is not a finger. */
  private static final int MAX_POINTS = 20_000;

  private static final int MAX_SIZE_PX = 4_000;
  private static final int MAX_TIME_MS = 3_600_000;

  private final Consumer<@Nullable Signature> changed;

  /**
   * A pad, empty or with what was written before.
   *
   * @param hint the note in the pad's corner
   * @param label name for screen readers
   * @param before what was written already, or null
   * @param changed called at the end of each stroke, and with null when it was cleared
   */
  public SignaturePad(
      String hint,
      String label,
      @Nullable Signature before,
      Consumer<@Nullable Signature> changed) {
    this.changed = changed;
    getElement().setAttribute("hint", hint);
    getElement().setAttribute("aria-label", label);
    if (before != null) {
      getElement().setAttribute("before", flat(before));
    }
  }

  /** Clears the pad; the listener hears null. */
  public void clear() {
    getElement().executeJs("this.clear()");
    changed.accept(null);
  }

  @ClientCallable
  void signed(JsonNode data) {
    Signature signature = read(data);
    changed.accept(signature == null || signature.strokes().isEmpty() ? null : signature);
  }

  /** Null if this is not what the pad sends: any client can call this. */
  static @Nullable Signature read(JsonNode data) {
    int width = data.path("w").asInt(0);
    int height = data.path("h").asInt(0);
    JsonNode lines = data.path("s");
    if (width < 1 || height < 1 || width > MAX_SIZE_PX || height > MAX_SIZE_PX) {
      return null;
    }
    int total = 0;
    List<List<Signature.Dot>> strokes = new ArrayList<>();
    for (JsonNode line : lines) {
      total += Math.max(line.size(), 1);
      if (total > MAX_POINTS * 3 || line.size() % 3 != 0) {
        return null;
      }
      List<Signature.Dot> dots = new ArrayList<>(line.size() / 3);
      for (int i = 0; i < line.size(); i += 3) {
        dots.add(
            new Signature.Dot(
                Math.clamp(line.get(i).asInt(0), 0, width),
                Math.clamp(line.get(i + 1).asInt(0), 0, height),
                Math.clamp(line.get(i + 2).asInt(0), 0, MAX_TIME_MS)));
      }
      strokes.add(dots);
    }
    return new Signature(width, height, strokes);
  }

  private static String flat(Signature signature) {
    var out = new StringBuilder();
    out.append("{\"w\":").append(signature.width()).append(",\"h\":").append(signature.height());
    out.append(",\"s\":[");
    for (int i = 0; i < signature.strokes().size(); i++) {
      out.append(i == 0 ? "[" : ",[");
      var dots = signature.strokes().get(i);
      for (int j = 0; j < dots.size(); j++) {
        var dot = dots.get(j);
        out.append(j == 0 ? "" : ",").append(dot.x()).append(',').append(dot.y()).append(',');
        out.append(dot.ms());
      }
      out.append(']');
    }
    return out.append("]}").toString();
  }
}
