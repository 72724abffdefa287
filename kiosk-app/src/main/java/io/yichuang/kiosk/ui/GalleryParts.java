package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A page of each part alone, in all its states, and one that leads to them. */
final class GalleryParts {
  /** Their names, as {@code ?screen=} has them; a question and a sheet over it are pages. */
  private static final List<String> NAMES =
      List.of(
          "page",
          "tile",
          "chip",
          "stroke",
          "sill",
          "sheet",
          "list-row",
          "timeline",
          "light",
          "notice",
          "countdown",
          "live-picture");

  private static final String LIST = "parts";

  private final GalleryWords words;
  private final Function<String, Runnable> open;

  /**
   * @param open what leads to a page of the gallery
   */
  GalleryParts(GalleryWords words, Function<String, Runnable> open) {
    this.words = words;
    this.open = open;
  }

  boolean has(String name) {
    return name.equals(LIST) || NAMES.contains(name);
  }

  Screen of(String name) {
    var page = new GalleryPage(words, name, -1, name);
    return switch (name) {
      case "page" ->
          new GalleryPage(words, name, 2, name)
              .act(() -> Actions.quiet(act("leave")).go(act("page.go")))
              .body(screen -> screen.add(Parts.body(w("page.body")), Parts.note(w("page.note"))));
      case "tile" -> page.body(this::tiles);
      case "chip" -> page.body(screen -> each(screen, name, lights(), kinds(), icons()));
      case "stroke" -> page.body(screen -> each(screen, name, stroke(0), stroke(3), stroke(6)));
      case "sill" ->
          page.body(screen ->
              each(
                  screen,
                  name,
                  sill(true, true, Set.of(), false),
                  sill(false, false, Set.of(), false),
                  sill(true, true, EnumSet.of(Look.ELDER), true),
                  sill(true, true, EnumSet.of(Look.REHEARSAL), false)));
      case "sheet" ->
          page.body(screen ->
              each(
                  screen,
                  name,
                  Sheet.of(Parts.lead(w("sheet.lead")), Parts.body(w("sheet.body"))),
                  facts()));
      case "list-row" -> page.body(screen -> each(screen, name, facts(), keyed()));
      case "timeline" ->
          page.body(screen ->
              each(
                  screen,
                  name,
                  new Timeline(words.points("progress.points")),
                  new Timeline(words.points("done.points")).inline()));
      case "light" -> page.body(screen -> each(screen, name, states(), legend()));
      case "notice" -> page.body(this::notices);
      case "countdown" ->
          page.body(screen -> each(screen, name, countdown(19, 30), countdown(290, 300)));
      case "live-picture" ->
          page.body(screen ->
              each(
                  screen,
                  name,
                  Parts.div("yc-two", live(), outlined()),
                  Parts.div("yc-two", tagged(), covered())));
      default -> page.body(this::list);
    };
  }

  private void list(GalleryPage screen) {
    for (String[] row : words.rows("parts.rows")) {
      screen.add(
          new Tile(row[0], Icon.valueOf(row[1]), row[2], null, open.apply(row[0])).wide(row[3]));
    }
  }

  /** The states of a part, each below its name. */
  private void each(GalleryPage screen, String part, Component... states) {
    List<String> names = words.split(part + ".names");
    for (int i = 0; i < states.length; i++) {
      screen.add(Parts.head(names.get(i)), states[i]);
    }
  }

  private void tiles(GalleryPage screen) {
    each(
        screen,
        "tile",
        new Tiles(
            tile(0),
            tile(1).chosen(true),
            tile(2).shut(),
            tile(3).corner(Chip.of(Chip.Kind.SOLID, w("tile.corner")))),
        new Tiles(tile(0).tall(), tile(1).tall().chosen(true)),
        tile(3).wide(w("tile.right")));
  }

  private Tile tile(int row) {
    String[] tile = words.rows("tile.rows").get(row);
    return new Tile("tile", Icon.valueOf(tile[0]), tile[1], tile[2], GalleryWords::nothing);
  }

