package io.yichuang.kiosk.ui;

import java.util.List;

/**
 * Where a page stands in its journey: the stroke 一 is written from left to right.
 *
 * @param names steps in order, in the language of the page
 * @param now index of the present step, from 0; {@code names.size()} when all is done
 */
public record Steps(List<String> names, int now) {
  public Steps {
    names = List.copyOf(names);
    if (now < 0 || now > names.size()) {
      throw new IllegalArgumentException("step " + now + " of " + names.size());
    }
  }

  /** How much of the stroke is written: to the middle of the present step. */
  double done() {
    return now == names.size() ? 1 : (now + 0.5) / names.size();
  }
}
