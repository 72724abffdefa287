package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.session.Stage;
import java.util.List;

/** Pages of 查进度. */
public sealed interface ProgressStages extends Stage {
  /** By card or by code? */
  record Ways() implements ProgressStages {}

  /** Type the supervision code. */
  record ByCode() implements ProgressStages {
    @Override
    public Pace pace() {
      return Pace.FORM;
    }
  }

  /**
   * Prove more: a certificate is for nobody else than its owner.
   *
   * @param item whose certificate it is
   * @param level to reach
   */
  record Verify(String item, ServiceItem.Assurance level) implements ProgressStages {}

  /** The platform cannot be asked now. */
  record NotNow() implements ProgressStages {}

  /**
   * The cases that were found.
   *
   * @param byCode found by a code alone: the platform masks the name
   */
  record Cases(List<CaseFile> cases, boolean byCode) implements ProgressStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }

    @Override
    public String toString() {
      return "Cases[" + cases.size() + "]";
    }
  }
}
