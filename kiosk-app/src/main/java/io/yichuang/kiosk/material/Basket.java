package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.SharedData;
import io.yichuang.kiosk.platform.Subject;
import io.yichuang.kiosk.session.Turn;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Fills what fills itself: the card, the records of other departments, what is looked at later. */
@Service
public class Basket {
  private static final Logger log = LoggerFactory.getLogger(Basket.class);

  private final Platform platform;

  /** What the platform itself said of a person who proved to be it by number and SMS. */
  private static final String IDENTITY = "identity";

  private final Clock clock;

  Basket(Platform platform, Clock clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /**
   * Fills the basket of the visit that this turn has in hand, then goes on in the page's thread.
   * What lies there already stays; what cannot be had now is left out. Does not block.
   */
  public void fill(Turn turn, Runnable then) {
    ServiceItem item = turn.visit().item().orElseThrow();
    Citizen citizen = turn.visit().citizen().orElseThrow();
    boolean card = turn.visit().means().containsKey(Visit.Means.ID_CARD);
    turn.work(
        () -> filled(item, citizen, card),
        came -> {
          Set<String> there = Set.copyOf(turn.visit().basket().keySet());
          came.forEach((id, collected) -> {
            if (!there.contains(id)) {
              turn.visit().collect(id, collected);
            }
          });
          then.run();
        });
  }

  /**
   * Asks everybody who may know.
   *
   * @param card whether the ID card itself was read; else the platform vouched for the person
   */
  Map<String, Collected> filled(ServiceItem item, Citizen citizen, boolean card) {
    var collected = new LinkedHashMap<String, Collected>();
    for (MaterialRule rule : item.materials()) {
      switch (rule.means()) {
        case CARD ->
            collected.put(
                rule.id(),
                card
                    ? new Collected.FromCard(clock.instant())
                    : new Collected.FromData(IDENTITY, clock.instant()));
        case LATER -> collected.put(rule.id(), new Collected.Later());
        case SHARED -> {
          String dataset = rule.dataset();
          if (dataset != null) {
            fetch(dataset, item, citizen, rule.id(), collected);
          }
        }
        case SCAN, PHOTO, PROMISE -> {
          // Somebody has to do these.
        }
      }
    }
    return collected;
  }

  private void fetch(
      String dataset,
      ServiceItem item,
      Citizen citizen,
      String material,
      Map<String, Collected> collected) {
    try {
      SharedData data =
          platform.sharedData(
              dataset,
              new Subject(citizen.idNumber(), citizen.name()),
              item.code(),
              Platform.Purpose.MATERIAL);
      collected.put(material, new Collected.FromData(dataset, data.fetchedAt()));
    } catch (PlatformException e) {
      log.info("{} is not shared now: {} {}", dataset, e.kind(), e.code());
    }
  }
}
