package io.yichuang.kiosk.submission;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How many submissions wait for the platform, and how many it refused: for whoever keeps the
 * terminal alive, at {@code /actuator/health/submissions}. The terminal itself stays up.
 */
@Component
class SubmissionsHealthIndicator implements HealthIndicator {
  private final Journal journal;

  SubmissionsHealthIndicator(Journal journal) {
    this.journal = journal;
  }

  @Override
  public Health health() {
    var counts = journal.counts();
    return Health.up()
        .withDetail("pending", counts.getOrDefault("pending", 0L))
        .withDetail("refused", counts.getOrDefault("refused", 0L))
        .build();
  }
}
