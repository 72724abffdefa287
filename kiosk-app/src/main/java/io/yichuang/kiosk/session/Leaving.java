package io.yichuang.kiosk.session;

import io.yichuang.kiosk.journey.Visit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Looks at what a citizen has done before it is wiped. A bean of the feature that keeps drafts.
 * Called in the page's thread.
 */
public interface Leaving {
  /** The last day until which this would be kept; empty if there is nothing to keep. */
  Optional<LocalDate> until(Visit visit);

  /** The turn ends now; what is not kept here is gone. */
  void ends(Visit visit, EndReason reason);
}
