package io.yichuang.kiosk.standby;

import io.yichuang.kiosk.catalogue.ItemSearch;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.identity.LeftCard;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.progress.ProgressStages;
import io.yichuang.kiosk.rehearsal.RehearsalStages;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Places;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.HomeScreen;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.StandbyScreen;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Standby, home, all items, and the page that says what an item is. */
@Component
class StandbyScreens implements Screens {
  private final Offers offers;
  private final Clock clock;
  private final Places places;
  private final LeftCard leftCard;
  private final ItemSearch search;
  private final ObjectProvider<KioskKeyboard> keyboards;

  StandbyScreens(
      Offers offers,
      Clock clock,
      Places places,
      LeftCard leftCard,
      ItemSearch search,
      ObjectProvider<KioskKeyboard> keyboards) {
    this.search = search;
    this.keyboards = keyboards;
    this.offers = offers;
    this.clock = clock;
    this.places = places;
    this.leftCard = leftCard;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case Stage.Standby() -> Optional.of(standby(turn));
      case Stage.Home() -> Optional.of(home(turn));
      case HomeStages.AllItems(boolean atOnce) ->
          Optional.of(new AllItemsScreen(offers, atOnce, turn));
      case HomeStages.Search() ->
          Optional.of(new SearchScreen(offers, search, keyboards.getObject(), places, turn));
      case HomeStages.Guide(String code) -> offers.item(code).map(item -> guide(item, turn));
      default -> Optional.empty();
    };
  }

  private StandbyScreen standby(Turn turn) {
    return new StandbyScreen(
        places::place,
        clock,
        offers::now,
        () -> leftCard.reminder().map(now -> new StandbyScreen.Notice(now.words(), now.step())),
        () -> turn.go(new Stage.Home()),
        look -> {
          turn.look(look);
          turn.go(new Stage.Home());
        });
  }

  private HomeScreen home(Turn turn) {
    return new HomeScreen(
        clock,
        offers::home,
        verb -> {
          switch (verb) {
            case APPLY -> turn.go(new HomeStages.AllItems(false));
            case LOOK -> turn.go(new ProgressStages.Ways());
            case TAKE -> turn.go(new HomeStages.AllItems(true));
          }
        },
        code -> choose(code, turn),
        () -> turn.go(new HomeStages.Search()),
        () -> turn.go(new HomeStages.AllItems(false)),
        () -> turn.go(new RehearsalStages.Intro()),
        new HomeScreen.Known(
            () -> turn.visit().citizen().map(who -> Masked.name(who.name())),
            () -> turn.end(EndReason.FINISHED)));
  }

  private void choose(String code, Turn turn) {
    offers.item(code).ifPresent(item -> offers.open(item, turn));
  }

  private Screen guide(ServiceItem item, Turn turn) {
    return new GuideScreen(item, offers, turn);
  }
}
