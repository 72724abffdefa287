package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;

/**
 * The window with its view: mountains after the blue-green landscape, sky by the theme, at night a
 * lamp-lit frame, the moon and a few lit houses. Day and night are both drawn; the style sheet
 * shows one, so that the light can change without a word from the server.
 */
public final class WindowView extends Div {
  /** Where it stands. */
  public enum Size {
    /** The whole standby page, 1080 x 1920, with the light on the floor. */
    STANDBY,
    /** Beside the greeting, 312 x 236. */
    HOME,
    /** The upper half of the low-reach home, 960 x 744. */
    UPPER,
    /** Beside the word that it is done, 176 x 160. */
    DONE
  }

  /** The window in one of its sizes; decoration only, hidden from screen readers. */
  public WindowView(Size size) {
    addClassNames("yc-window", "yc-window-" + size.name().toLowerCase(Locale.ROOT));
    getElement().setAttribute("aria-hidden", "true");
    add(new Svg(markup(size)));
  }

  private static String markup(Size size) {
    return switch (size) {
      case STANDBY ->
          svg(
              "0 0 1080 1920",
              "<path class=\"yc-floor\" d=\"M196 1080H884L1080 1496H360z\"/>"
                  + view(160, 204, 760, 860, 608, 344, 223.6, 46)
                  + houses(
                      9.6, 12.8, 300, 1010, 326, 1022, 344, 1004, 640, 1014, 664, 1000, 700, 1020,
                      560, 960)
                  + frame(20, "M154 1064V198h772v866", "M84 1056h912v32H84z"));
      case HOME ->
          svg(
              "24 0 312 236",
              view(60, 16, 240, 206, 182.4, 74.16, 61.8, 16)
                  + houses(6, 8, 96, 206, 108, 212, 214, 202, 226, 208, 252, 200)
                  + frame(10, "M57 222V13h246v209", "M24 218h312v14H24z"));
      case UPPER ->
          svg(
              "0 0 960 744",
              view(84, 20, 792, 700, 633.6, 238, 182, 44)
                  + houses(9.6, 12.8, 230, 676, 256, 688, 274, 670, 584, 680, 608, 666)
                  + frame(20, "M78 720V14h804v706", "M0 712h960v32H0z"));
      case DONE ->
          svg(
              "0 0 176 160",
              view(38, 12, 100, 124, 70, 37.2, 32.2, 11)
                  + frame(8, "M34 138V10h108v128", "M6 134h164v14H6z"));
    };
  }

  private static String svg(String viewBox, String content) {
    return "<svg viewBox=\"" + viewBox + "\">" + content + "</svg>";
  }

  private static String view(
      double x, double y, double w, double h, double sunX, double sunY, double moonY, double r) {
    return String.format(
        Locale.ROOT,
        "<g transform=\"translate(%1$s %2$s)\"><path fill=\"url(#yc-sky)\" d=\"M0 0h%3$sv%4$sH0z\"/>"
            + "<circle class=\"yc-day\" cx=\"%5$s\" cy=\"%6$s\" r=\"%8$s\" fill=\"var(--yc-disc)\"/>"
            + "<circle class=\"yc-moon\" cx=\"%5$s\" cy=\"%7$s\" r=\"%8$s\" fill=\"var(--yc-disc)\"/>"
            + "<use href=\"#yc-ridges\" width=\"%3$s\" height=\"%4$s\"/></g>",
        x,
        y,
        w,
        h,
        sunX,
        sunY,
        moonY,
        r);
  }

  private static String houses(double w, double h, double... xy) {
    var path = new StringBuilder("<path class=\"yc-houses\" d=\"");
    for (int i = 0; i < xy.length; i += 2) {
      path.append(String.format(Locale.ROOT, "M%s %sh%sv%sh-%sz", xy[i], xy[i + 1], w, h, w));
    }
    return path.append("\"/>").toString();
  }

  private static String frame(int width, String frame, String sill) {
    return "<path class=\"yc-frame-line\" fill=\"none\" stroke-width=\""
        + width
        + "\" d=\""
        + frame
        + "\"/><path fill=\"var(--yc-accent)\" d=\""
        + sill
        + "\"/>";
  }
}
