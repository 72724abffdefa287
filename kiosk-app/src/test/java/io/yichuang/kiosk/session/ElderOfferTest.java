package io.yichuang.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.ui.Look;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElderOfferTest {
  private final ElderOffer offer =
      new ElderOffer(
          Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai")));

  private static Citizen born(String day) {
    return new Citizen("某人", "", "", LocalDate.parse(day), "1", "");
  }

  @ParameterizedTest
  @CsvSource({"1966-11-23,true", "1966-11-24,false", "1932-01-01,true", "2010-05-05,false"})
  void large_type_is_offered_from_the_sixtieth_birthday_on(String birth, boolean offered) {
    assertThat(offer.due(born(birth), Set.of())).isEqualTo(offered);
  }

  @Test
  void it_is_offered_once_and_to_the_next_citizen_again() {
    assertThat(offer.due(born("1940-01-01"), Set.of())).isTrue();
    assertThat(offer.due(born("1940-01-01"), Set.of())).isFalse();
    offer.forget();
    assertThat(offer.due(born("1940-01-01"), Set.of(Look.LOW_REACH))).isTrue();
  }

  @Test
  void who_has_large_type_already_is_not_asked() {
    assertThat(offer.due(born("1940-01-01"), Set.of(Look.ELDER))).isFalse();
  }
}
