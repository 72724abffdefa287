package io.yichuang.vision.check;

/**
 * Something that does not fit. The citizen may overrule it, and the clerk sees both: print is
 * misread now and then.
 *
 * @param kind what does not fit
 * @param wanted by the case; empty for a seal
 * @param seen on the material; empty where nothing of the kind was
 */
public record Doubt(Kind kind, String wanted, String seen) {

  /** What may not fit. */
  public enum Kind {
    /** Another form than the one that is asked for. */
    WRONG_FORM,
    /** Another name stands where a name is expected. */
    OTHER_NAME,
    /** The name was not seen; it may be written by hand. */
    NO_NAME,
    OTHER_ID_NUMBER,
    NO_ID_NUMBER,
    OTHER_CREDIT_CODE,
    NO_CREDIT_CODE,
    /** It has run out. */
    EXPIRED,
    /** No end of validity was seen. */
    NO_DATE,
    NO_SEAL,
    TOO_FEW_PAGES
  }

  /** Without names and numbers. */
  @Override
  public String toString() {
    return "Doubt[" + kind + "]";
  }
}
