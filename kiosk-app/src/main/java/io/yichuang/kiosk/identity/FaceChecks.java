package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.live.FaceModels;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.face.Challenge;
import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.Thresholds;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Comparisons of faces, if this terminal has the models; without them the other ways stand alone.
 */
@Component
class FaceChecks {
  private static final Logger log = LoggerFactory.getLogger(FaceChecks.class);

  /** Who uses one of these may not see what is asked, or not be able to do it. */
  private static final Set<Look> SPARED =
      EnumSet.of(Look.SPEECH, Look.HELPED, Look.LOW_REACH, Look.ELDER, Look.HIGH_CONTRAST);

  private final RandomGenerator lot = new SecureRandom();
  private final KioskProperties.Face face;
  private final FaceModels models;

  FaceChecks(KioskProperties properties, FaceModels models) {
    face = properties.face();
    this.models = models;
  }

  boolean available() {
    return models.available();
  }

  /**
   * A comparison with this portrait; empty if the portrait shows no usable face. Closing it wipes
   * it.
   *
   * @param challenge asked of who would pass without
   */
  Optional<FaceCheck> with(byte[] portrait, Optional<Challenge> challenge) {
    if (!available()) {
      return Optional.empty();
    }
    try {
      var check =
          new FaceCheck(
              models.engine(),
              portrait,
              new Thresholds(face.pass(), face.retry(), face.live(), face.frames()),
              challenge);
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

  /** Whether this terminal asks anything of a face at all. */
  boolean challenges() {
    return face.challenge() != KioskProperties.Face.Challenge.NONE;
  }

  /** What is asked at this try; nothing of who goes by voice, sits, is helped or sees badly. */
  Optional<Challenge> challenge(Set<Look> looks) {
    return challenge(face.challenge(), looks, lot);
  }

  static Optional<Challenge> challenge(
      KioskProperties.Face.Challenge configured, Set<Look> looks, RandomGenerator lot) {
    if (looks.stream().anyMatch(SPARED::contains)) {
      return Optional.empty();
    }
    return switch (configured) {
      case NONE -> Optional.empty();
      case TURN -> Optional.of(lot.nextBoolean() ? Challenge.TURN_LEFT : Challenge.TURN_RIGHT);
      case BLINK -> Optional.of(Challenge.BLINK);
    };
  }

  /** Whether the citizen may try once more; after some the other ways come forward. */
  boolean another(Visit visit) {
    return visit.faceTries() < face.tries();
  }

  /** The citizen tried in vain; a clear no is one try, as a doubt is. */
  void tried(Visit visit) {
    visit.triedFace();
  }
}