  private Component lights() {
    List<String> names = words.split("chip.lights");
    return Parts.row(
        Chip.of(Light.GREEN, names.get(0)),
        Chip.of(Light.YELLOW, names.get(1)),
        Chip.of(Light.RED, names.get(2)));
  }

  private Component kinds() {
    List<Chip.Kind> plain =
        List.of(Chip.Kind.INFO, Chip.Kind.PLAIN, Chip.Kind.LINE, Chip.Kind.SOLID);
    return Parts.row(
        plain.stream().map(kind -> Chip.of(kind, kind.name())).toArray(Component[]::new));
  }

  private Component icons() {
    List<String> names = words.split("chip.icons");
    return Parts.row(
        Chip.of(Chip.Kind.LINE, Icon.SCAN, names.get(0)),
        Chip.of(Chip.Kind.PLAIN, Icon.CALENDAR, names.get(1)));
  }

  private Component stroke(int now) {
    var line = new StrokeLine();
    line.show(new Steps(words.split("steps"), now), w("stroke.label"));
    return line;
  }

  private static Component sill(boolean back, boolean home, Set<Look> looks, boolean voice) {
    var sill = new Sill(_ -> {});
    sill.draw(back, home, looks, voice);
    return sill;
  }

  private Component facts() {
    return Sheet.list(
        words.rows("paper.facts").stream()
            .map(row -> new ListRow(Light.valueOf(row[0]), row[1], row[2]))
            .toArray(Component[]::new));
  }

  private Component keyed() {
    String[] row = words.rows("m3").getFirst();
    return Sheet.list(
        new ListRow(Icon.FILE_TEXT, row[0], row[1]),
        new ListRow(Icon.SIGNATURE, row[0], null).with(act("confirm.change")));
  }

  private Component states() {
    List<String> names = words.split("chip.lights");
    return Sheet.of(
        Parts.div("yc-p", Light.GREEN.with(names.get(0))),
        Parts.div("yc-p", Light.YELLOW.with(names.get(1))),
        Parts.div("yc-p", Light.RED.with(names.get(2))));
  }

  private Component legend() {
    List<String> legend = words.split("progress.legend");
    return Light.legend(legend.get(0), legend.get(1), legend.get(2));
  }

  private void notices(GalleryPage screen) {
    each(
        screen,
        "notice",
        new Notice(
            Light.RED,
            w("stop.happened"),
            Light.GREEN,
            w("stop.submitted"),
            w("stop.now"),
            w("stop.code")),
        new Notice(
            Light.YELLOW,
            w("notice.happened"),
            Light.YELLOW,
            w("notice.submitted"),
            w("notice.now"),
            null),
        Notice.box(Light.RED, w("progress.why"), w("progress.why.text")));
  }

  private Component countdown(long left, long whole) {
    return new Countdown(Duration.ofSeconds(left), Duration.ofSeconds(whole), w("still.unit"));
  }

  private LivePicture live() {
    return new LivePicture("kiosk/ui/mark.svg", 300, 300, w("camera.title"));
  }

  private LivePicture outlined() {
    return live()
        .outline(
            List.of(
                new LivePicture.Point(0.06, 0.15),
                new LivePicture.Point(0.84, 0.1),
                new LivePicture.Point(0.92, 0.88),
                new LivePicture.Point(0.14, 0.94)));
  }

  private LivePicture tagged() {
    return live().tag(Light.GREEN, w("camera.live"));
  }

  private LivePicture covered() {
    return live()
        .cover(
            List.of(
                List.of(
                    new LivePicture.Point(0.2, 0.44),
                    new LivePicture.Point(0.8, 0.44),
                    new LivePicture.Point(0.8, 0.56),
                    new LivePicture.Point(0.2, 0.56))));
  }

  private Action act(String key) {
    return words.act(key);
  }

  private String w(String key) {
    return words.of(key);
  }
}
