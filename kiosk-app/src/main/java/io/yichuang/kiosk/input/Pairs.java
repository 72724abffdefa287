package io.yichuang.kiosk.input;

import java.util.Arrays;

/**
 * How likely a word stands behind another.
 *
 * @param starts where the followers of a word begin in the other two; one more at the end
 * @param followers sorted within one word
 * @param shares of all that follow the word, 0 to 1
 */
record Pairs(int[] starts, int[] followers, float[] shares) {
  /** Number 0 stands for a number written in digits. */
  static final int DIGITS = 0;

  /** Number 1 stands for a person's name. */
  static final int PERSON = 1;

  static final int UNKNOWN = -1;

  /** How far counted pairs are believed; the rest is left to the word alone. */
  private static final double BELIEVED = 0.75;

  private static final double REST = Math.log(1 - BELIEVED);

  /**
   * Natural logarithm of the probability of a word behind another.
   *
   * @param weight the logarithm of the second word's own probability
   */
  double weight(int word, int follower, double weight) {
    if (word == UNKNOWN || follower == UNKNOWN) {
      return weight + REST;
    }
    int at = Arrays.binarySearch(followers, starts[word], starts[word + 1], follower);
    return at < 0
        ? weight + REST
        : Math.log(BELIEVED * shares[at] + (1 - BELIEVED) * Math.exp(weight));
  }
}
