package io.yichuang.kiosk.standby;

import io.yichuang.kiosk.catalogue.Availability.Shut;
import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.catalogue.ServiceItem.TimeLimit;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Chip;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.MaterialRow;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import io.yichuang.kiosk.ui.SummaryRow;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an item is, before it begins: how long, what it costs, what is needed, what comes of it. */
final class GuideScreen extends Screen {
  private static final double FEN_PER_YUAN = 100;

  private final ServiceItem item;
  private final Offers offers;
  private final Turn turn;

  GuideScreen(ServiceItem item, Offers offers, Turn turn) {
    super("guide");
    this.item = item;
    this.offers = offers;
    this.turn = turn;
  }

  @Override
  protected String eyebrow() {
    return item.department().in(turn.language());
  }

  @Override
  protected String title() {
    return item.name().in(turn.language());
  }

  @Override
  protected String sub() {
    return item.summary().in(turn.language());
  }

  @Override
  protected void render() {
    Locale language = turn.language();
    var facts =
        Sheet.list(
            new SummaryRow(
                getTranslation("standby.guide.here"),
                getTranslation("standby.minutes", item.minutes()),
                null),
            new SummaryRow(
                getTranslation("standby.guide.fee"),
                getTranslation(
                    "standby.guide.yuan",
                    NumberFormat.getNumberInstance(Locale.ROOT)
                        .format(item.fee().fen() / FEN_PER_YUAN)),
                item.fee().note().in(language)));
    TimeLimit promised = item.limits().promised();
    TimeLimit legal = item.limits().legal();
    if (item.kind() == ServiceItem.Kind.INSTANT) {
      facts.add(
          new SummaryRow(
              getTranslation("standby.guide.done"), getTranslation("standby.guide.at-once"), null));
    } else if (promised != null) {
      facts.add(
          new SummaryRow(
              getTranslation("standby.guide.done"),
              days(promised),
              legal == null ? null : getTranslation("standby.guide.legal", days(legal))));
    }
    item.results().stream()
        .findFirst()
        .ifPresent(result ->
            facts.add(
                new SummaryRow(
                    getTranslation("standby.guide.result"), result.name().in(language), null)));
    add(facts, Parts.head(getTranslation("standby.guide.materials")));
    var list = Sheet.list();
    for (MaterialRule rule : item.materials()) {
      list.add(
          new MaterialRow(
              Icons.named(rule.icon()),
              rule.name().in(language),
              rule.note().in(language),
              chip(rule),
              MaterialRow.State.DONE,
              List.of()));
    }
    add(list);
  }

  private Chip chip(MaterialRule rule) {
    String word = getTranslation("standby.means." + rule.means().name().toLowerCase(Locale.ROOT));
    return switch (rule.means()) {
      case CARD, SHARED -> Chip.of(Light.GREEN, word);
      case SCAN, PHOTO, PROMISE -> Chip.of(Chip.Kind.LINE, word);
      case LATER -> Chip.of(Chip.Kind.PLAIN, word);
    };
  }

  private String days(TimeLimit limit) {
    return getTranslation(
        "standby.days." + limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        limit.value());
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(
            new Action("begin", getTranslation("standby.guide.begin"), this::begin)
                .onlyIf(offers.shut(item).isEmpty()));
  }

  @Override
  protected Optional<Shut> watched() {
    return offers.shut(item);
  }

  private void begin() {
    turn.visit().begin(item, offers.version());
    // Somebody who is recognised already passes it at once, and what is known of him is fetched for
    // this item too.
    turn.go(new Stage.At(new Step.Identify()));
  }

  @Override
  protected @Nullable Runnable back() {
    return () -> turn.go(new Stage.Home());
  }
}
