package io.yichuang.device;

/** A reader of the machine-readable zone of passports and permits. */
public interface PassportReader extends Device {
  /**
   * Waits for a document within the limit and reads it; what was read before the call is never its
   * answer. {@code Refused}: {@code NO_MEDIUM}, or {@code UNREADABLE_MEDIUM} when a check digit is
   * wrong: it has to be laid again.
   */
  Outcome<TravelDocument> read(Call call);
}
