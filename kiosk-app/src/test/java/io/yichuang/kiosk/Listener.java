package io.yichuang.kiosk;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Somebody who does not see the page: six keys to feel, and what is said. What is said is read from
 * the captions.
 */
final class Listener {
  /** More things than any page has. */
  private static final int MOST_STEPS = 80;

  private final Page page;

  /** All that was said, for whoever reads why it went wrong. */
  final List<String> heard = new ArrayList<>();

  Listener(Page page) {
    this.page = page;
  }

  String said() {
    String said = page.locator(".yc-caption").first().textContent();
    if (heard.isEmpty() || !heard.getLast().equals(said)) {
      heard.add(said);
    }
    return said;
  }

  private List<String> lately() {
    return heard.subList(Math.max(0, heard.size() - 30), heard.size());
  }

  void next() {
    page.keyboard().press("ArrowDown");
  }

  void before() {
    page.keyboard().press("ArrowUp");
  }

  void ok() {
    page.keyboard().press("Enter");
  }

  void help() {
    page.keyboard().press("F1");
  }

  /** Waits until something is said by itself. */
  void hear(String words) {
    try {
      await().atMost(Visitor.PATIENCE).until(() -> said().contains(words));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("never heard " + words + " but " + lately(), e);
    }
  }

  /** Goes down, else up, until it is read, and presses it. */
  void choose(String words) {
    find(words);
    ok();
  }

  /** Key by key on the keyboard of the page. */
  void type(String keys) {
    for (String key : keys.split("")) {
      choose(key + " 按键");
    }
  }

  void find(String words) {
    for (int step = 0; step < 2 * MOST_STEPS; step++) {
      if (said().startsWith(words)) {
        return;
      }
      if (step < MOST_STEPS) {
        next();
      } else {
        before();
      }
    }
    throw new AssertionError("nothing on this page is called " + words + ": " + lately());
  }
}
