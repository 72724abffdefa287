package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.KioskProperties;
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

  /** A clear no counts more than a doubt: a second one ends it. */
  private static final int CLEAR_NO = 2;

  private final KioskProperties.Face face;
  private @Nullable FaceEngine engine;

  FaceChecks(KioskProperties properties) {
    face = properties.face();
  }

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
      var check =
          new FaceCheck(
              ready,
              portrait,
              new Thresholds(face.pass(), face.retry(), face.live(), face.frames()));
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

  /** Whether the citizen may try once more; after some the other ways come forward. */
  boolean another(Visit visit) {
    return visit.faceTries() < face.tries();
  }

  /** The citizen tried in vain. */
  void tried(Visit visit, Verdict verdict) {
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
