package io.yichuang.kiosk.standby;

import io.yichuang.kiosk.catalogue.Availability.Shut;
import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Tile;
import java.util.List;
import java.util.Optional;

/** Every item of this machine; what is shut says why. */
final class AllItemsScreen extends Screen {
  private final Offers offers;
  private final boolean atOnce;
  private final Turn turn;

  AllItemsScreen(Offers offers, boolean atOnce, Turn turn) {
    super("items");
    this.offers = offers;
    this.atOnce = atOnce;
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation(atOnce ? "standby.items.at-once" : "standby.items.title");
  }

  @Override
  protected String sub() {
    return getTranslation("standby.items.sub");
  }

  @Override
  protected List<Optional<Shut>> watched() {
    return offers.all().stream().map(offers::shut).toList();
  }

  @Override
  protected void render() {
    for (ServiceItem item : offers.all()) {
      if (atOnce && item.kind() != ServiceItem.Kind.INSTANT) {
        continue;
      }
      var tile =
          new Tile(
                  "item-" + item.code(),
                  Icons.named(item.icon()),
                  item.name().in(turn.language()),
                  item.summary().in(turn.language()),
                  () -> offers.open(item, turn))
              .wide(offers.note(item, turn.language()));
      add(offers.shut(item).isPresent() ? tile.shut() : tile);
    }
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(new Stage.Home());
  }
}
