package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the action row: quiet ways out at the left, then one azurite button or, while the
 * machine waits, a bar saying what it waits for. {@code own} replaces the whole row where a page
 * needs its own keys.
 */
public record Actions(
    List<Action> ways,
    @Nullable Action primary,
    @Nullable WaitingBar waiting,
    @Nullable Component own) {
  public Actions {
    ways = List.copyOf(ways);
  }

  /** No action row at all: the work area reaches down to the sill. */
  public static Actions none() {
    return new Actions(List.of(), null, null, null);
  }

  /** Only quiet keys so far; see {@link #go} and {@link #waiting}. */
  public static Actions quiet(Action... quiet) {
    return new Actions(List.of(quiet), null, null, null);
  }

  /** Keys of the page's own making. */
  public static Actions own(Component component) {
    return new Actions(List.of(), null, null, component);
  }

  /** With the one azurite button. */
  public Actions go(Action primary) {
    return new Actions(ways, primary, null, null);
  }

  /** With a waiting bar instead of a button. */
  public Actions waiting(WaitingBar bar) {
    return new Actions(ways, null, bar, null);
  }

  boolean isEmpty() {
    return ways.isEmpty() && primary == null && waiting == null && own == null;
  }
}
