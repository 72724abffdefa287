package io.yichuang.kiosk.catalogue;

import java.util.Optional;

/** Where catalogues come from. */
public interface CatalogueSource {
  /**
   * The catalogue if it is another than {@code version}; empty if that is the newest.
   *
   * @throws java.io.IOException if the platform cannot be reached or does not make sense
   */
  Optional<Catalogue> newerThan(String version) throws java.io.IOException;
}
