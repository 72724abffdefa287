package io.yichuang.kiosk.devices;

import io.yichuang.vision.Availability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether pictures can be looked at here, and why not: for whoever looks after the terminal, at
 * {@code /actuator/health/vision}. The terminal itself stays up, without its cameras.
 */
@Component
class VisionHealthIndicator implements HealthIndicator {
  private final Seeing seeing;

  VisionHealthIndicator(Seeing seeing) {
    this.seeing = seeing;
  }

  @Override
  public Health health() {
    Health.Builder up = Health.up();
    return switch (seeing.known().orElse(null)) {
      case null -> up.withDetail("vision", "loading").build();
      case Availability.Ready() -> up.withDetail("vision", "ready").build();
      case Availability.Missing(String why) ->
          up.withDetail("vision", "missing").withDetail("why", why).build();
    };
  }
}
