package io.yichuang.kiosk.material;

import io.yichuang.kiosk.session.Stage;
import io.yichuang.vision.page.Finding;
import java.util.List;
import java.util.Set;

/** Pages around the basket. */
sealed interface MaterialStages extends Stage {
  @Override
  default Pace pace() {
    return Pace.FORM;
  }

  /** The citizen fetches papers; nothing of theirs is shown meanwhile. */
  record Away() implements MaterialStages {
    @Override
    public Pace pace() {
      return Pace.PAUSE;
    }
  }

  /** Sheets through the feeder. */
  record Feeder(String material) implements MaterialStages {}

  /**
   * Sheets under the document camera, one by one.
   *
   * @param page the page to take again, from 0; -1 for a further one
   */
  record Camera(String material, int page) implements MaterialStages {
    Camera(String material) {
      this(material, -1);
    }
  }

  /**
   * The corners of a photographed sheet, to be dragged.
   *
   * @param page from 0
   */
  record MoveCorners(String material, int page) implements MaterialStages {}

  /**
   * The pages beside the sample.
   *
   * @param findings what the cleaner saw, by page; empty when the pages are looked at again later
   * @param told key of a word about the job, or empty
   * @param page the page to show and the first that the findings are about, from 0; -1 for those
   *     that came last
   */
  record Review(String material, List<Set<Finding>> findings, String told, int page)
      implements MaterialStages {
    Review(String material, List<Set<Finding>> findings, String told) {
      this(material, findings, told, -1);
    }
  }

  /**
   * A photo for a certificate is taken.
   *
   * @param earlier the one that lies in the basket and may be bettered; empty or one
   */
  record Photo(String material, List<Shot> earlier) implements MaterialStages {}

  /**
   * The photo beside what is asked of it, or two to choose from.
   *
   * @param shots one or two, the latest last
   */
  record Photos(String material, List<Shot> shots) implements MaterialStages {}
}
