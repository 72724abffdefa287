package io.yichuang.kiosk.devices;

import io.yichuang.vision.Availability;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this machine can look at pictures. Loading the libraries takes a second, so they are
 * loaded beside the start, and until it is known the answer is yes.
 */
final class Seeing {
  private static final Logger log = LoggerFactory.getLogger(Seeing.class);

  private final Supplier<Availability> libraries;
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
  private boolean asked;

  Seeing(Supplier<Availability> libraries) {
    this.libraries = libraries;
  }

  boolean possible() {
    synchronized (this) {
      if (!asked) {
        asked = true;
        // A virtual thread would hold its carrier while a library is loaded.
        Thread.ofPlatform().name("vision-check").daemon().start(this::ask);
      }
    }
    return answer.getNow(true);
  }

  private void ask() {
    switch (libraries.get()) {
      case Availability.Ready() -> answer.complete(true);
      case Availability.Missing(String why) -> {
        log.warn("cameras are of no use here, the rest is served: {}", why);
        answer.complete(false);
      }
    }
  }
}
