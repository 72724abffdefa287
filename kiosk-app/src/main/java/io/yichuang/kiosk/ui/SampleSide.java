package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;

/** How the paper should look, beside the live picture: a sample with numbered places. */
public final class SampleSide extends Div {
  /**
   * A numbered place of the sample.
   *
   * @param x left edge, 0 to 1 of the picture's width
   * @param y upper edge, 0 to 1 of its height
   * @param width 0 to 1
   * @param height 0 to 1
   * @param text what to look for there
   */
  public record Spot(double x, double y, double width, double height, String text) {}

  /**
   * The column of 300 px; put it with the picture into {@link #beside}.
   *
   * @param enlarge the key at the foot
   */
  public SampleSide(String head, String url, List<Spot> spots, Action enlarge) {
    addClassName("yc-side");
    var picture = Parts.div("yc-sample", new Image(url, head));
    var points = Parts.div("yc-side-points");
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      var number = new Element("b").setText(Integer.toString(i + 1));
      var box = new Element("i").appendChild(number);
      box.getStyle().set("left", percent(spot.x())).set("top", percent(spot.y()));
      box.getStyle().set("width", percent(spot.width())).set("height", percent(spot.height()));
      picture.getElement().appendChild(box);
      var line = new Span();
      line.getElement().appendChild(new Element("b").setText(Integer.toString(i + 1)));
      line.add(new Span(spot.text()));
      points.add(line);
    }
    add(new H2(head), picture, points, new ActionButton(enlarge).small());
  }

  /** The live picture left, the sample right, as in the look. */
  public static Div beside(LivePicture picture, SampleSide sample) {
    return Parts.div("yc-cam", picture, sample);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.2f%%", part * 100);
  }
}
