package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.session.TurnEnded;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The photos behind the pages of the running turn, so that a sheet can be cut anew. Overwritten as
 * soon as the page is in no basket any more, at the latest with the turn. Any thread.
 */
@Service
class Originals {
  /** By the very bytes of the page: two pages may look alike. */
  private final IdentityHashMap<byte[], Original> photos = new IdentityHashMap<>();

  private long epoch;

  /** This page was made from that photo. */
  synchronized void remember(Turn turn, Collected.Page page, Original original) {
    if (turn.epoch() != epoch) {
      wipe();
      epoch = turn.epoch();
    }
    photos.put(page.jpeg(), original);
  }

  /** The page was turned upright: its picture is another, its photo the same. */
  synchronized void became(Collected.Page before, Collected.Page after) {
    Original original = photos.remove(before.jpeg());
    if (original != null) {
      photos.put(after.jpeg(), original);
    }
  }

  /** The photo of a page; empty for one that was scanned. */
  synchronized Optional<Original> of(Collected.Page page) {
    return Optional.ofNullable(photos.get(page.jpeg()));
  }

  /** Pages that were dropped or taken again: nobody needs their photos. */
  synchronized void keepOnly(Visit visit) {
    Set<byte[]> pages = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<byte[]> frames = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Collected collected : visit.basket().values()) {
      if (collected instanceof Collected.Scanned scanned) {
        scanned.pages().forEach(page -> pages.add(page.jpeg()));
      }
    }
    photos.forEach((page, original) -> {
      if (pages.contains(page)) {
        frames.add(original.frame());
      }
    });
    photos.forEach((page, original) -> {
      if (!frames.contains(original.frame())) {
        Arrays.fill(original.frame(), (byte) 0);
      }
    });
    photos.keySet().removeIf(page -> !pages.contains(page));
  }

  @EventListener
  synchronized void ended(TurnEnded turn) {
    if (turn.epoch() >= epoch) {
      wipe();
    }
  }

  private void wipe() {
    photos.values().forEach(original -> Arrays.fill(original.frame(), (byte) 0));
    photos.clear();
  }
}
