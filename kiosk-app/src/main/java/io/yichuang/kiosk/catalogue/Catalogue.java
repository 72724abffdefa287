package io.yichuang.kiosk.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All items, as the platform serves them.
 *
 * @param version changes with every change of an item; goes with every submission
 */
public record Catalogue(String version, List<ServiceItem> items) {
  /** It goes over the wire as an entity tag (RFC 9110 8.8.3). */
  private static final Pattern VERSION = Pattern.compile("[!#-~]{0,64}");

  /** Before the first contact with the platform. */
  public static final Catalogue EMPTY = new Catalogue("", List.of());

  public Catalogue {
    if (version != null && !VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("the version is no entity tag");
    }
  }

  public Optional<ServiceItem> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }
}
