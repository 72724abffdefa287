package io.yichuang.kiosk.live;

import io.yichuang.vision.Availability;
import io.yichuang.vision.Vision;
import io.yichuang.vision.face.FaceEngine;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models of faces, loaded once for all that looks at them, when they are first needed. */
@Component
public class FaceModels {
  private @Nullable FaceEngine engine;

  /** Whether pictures can be looked at on this machine. */
  public boolean available() {
    return Vision.availability() instanceof Availability.Ready;
  }

  /**
   * The models. The first call loads them (some 100 ms): not in the page's thread.
   *
   * @throws IllegalStateException when they are not {@link #available}
   */
  public synchronized FaceEngine engine() {
    FaceEngine ready = engine;
    if (ready == null) {
      ready = FaceEngine.load();
      engine = ready;
    }
    return ready;
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
