package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gallery's sample pages, after the mocks. */
final class GalleryPages {
  private final GalleryWords words = new GalleryWords();
  private final Clock clock;
  private final GalleryJourney journey = new GalleryJourney(words);

  GalleryPages(Clock clock) {
    this.clock = clock;
  }

  Place place() {
    return new Place(w("hall"), w("spot"), w("phone"), w("duty"));
  }

  /** The sheets that rise over a page. */
  void over(String name, KioskFrame frame) {
    switch (name) {
      case "view" -> frame.open(() -> new ViewSheet(frame).overlay());
      case "help" -> frame.open(() -> HelpSheet.of(frame, place()));
      default -> {}
    }
  }

  Screen of(String name, KioskFrame frame) {
    var parts = new GalleryParts(words, part -> () -> frame.show(of(part, frame)));
    if (parts.has(name)) {
      return parts.of(name);
    }
    return switch (name) {
      case "standby" ->
          new StandbyScreen(
              _ -> place(),
              clock,
              (_, _) -> now(),
              Optional::empty,
              () -> frame.show(of("home", frame)),
              look -> {
                frame.look(look, true);
                frame.show(of("home", frame));
              });
      case "identity" -> identity();
      case "materials" -> journey.materials();
      case "confirm" -> journey.confirm();
      case "done" -> journey.done();
      case "progress" -> journey.progress();
      case "paper-out" -> journey.paperOut();
      case "still-there" -> stillThere();
      case "camera" -> journey.camera();
      case "stop" -> stop();
      case "question" -> question();
      default ->
          new HomeScreen(
              clock,
              _ -> home(frame.looks().contains(Look.NIGHT)),
              _ -> frame.show(of("progress", frame)),
              _ -> frame.show(of("identity", frame)),
              () -> frame.show(of("materials", frame)),
              () -> frame.show(of("paper-out", frame)),
              GalleryWords::nothing,
              HomeScreen.Known.nobody());
    };
  }

  private MachineNow now() {
    var lights = List.of(Light.GREEN, Light.YELLOW, Light.RED);
    List<MachineNow.Line> lines = new ArrayList<>();
    for (String[] row : rows("now")) {
      lines.add(new MachineNow.Line(lights.get(lines.size()), row[0], row[1], row[2]));
    }
    return new MachineNow(lines, split("busiest"), LocalTime.now(clock));
  }

  private HomeModel home(boolean night) {
    List<HomeModel.Offer> offers = new ArrayList<>();
    for (String[] row : rows(night ? "common.night" : "common")) {
      boolean open = !row[0].equals("USER_QUESTION");
      offers.add(new HomeModel.Offer(row[0], Icon.valueOf(row[0]), row[1], row[2], open));
    }
    return new HomeModel(
        61,
        night ? w("head.night") : null,
        night ? w("head.night.note") : null,
        offers,
        new HomeModel.Down(w("down"), w("down.note")));
  }

  private Screen identity() {
    return page("identity", 1, "identity")
        .act(() -> Actions.quiet(act("leave")).waiting(new WaitingBar(w("identity.wait"), 0.38)))
        .body(screen -> {
          List<Tile> tiles = new ArrayList<>();
          for (String[] row : rows("identity.ways")) {
            var tile =
                new Tile("way", Icon.valueOf(row[0]), row[1], row[2], GalleryWords::nothing).tall();
            tiles.add(
                tiles.isEmpty()
                    ? tile.chosen(true).corner(Chip.of(Chip.Kind.SOLID, w("identity.lit")))
                    : tile);
          }
          screen.add(
              new Tiles(tiles.toArray(Tile[]::new)),
              new Promises(Icon.SHIELD_CHECK, w("identity.promise"), split("identity.promises")));
        });
  }

  private Screen stillThere() {
    return page("still", -1, "still-there")
        .act(() ->
            Actions.own(
                Parts.div(
                    "yc-keys",
                    new ActionButton(act("still.here")).huge(),
                    Parts.div(
                        "yc-two",
                        new ActionButton(act("still.lock").with(Icon.LOCK)),
                        new ActionButton(act("still.leave").with(Icon.DOOR_EXIT))))))
        .body(screen ->
            screen.add(
                new Countdown(Duration.ofSeconds(19), Duration.ofSeconds(30), w("still.unit"))));
  }

  private Screen question() {
    var field = new TextField();
    field.addClassName("yc-field");
    field.setValue(w("question.value"));
    field.setAriaLabel(w("question.label"));
    return page("question", 2, "question")
        .act(() -> Actions.quiet(act("question.skip")).go(act("question.next")))
        .body(screen ->
            screen.add(
                new Prefilled(
                    w("question.from.label"),
                    w("question.from"),
                    w("question.source"),
                    act("question.change")),
                Prefilled.label(w("question.label"), w("question.example")),
                field));
  }

  private Screen stop() {
    return page("stop", 3, "stop")
        .act(() -> Actions.quiet(act("leave")).go(act("stop.go")))
        .body(screen ->
            screen.add(
                new Notice(
                    Light.RED,
                    w("stop.happened"),
                    Light.GREEN,
                    w("stop.submitted"),
                    w("stop.now"),
                    w("stop.code"))));
  }

  private GalleryPage page(String key, int step, String id) {
    return new GalleryPage(words, id, step, key);
  }

  private Action act(String key) {
    return words.act(key);
  }

  private String w(String key) {
    return words.of(key);
  }

  private List<String> split(String key) {
    return words.split(key);
  }

  private List<String[]> rows(String key) {
    return words.rows(key);
  }
}
