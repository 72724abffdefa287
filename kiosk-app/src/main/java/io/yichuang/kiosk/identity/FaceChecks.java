package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.journey.Visit;
import io.yichuang.vision.Availability;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.Thresholds;
import io.yichuang.vision.face.Verdict;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The face engine of this terminal, if its libraries are there; without it the other ways stand
 * alone.
 */
@Component
class FaceChecks {
  private static final Logger log = LoggerFactory.getLogger(FaceChecks.class);

  /** After so many tries in one turn the other ways come forward: nobody may try until it fits. */
  private static final int TRIES = 3;

  /** A clear no counts more than a doubt: a second one ends it. */
  private static final int CLEAR_NO = 2;

  private @Nullable FaceEngine engine;

  boolean available() {
    return Vision.availability() instanceof Availability.Ready;
  }

  /**
   * A comparison with this portrait; empty if the portrait shows no usable face. Closing it wipes
   * it.
   */
  synchronized Optional<FaceCheck> with(byte[] portrait) {
    if (!available()) {
      return Optional.empty();
    }
    FaceEngine ready = engine;
    if (ready == null) {
      ready = FaceEngine.load();
      engine = ready;
    }
    try {
      var check = new FaceCheck(ready, portrait, Thresholds.usual());
      if (check.portraitUsable()) {
        return Optional.of(check);
      }
      check.close();
      log.info("the portrait shows no usable face");
    } catch (UnreadableImageException e) {
      log.info("the portrait cannot be read: {}", e.getMessage());
    }
    return Optional.empty();
  }

  /** Whether the citizen may try once more. */
  static boolean another(Visit visit) {
    return visit.faceTries() < TRIES;
  }

  /** The citizen tried in vain. */
  static void tried(Visit visit, Verdict verdict) {
    visit.triedFace(verdict == Verdict.FAIL ? CLEAR_NO : 1);
  }

  @PreDestroy
  synchronized void close() {
    FaceEngine loaded = engine;
    if (loaded != null) {
      loaded.close();
      engine = null;
    }
  }
}
