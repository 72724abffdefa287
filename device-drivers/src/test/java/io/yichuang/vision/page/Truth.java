package io.yichuang.vision.page;

import java.util.regex.Pattern;

/** The corners that lie beside the sample photos. */
final class Truth {

  private Truth() {}

  /** Width, height, then four points, in the order in which the file has them. */
  static Quad of(String json, String name) {
    var n =
        Pattern.compile("-?\\d+(\\.\\d+)?")
            .matcher(json.substring(json.indexOf("\"" + name + "\"") + name.length() + 2))
            .results()
            .limit(10)
            .map(r -> Double.parseDouble(r.group()))
            .toList();
    return new Quad(
        new Point(n.get(2), n.get(3)),
        new Point(n.get(4), n.get(5)),
        new Point(n.get(6), n.get(7)),
        new Point(n.get(8), n.get(9)));
  }
}
