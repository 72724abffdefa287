package io.yichuang.kiosk.material;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Chip;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How each material of the basket stands, in the language of the page. */
final class BasketWords {
  private final Component page;
  private final Turn turn;
  private final Clock clock;

  BasketWords(Component page, Turn turn, Clock clock) {
    this.page = page;
    this.turn = turn;
    this.clock = clock;
  }

  /**
   * Where it came from, or what is to be done.
   *
   * @param asked whether the shared data were asked already
   */
  String note(MaterialRule rule, @Nullable Collected collected, boolean asked) {
    if (collected == null) {
      boolean away = asked && rule.means() == MaterialRule.Means.SHARED;
      String words = rule.scannable() ? "material.not-shared" : "material.not-shared.wait";
      return away ? page.getTranslation(words) : rule.note().in(turn.language());
    }
    return switch (collected) {
      case Collected.FromCard(var at) -> page.getTranslation("material.from-card");
      case Collected.FromData(var dataset, var at) -> {
        ZonedDateTime when = at.atZone(clock.getZone());
        yield page.getTranslation(
            "material.from-data",
            String.format(Locale.ROOT, "%02d:%02d", when.getHour(), when.getMinute()));
      }
      case Collected.Scanned(var pages, var check) ->
          page.getTranslation("material.scanned", pages.size());
      case Collected.Photo(var photo, var doubts) ->
          page.getTranslation(doubts.isEmpty() ? "material.photo.taken" : "material.photo.doubted");
      case Collected.Promised(var at) -> page.getTranslation("material.promised");
      case Collected.Later() ->
          rule.means() == MaterialRule.Means.PHOTO
              ? page.getTranslation("material.photo.later")
              : rule.note().in(turn.language());
    };
  }

  /** In a word. */
  Chip chip(MaterialRule rule, @Nullable Collected collected) {
    if (collected == null) {
      return switch (rule.means()) {
        case PROMISE ->
            Chip.of(Chip.Kind.LINE, Icon.PENCIL, page.getTranslation("material.chip.promise"));
        case PHOTO ->
            Chip.of(Chip.Kind.LINE, Icon.CAMERA, page.getTranslation("material.chip.photo"));
        case CARD, SHARED, SCAN, LATER ->
            Chip.of(Chip.Kind.LINE, Icon.SCAN, page.getTranslation("material.chip.scan"));
      };
    }
    return switch (collected) {
      case Collected.FromCard(var at) ->
          Chip.of(Light.GREEN, page.getTranslation("material.chip.free"));
      case Collected.FromData(var dataset, var at) ->
          Chip.of(Light.GREEN, page.getTranslation("material.chip.free"));
      case Collected.Scanned(var pages, var check) ->
          MaterialCheck.toLookAt(collected)
              ? Chip.of(Light.YELLOW, page.getTranslation("material.chip.look"))
              : Chip.of(Light.GREEN, page.getTranslation("material.chip.scanned"));
      case Collected.Photo(var photo, var doubts) ->
          Chip.of(Light.GREEN, page.getTranslation("material.chip.taken"));
      case Collected.Promised(var at) ->
          Chip.of(Light.GREEN, page.getTranslation("material.chip.promised"));
      case Collected.Later() ->
          Chip.of(
              Chip.Kind.PLAIN,
              Icon.CALENDAR,
              page.getTranslation(
                  rule.means() == MaterialRule.Means.PHOTO
                      ? "material.chip.window"
                      : "material.chip.later"));
    };
  }
}
