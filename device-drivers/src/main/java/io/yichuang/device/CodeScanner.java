package io.yichuang.device;

/** A scanner of QR and bar codes. */
public interface CodeScanner extends Device {
  /**
   * Lights up, waits for one code within the limit, and goes dark again however it ends. What was
   * scanned before the call is never its answer. {@code Refused(NO_MEDIUM)} when nobody showed a
   * code, {@code Refused(UNREADABLE_MEDIUM)} when one came whose text cannot be read.
   */
  Outcome<Code> scan(Call call);

  /**
   * A code. Personal.
   *
   * @param text what it holds, without the scanner's suffix; 1 to 7089 characters
   */
  record Code(String text) {
    @Override
    public String toString() {
      return "Code[" + text.length() + " characters]";
    }
  }
}
