package io.yichuang.kiosk.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * All items, as the platform serves them.
 *
 * @param version changes with every change of an item; goes with every submission
 */
public record Catalogue(String version, List<ServiceItem> items) {
  /** Before the first contact with the platform. */
  public static final Catalogue EMPTY = new Catalogue("", List.of());

  public Optional<ServiceItem> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }
}
