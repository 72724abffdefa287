package io.yichuang.kiosk.standby;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.ItemSearch;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.session.Places;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Overlay;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Tile;
import io.yichuang.kiosk.ui.Tiles;
import java.util.List;

/** Type what you came for; the items stand there as you type. */
final class SearchScreen extends Screen {
  /** A page of tiles; who sees more reads none. */
  private static final int MOST = 8;

  private static final int LONGEST = 40;

  private final Offers offers;
  private final ItemSearch search;
  private final KioskKeyboard keyboard;
  private final Places places;
  private final Turn turn;
  private final Div results = new Div();
  private final Entry entry;
  private String typed = "";

  SearchScreen(Offers offers, ItemSearch search, KioskKeyboard keyboard, Places places, Turn turn) {
    super("search");
    this.offers = offers;
    this.search = search;
    this.keyboard = keyboard;
    this.places = places;
    this.turn = turn;
    keyboard.setLayout(KeyboardLayout.TEXT);
    this.entry =
        new Entry(
            "search",
            LONGEST,
            value -> {
              typed = value;
              turn.touched();
              found();
            });
  }

  @Override
  protected String title() {
    return getTranslation("standby.search.title");
  }

  @Override
  protected void render() {
    add(
        entry.show(
            getTranslation("standby.search.label"),
            getTranslation("standby.search.example"),
            typed),
        results);
    found();
  }

  /** In place: the field keeps its focus. */
  private void found() {
    results.removeAll();
    List<ServiceItem> items = search.find(offers.all(), typed, MOST);
    results.add(
        items.isEmpty()
            ? nothing()
            : new Tiles(items.stream().map(this::tile).toArray(Tile[]::new)));
  }

  private Tile tile(ServiceItem item) {
    var tile =
        new Tile(
            "item-" + item.code(),
            Icons.named(item.icon()),
            item.name().in(turn.language()),
            offers.note(item, turn.language()),
            () -> offers.open(item, turn));
    return offers.shut(item).isPresent() ? tile.shut() : tile;
  }

  private Component nothing() {
    var nothing =
        Parts.div(
            "yc-nothing",
            new Hint(Light.YELLOW, getTranslation("standby.search.nothing"), null),
            Parts.row(
                new ActionButton(
                        new Action("ask-help", getTranslation("standby.search.help"), this::help)
                            .with(Icon.HEADSET))
                    .small(),
                new ActionButton(
                        new Action(
                            "all-items",
                            getTranslation("standby.search.all"),
                            () -> turn.go(new HomeStages.AllItems(false))))
                    .small()));
    nothing.getElement().setAttribute("data-found", "nothing");
    return nothing;
  }

  private void help() {
    frame().open(this::helpSheet);
  }

  private Overlay helpSheet() {
    var here = places.place(turn.language());
    return new Overlay(
            "help",
            getTranslation("ui.help.title"),
            Parts.lead(here.helpDuty()),
            Parts.span("yc-phone yc-num", here.helpPhone()))
        .keys(new Action("close", getTranslation("ui.help.close"), frame()::closeOverlay));
  }

  @Override
  protected Component keyboard() {
    return keyboard;
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(new Stage.Home());
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }
}
