package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.vision.check.Doubt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Puts pages into the basket, has each read beside, and compares what they say with the case once
 * all were read. Nobody waits for it: pages may be kept, dropped or submitted meanwhile. All in the
 * page's thread but the reading.
 */
@Service
public class MaterialCheck {
  private final PageReader reader;
  private final Originals originals;
  private final Clock clock;

  MaterialCheck(PageReader reader, Originals originals, Clock clock) {
    this.reader = reader;
    this.originals = originals;
    this.clock = clock;
  }

  /**
   * These are the pages of the material now.
   *
   * @param fresh those of them that came just now and are to be read
   */
  void collect(
      Turn turn, MaterialRule rule, List<Collected.Page> pages, List<Collected.Page> fresh) {
    turn.visit().collect(rule.id(), new Collected.Scanned(pages));
    originals.keepOnly(turn.visit());
    compare(turn, rule);
    read(turn, rule, List.copyOf(fresh));
  }

  /** Pages that their owner scanned another day lie in the basket again, and are read again. */
  public void resume(Turn turn, MaterialRule rule, List<Collected.Page> pages) {
    collect(turn, rule, pages, pages);
  }

  /** One after the other: two hundred pages are not to wait on two hundred threads. */
  private void read(Turn turn, MaterialRule rule, List<Collected.Page> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Collected.Page page = fresh.getFirst();
    turn.work(
        () -> reader.read(page, turn::current),
        read -> {
          came(turn, rule, page, read);
          read(turn, rule, fresh.subList(1, fresh.size()));
        });
  }

  /** The same for one page that came from a photo. */
  void collect(
      Turn turn,
      MaterialRule rule,
      List<Collected.Page> pages,
      Collected.Page fresh,
      Original original) {
    originals.remember(turn, fresh, original);
    collect(turn, rule, pages, List.of(fresh));
  }

  /** The photo that a page was made from; empty for one that was scanned. */
  Optional<Original> original(Collected.Page page) {
    return originals.of(page);
  }

  /** The citizen saw what does not seem to fit, and uses the pages all the same. */
  void keep(Turn turn, MaterialRule rule) {
    if (turn.visit().basket().get(rule.id()) instanceof Collected.Scanned(var pages, var check)
        && check != null) {
      turn.visit()
          .collect(
              rule.id(), new Collected.Scanned(pages, new Collected.Check(check.doubts(), true)));
    }
  }

  /**
   * Answers may have been corrected since: what was read is compared once more. A doubt that the
   * citizen overruled stays so while it is the same.
   *
   * @return whether something has to be looked at now
   */
  public boolean again(Turn turn) {
    var item = turn.visit().item();
    if (item.isEmpty()) {
      return false;
    }
    for (MaterialRule rule : item.get().materials()) {
      if (turn.visit().basket().get(rule.id()) instanceof Collected.Scanned(var pages, var check)
          && check != null) {
        var doubts = doubts(turn, rule, pages).orElse(check.doubts());
        boolean kept = check.kept() && new HashSet<>(check.doubts()).containsAll(doubts);
        turn.visit()
            .collect(rule.id(), new Collected.Scanned(pages, new Collected.Check(doubts, kept)));
      }
    }
    return turn.visit().basket().values().stream().anyMatch(MaterialCheck::toLookAt);
  }

  /** Whether something does not seem to fit that the citizen was not told yet. */
  static boolean toLookAt(@Nullable Collected collected) {
    return collected instanceof Collected.Scanned(var pages, var check)
        && check != null
        && !check.kept()
        && !check.doubts().isEmpty();
  }

  private void came(Turn turn, MaterialRule rule, Collected.Page asked, Collected.Page read) {
    if (turn.visit().basket().get(rule.id()) instanceof Collected.Scanned(var pages, var check)) {
      var now = new ArrayList<>(pages);
      // A page that was dropped or taken again meanwhile is none of them.
      now.replaceAll(page -> Arrays.equals(page.jpeg(), asked.jpeg()) ? read : page);
      originals.became(asked, read);
      turn.visit().collect(rule.id(), new Collected.Scanned(now, check));
      compare(turn, rule);
    }
  }

  private void compare(Turn turn, MaterialRule rule) {
    if (turn.visit().basket().get(rule.id()) instanceof Collected.Scanned(var pages, var check)
        && check == null) {
      doubts(turn, rule, pages)
          .ifPresent(doubts ->
              turn.visit()
                  .collect(
                      rule.id(), new Collected.Scanned(pages, new Collected.Check(doubts, false))));
    }
  }

  /** What does not seem to fit; empty while not all pages are read, or if nothing is to be told. */
  private Optional<List<Doubt>> doubts(Turn turn, MaterialRule rule, List<Collected.Page> pages) {
    // After the submission the case is closed; another item may be in hand by now.
    var citizen = turn.visit().citizen();
    var prints = pages.stream().map(Collected.Page::print).filter(Objects::nonNull).toList();
    if (citizen.isEmpty()
        || turn.visit().item().flatMap(item -> item.material(rule.id())).isEmpty()
        || pages.isEmpty()
        || prints.size() < pages.size()) {
      return Optional.empty();
    }
    var counting = turn.visit().journey().counting();
    return Expectations.told(
        rule, Expectations.doubts(rule, citizen.get(), counting, prints, LocalDate.now(clock)));
  }
}
