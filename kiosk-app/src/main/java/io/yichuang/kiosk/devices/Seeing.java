package io.yichuang.kiosk.devices;

import io.yichuang.vision.Availability;
import io.yichuang.vision.Vision;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether this machine can look at pictures. Loading the libraries takes a second, so they are
 * loaded beside the start, and until it is known the answer is yes.
 */
@Component
final class Seeing {
  private static final Logger log = LoggerFactory.getLogger(Seeing.class);

  private final Supplier<Availability> libraries;
  private final CompletableFuture<Availability> answer = new CompletableFuture<>();
  private boolean asked;

  @Autowired
  Seeing() {
    this(Vision::availability);
  }

  Seeing(Supplier<Availability> libraries) {
    this.libraries = libraries;
  }

  boolean possible() {
    return !(known().orElse(new Availability.Ready()) instanceof Availability.Missing);
  }

  /** What came of loading them; empty until it is known. */
  Optional<Availability> known() {
    synchronized (this) {
      if (!asked) {
        asked = true;
        // A virtual thread would hold its carrier while a library is loaded.
        Thread.ofPlatform().name("vision-check").daemon().start(this::ask);
      }
    }
    return Optional.ofNullable(answer.getNow(null));
  }

  private void ask() {
    Availability found = libraries.get();
    if (found instanceof Availability.Missing(String why)) {
      log.warn("cameras are of no use here, the rest is served: {}", why);
    }
    answer.complete(found);
  }
}
