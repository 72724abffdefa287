package io.yichuang.kiosk.standby;

import io.yichuang.kiosk.catalogue.Availability;
import io.yichuang.kiosk.catalogue.Availability.Shut;
import io.yichuang.kiosk.catalogue.CatalogueStore;
import io.yichuang.kiosk.catalogue.Icons;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.progress.ProgressStages;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.HomeModel;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.MachineNow;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What this machine offers now, honestly: what works, what does not and why. */
@Component
class Offers {
  private final CatalogueStore catalogue;
  private final Availability availability;
  private final Texts texts;
  private final Clock clock;

  Offers(CatalogueStore catalogue, Availability availability, Texts texts, Clock clock) {
    this.catalogue = catalogue;
    this.availability = availability;
    this.texts = texts;
    this.clock = clock;
  }

  List<ServiceItem> all() {
    return catalogue.current().items();
  }

  Optional<ServiceItem> item(String code) {
    return catalogue.current().item(code);
  }

  String version() {
    return catalogue.current().version();
  }

  Optional<Shut> shut(ServiceItem item) {
    return availability.shut(item);
  }

  MachineNow now(Locale language, boolean night) {
    var open = all().stream().filter(item -> shut(item).isEmpty()).toList();
    var closed = all().stream().filter(item -> shut(item).isPresent()).toList();
    var lines = new ArrayList<MachineNow.Line>();
    if (!open.isEmpty()) {
      int instant = (int) open.stream().filter(Offers::instant).count();
      lines.add(
          new MachineNow.Line(
              Light.GREEN,
              text("standby.can", language, open.size()),
              names(open, language),
              instant > 0 ? text("standby.at-once", language, instant) : ""));
    }
    if (!closed.isEmpty()) {
      lines.add(
          new MachineNow.Line(
              Light.RED,
              text("standby.stopped", language, closed.size()),
              names(closed, language),
              reason(shut(closed.getFirst()).orElseThrow(), language)));
    }
    if (all().isEmpty()) {
      lines.add(
          new MachineNow.Line(
              Light.RED,
              text("standby.nothing", language),
              text("standby.nothing.why", language),
              text("standby.nothing.when", language)));
    }
    var busiest = all().stream().limit(3).map(item -> item.name().in(language)).toList();
    return new MachineNow(lines, busiest, LocalTime.now(clock));
  }

  HomeModel home(Locale language) {
    var tiles =
        all().stream()
            .map(item ->
                new HomeModel.Offer(
                    item.code(),
                    Icons.named(item.icon()),
                    item.name().in(language),
                    note(item, language),
                    shut(item).isEmpty()))
            .toList();
    int applicable =
        (int)
            all().stream()
                .filter(item -> item.kind() != ServiceItem.Kind.QUERY && shut(item).isEmpty())
                .count();
    HomeModel.Down down =
        all().stream()
            .filter(item -> shut(item).isPresent())
            .findFirst()
            .map(item ->
                new HomeModel.Down(
                    text("standby.down", language, item.name().in(language)),
                    reason(shut(item).orElseThrow(), language)))
            .orElse(null);
    return new HomeModel(applicable, null, null, tiles, down);
  }

  /** Opens an item: its own page, or the search for cases. */
  void open(ServiceItem item, Turn turn) {
    turn.go(
        item.kind() == ServiceItem.Kind.QUERY
            ? new ProgressStages.Ways()
            : new HomeStages.Guide(item.code()));
  }

  /** How long it takes and what it costs, or why it is shut. */
  String note(ServiceItem item, Locale language) {
    Optional<Shut> shut = shut(item);
    if (shut.isPresent()) {
      return reason(shut.get(), language);
    }
    String minutes = text("standby.minutes", language, item.minutes());
    return instant(item) ? text("standby.at-once.minutes", language, item.minutes()) : minutes;
  }

  String reason(Shut shut, Locale language) {
    return switch (shut) {
      case Shut.Device(String device, boolean empty) ->
          text((empty ? "standby.shut.empty." : "standby.shut.device.") + device, language);
      case Shut.Network() -> text("standby.shut.network", language);
      case Shut.Closed() -> text("standby.shut.closed", language);
      case Shut.Identity() -> text("standby.shut.identity", language);
    };
  }

  private static boolean instant(ServiceItem item) {
    return item.kind() == ServiceItem.Kind.INSTANT;
  }

  private String names(List<ServiceItem> items, Locale language) {
    return items.stream()
        .limit(2)
        .map(item -> item.name().in(language))
        .collect(Collectors.joining(text("standby.and", language)));
  }

  private String text(String key, Locale language, Object... values) {
    return texts.getTranslation(key, language, values);
  }
}
