package io.yichuang.kiosk.catalogue;

import io.yichuang.kiosk.DurableFile;
import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue that this terminal works with: the platform's newest, or the last good one while
 * the platform is away. The file holds no personal data.
 */
@Service
public class CatalogueStore {
  private static final Logger log = LoggerFactory.getLogger(CatalogueStore.class);

  private final CatalogueSource source;
  private final JsonMapper json;
  private final Path lastGood;
  private volatile Catalogue current;

  CatalogueStore(CatalogueSource source, JsonMapper json, KioskProperties properties) {
    this.source = source;
    this.json = json;
    this.lastGood = properties.data().resolve("catalogue.json");
    this.current = readLastGood();
  }

  public Catalogue current() {
    return current;
  }

  /** Asks once a minute; a journey that has begun keeps the item it began with. */
  @Scheduled(fixedDelayString = "${kiosk.catalogue-refresh:PT1M}")
  public void refresh() {
    try {
      var newer = source.newerThan(current.version());
      if (newer.isPresent() && !newer.get().items().isEmpty()) {
        DurableFile.replace(lastGood, json.writeValueAsBytes(newer.get()));
        current = newer.get();
        log.info("catalogue {} with {} items", current.version(), current.items().size());
      }
    } catch (IOException e) {
      log.info("catalogue not refreshed, keeping {}: {}", current.version(), e.getMessage());
    }
  }

  private Catalogue readLastGood() {
    if (!Files.exists(lastGood)) {
      return Catalogue.EMPTY;
    }
    try {
      return json.readValue(Files.readAllBytes(lastGood), Catalogue.class);
    } catch (IOException | JacksonException e) {
      log.warn("the kept catalogue cannot be read and is not used: {}", e.getMessage());
      return Catalogue.EMPTY;
    }
  }
}
