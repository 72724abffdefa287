package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.PlatformException;
import java.util.List;

/** What came of asking the platform for cases. */
sealed interface CaseSearch {
  record Found(List<CaseFile> cases) implements CaseSearch {
    @Override
    public String toString() {
      return "Found[" + cases.size() + "]";
    }
  }

  /** The code is no code: its check digits do not fit. */
  record BadCode() implements CaseSearch {}

  record NotNow() implements CaseSearch {}

  /** Asks. */
  static CaseSearch of(Asking asking) {
    try {
      return new Found(asking.ask());
    } catch (PlatformException e) {
      return e.kind() == PlatformException.Kind.REFUSED ? new BadCode() : new NotNow();
    }
  }

  /** One question to the platform. */
  interface Asking {
    List<CaseFile> ask() throws PlatformException;
  }
}
