package io.yichuang.kiosk.identity;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether a card lies on the reader whose owner has gone: for whoever looks after the terminal, at
 * {@code /actuator/health/leftCard}. The terminal itself stays up.
 */
@Component
class LeftCardHealthIndicator implements HealthIndicator {
  private final LeftCard leftCard;

  LeftCardHealthIndicator(LeftCard leftCard) {
    this.leftCard = leftCard;
  }

  @Override
  public Health health() {
    return Health.up().withDetail("forgotten", leftCard.forgotten()).build();
  }
}
