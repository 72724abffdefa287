package io.yichuang.kiosk.platform;

import java.io.IOException;
import java.util.List;

/** The platform said no, or nothing. Messages hold no personal data. */
public class PlatformException extends IOException {
  private static final long serialVersionUID = 1;

  /** What can be done about it. */
  public enum Kind {
    /** It cannot be reached, or not in time. Whether a submission arrived is not known. */
    UNREACHABLE,
    /** It answered with something that is no answer. Whether a submission arrived is not known. */
    NONSENSE,
    /** It answered with an error of its own; it will be better later. */
    TROUBLED,
    /** It understood and refused; trying the same again is no use. */
    REFUSED
  }

  private final Kind kind;
  private final String code;
  private final List<String> missing;

  public PlatformException(Kind kind, String code, List<String> missing, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.missing = List.copyOf(missing);
  }

  public PlatformException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.code = "";
    this.missing = List.of();
  }

  public Kind kind() {
    return kind;
  }

  /** The problem code of the contract, or empty. */
  public String code() {
    return code;
  }

  /** Ids of what is missing, for the codes that name something. */
  public List<String> missing() {
    return missing;
  }

  /** True when the same request may succeed later. */
  public boolean worthAnotherTry() {
    return kind != Kind.REFUSED;
  }
}
