package io.yichuang.kiosk.platform;

import io.yichuang.kiosk.catalogue.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A record of another department. Personal.
 *
 * @param recordedOn when the department wrote it
 * @param fetchedAt when the platform fetched it
 */
public record SharedData(
    String dataset,
    LocalText department,
    LocalDate recordedOn,
    Instant fetchedAt,
    Map<String, String> fields) {
  public SharedData {
    fields = Map.copyOf(fields);
  }

  @Override
  public String toString() {
    return "SharedData[" + dataset + "]";
  }
}
