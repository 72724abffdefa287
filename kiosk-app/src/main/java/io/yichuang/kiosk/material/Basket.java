package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.SharedData;
import io.yichuang.kiosk.platform.Subject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Fills what fills itself: the card, the records of other departments, what is looked at later.
 * Blocks.
 */
@Service
public class Basket {
  private static final Logger log = LoggerFactory.getLogger(Basket.class);

  private final Platform platform;
  private final Clock clock;

  Basket(Platform platform, Clock clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /** What came without anybody doing anything. */
  public record Filled(Map<String, Collected> collected, Map<String, SharedData> records) {
    @Override
    public String toString() {
      return "Filled" + collected.keySet();
    }
  }

  /** Asks everybody who may know; what cannot be had now is left out. */
  public Filled fill(ServiceItem item, Citizen citizen) {
    var collected = new LinkedHashMap<String, Collected>();
    var records = new LinkedHashMap<String, SharedData>();
    for (MaterialRule rule : item.materials()) {
      switch (rule.means()) {
        case CARD -> collected.put(rule.id(), new Collected.FromCard(clock.instant()));
        case LATER -> collected.put(rule.id(), new Collected.Later());
        case SHARED -> {
          String dataset = rule.dataset();
          if (dataset != null) {
            fetch(dataset, item, citizen, rule.id(), collected, records);
          }
        }
        case SCAN, PROMISE -> {
          // Somebody has to do these.
        }
      }
    }
    return new Filled(collected, records);
  }

  private void fetch(
      String dataset,
      ServiceItem item,
      Citizen citizen,
      String material,
      Map<String, Collected> collected,
      Map<String, SharedData> records) {
    try {
      SharedData data =
          platform.sharedData(
              dataset,
              new Subject(citizen.idNumber(), citizen.name()),
              item.code(),
              Platform.Purpose.MATERIAL);
      collected.put(material, new Collected.FromData(dataset, data.fetchedAt()));
      records.put(material, data);
    } catch (PlatformException e) {
      log.info("{} is not shared now: {} {}", dataset, e.kind(), e.code());
    }
  }
}
