package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;

/**
 * A live or still picture in a dark well: a tag that says which, and a polygon over it. The browser
 * lets go of the stream as soon as the part leaves the page.
 */
public final class LivePicture extends Div {
  /** A point of the picture, 0 to 1 from its left and top edge. */
  public record Point(double x, double y) {}

  private final Div tag = Parts.div("yc-live-tag");
  private final Svg outline = new Svg("");
  private final Svg bars = new Svg("");
  private final Div covered = Parts.div("yc-masked yc-bars", bars);
  private final int width;
  private final int height;

  /**
   * A well with a picture in it.
   *
   * @param url of an MJPEG stream or an image
   * @param width width of the picture, px: its shape, so that the outline lies where it should
   * @param height height of the picture, px
   * @param label what is to be seen
   */
  public LivePicture(String url, int width, int height, String label) {
    this.width = width;
    this.height = height;
    addClassName("yc-live");
    var picture = new com.vaadin.flow.dom.Element("yc-live-img");
    picture.setAttribute("src", url);
    picture.setAttribute("alt", label);
    getElement().appendChild(picture);
    add(outline, covered, tag);
    Parts.show(covered, false);
    Parts.show(tag, false);
  }

  /** The tag in the corner (实时画面). */
  public LivePicture tag(Light light, String words) {
    tag.removeAll();
    tag.add(light.shape(), new com.vaadin.flow.component.html.Span(words));
    Parts.show(tag, true);
    return this;
  }

  /** Another picture in the same well. */
  public void picture(String url) {
    getElement().getChild(0).setAttribute("src", url);
  }

  /**
   * Covers parts of the picture with bars until it is held for 3 s, as a masked value is.
   *
   * @param parts corners of each
   */
  public LivePicture cover(List<List<Point>> parts) {
    var polygons = new StringBuilder();
    parts.forEach(
        part -> polygons.append("<polygon points=\"").append(points(part)).append("\"/>"));
    bars.set(
        "<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
            .formatted(width, height, polygons));
    Parts.show(covered, !parts.isEmpty());
    return this;
  }

  private String points(List<Point> corners) {
    var points = new StringBuilder();
    for (Point p : corners) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", p.x() * width, p.y() * height));
    }
    return points.toString().strip();
  }

  /** Draws a closed line over the picture; fewer than three points take it away. */
  public LivePicture outline(List<Point> corners) {
    if (corners.size() < 3) {
      outline.set("");
      return this;
    }
    outline.set(
        "<svg class=\"yc-live-line\" viewBox=\"0 0 %d %d\"><polygon points=\"%s\"/></svg>"
            .formatted(width, height, points(corners)));
    return this;
  }
}
