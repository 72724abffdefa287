package io.yichuang.kiosk.input;

/**
 * What typed pinyin may stand for.
 *
 * @param text the words, Chinese characters
 * @param consumed how many of the typed keys it stands for, from the first, 1 or more
 * @param kind where it comes from
 */
public record Candidate(String text, int consumed, Kind kind) {
  /** Where a candidate comes from. */
  public enum Kind {
    /** Several words put together. */
    SENTENCE,
    /** A word or a single character. */
    WORD,
    /** A person's surname or given name. */
    NAME,
    /** A place around this terminal. */
    PLACE,
    /** A place anywhere in the country. */
    REGION,
    /** A road around this terminal. */
    ROAD
  }
}
