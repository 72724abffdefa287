package io.yichuang.kiosk.material;

import io.yichuang.kiosk.session.Stage;

/** Pages around the basket. */
sealed interface MaterialStages extends Stage {
  @Override
  default Pace pace() {
    return Pace.FORM;
  }

  /** Sheets through the feeder. */
  record Feeder(String material) implements MaterialStages {}

  /** Sheets under the document camera, one by one. */
  record Camera(String material) implements MaterialStages {}

  /** The pages beside the sample. */
  record Review(String material) implements MaterialStages {}
}
