package io.yichuang.kiosk.rating;

import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** 好差评: one tap, once a case; a citizen never waits for it, and never has to give one. Blocks. */
@Service
public class Ratings {
  private static final Logger log = LoggerFactory.getLogger(Ratings.class);

  private final Platform platform;

  Ratings(Platform platform) {
    this.platform = platform;
  }

  /**
   * Tells the platform.
   *
   * @param level 5 very satisfied to 1 very dissatisfied
   * @return whether it was noted
   */
  public boolean rate(String code, int level) {
    try {
      platform.rate(code, level);
      return true;
    } catch (PlatformException e) {
      log.info("a rating was not noted: {} {}", e.kind(), e.code());
      return false;
    }
  }
}
