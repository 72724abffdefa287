package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The home page: greeting, a field to search, three verbs, what most people need. */
public final class HomeScreen extends Screen {
  /** The three things one comes for. */
  public enum Verb {
    APPLY,
    LOOK,
    TAKE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Clock clock;
  private final Function<Locale, HomeModel> model;
  private final Consumer<Verb> verb;
  private final Consumer<String> item;
  private final Runnable search;
  private final Runnable all;
  private final Runnable rehearse;
  private final Known known;

  /**
   * Who is still known after a first matter.
   *
   * @param name masked, asked at each drawing; empty if nobody is known
   * @param leave leaves and wipes
   */
  public record Known(Supplier<Optional<String>> name, Runnable leave) {
    /** A fresh terminal. */
    static Known nobody() {
      return new Known(Optional::empty, () -> {});
    }
  }

  /**
   * The page with its callbacks.
   *
   * @param model asked at each drawing
   * @param verb one of the three large keys
   * @param item a tile, by item id
   * @param search the search field was touched
   * @param all the row of all items
   * @param rehearse 教我一遍
   * @param known whose data are still here
   */
  public HomeScreen(
      Clock clock,
      Function<Locale, HomeModel> model,
      Consumer<Verb> verb,
      Consumer<String> item,
      Runnable search,
      Runnable all,
      Runnable rehearse,
      Known known) {
    super("home");
    this.clock = clock;
    this.model = model;
    this.verb = verb;
    this.item = item;
    this.search = search;
    this.all = all;
    this.rehearse = rehearse;
    this.known = known;
  }

  @Override
  protected HomeModel watched() {
    return model.apply(frame().language());
  }

  @Override
  protected void render() {
    HomeModel offer = watched();
    var greeting = new H1(getTranslation("home." + greeting(LocalTime.now(clock))));
    greeting.addClassName("yc-h1");
    boolean low = frame().looks().contains(Look.LOW_REACH);
    var hello =
        Parts.div(
            "yc-hello",
            greeting,
            new WindowView(low ? WindowView.Size.UPPER : WindowView.Size.HOME));
    add(hello, ask(), verbs(offer), headOf(offer), tiles(offer), more());
    known.name().get().ifPresent(name -> add(stillHere(name)));
    HomeModel.Down down = offer.down();
    if (down != null) {
      add(Parts.div("yc-down", Light.RED.shape(), new Span(down.text()), Parts.note(down.note())));
    }
  }

  /** Night from 22 to 5, morning to 11, noon to 13, afternoon to 18, evening to 22. */
  static String greeting(LocalTime time) {
    int hour = time.getHour();
    if (hour < 5 || hour >= 22) {
      return "night";
    }
    if (hour < 11) {
      return "morning";
    }
    if (hour < 13) {
      return "noon";
    }
    return hour < 18 ? "afternoon" : "evening";
  }

  private Key ask() {
    var ask = new Key("search", search);
    ask.addClassName("yc-ask");
    ask.add(Icon.SEARCH.icon(), new Span(getTranslation("home.ask")));
    return ask;
  }

  private Div verbs(HomeModel offer) {
    var verbs = Parts.div("yc-verbs");
    for (Verb each : Verb.values()) {
      String key = "home.verb." + each.id();
      var button = new Key(each.id(), () -> verb.accept(each));
      button.addClassName("yc-verb");
      button.setClassName("yc-verb-first", each == Verb.APPLY);
      button.add(Parts.span("yc-z", getTranslation(key)));
      if (each == Verb.APPLY && offer.countApply() > 0) {
        button.add(Parts.span("yc-count", getTranslation("home.count", offer.countApply())));
      }
      button.add(
          Parts.strong(getTranslation(key + ".what")), Parts.note(getTranslation(key + ".note")));
      verbs.add(button);
    }
    return verbs;
  }

  private Div headOf(HomeModel offer) {
    String head = offer.head();
    String note = offer.headNote();
    return Parts.bar(
        head == null ? getTranslation("home.common") : head,
        note == null ? getTranslation("home.common.note") : note);
  }

  private Tiles tiles(HomeModel offer) {
    return new Tiles(
        offer.common().stream()
            .map(each -> {
              var tile =
                  new Tile(
                      "item-" + each.id(),
                      each.icon(),
                      each.title(),
                      each.note(),
                      () -> item.accept(each.id()));
              return each.open() ? tile : tile.shut();
            })
            .toArray(Tile[]::new));
  }

  /** Nobody else may go on in this name: who is known is named, and may leave at once. */
  private Component stillHere(String name) {
    return Parts.tip(
        Icon.ID,
        getTranslation("home.known", name),
        new ActionButton(
                new Action("wipe-known", getTranslation("home.known.leave"), known.leave()))
            .small());
  }

  /** All items; and, for whoever is afraid of a wrong key, a journey to practise on. */
  private Div more() {
    var row =
        Parts.div(
            "yc-home-more",
            new Tile("all-items", Icon.LIST_SEARCH, getTranslation("home.all"), null, all)
                .wide(getTranslation("home.all.note")));
    if (!frame().looks().contains(Look.REHEARSAL)) {
      row.add(
          new Tile("rehearse", Icon.USER_QUESTION, getTranslation("home.rehearsal"), null, rehearse)
              .wide(""));
    }
    return row;
  }
}
