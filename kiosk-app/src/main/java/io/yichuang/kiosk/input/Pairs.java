package io.yichuang.kiosk.input;

import java.util.Arrays;

/**
 * How likely a word stands behind another.
 *
 * @param starts where the followers of a word begin in the next; one more at the end
 * @param followers sorted within one word: see {@link #packed}
 * @param rests natural logarithm of the factor for followers that are not there
 */
record Pairs(int[] starts, int[] followers, float[] rests) {
  /** Number 0 stands for a number written in digits. */
  static final int DIGITS = 0;

  /** Number 1 stands for a person's name. */
  static final int PERSON = 1;

  /** Number 2 stands for the name of a place before what such names end with: 和平 路. */
  static final int PLACE = 2;

  static final int UNKNOWN = -1;

  /** As {@link #rests}, for words that are not counted. */
  static final float REST = -0.7f;

  /** A follower's share takes so many bits, its number those above them. */
  private static final int SHARE_BITS = 12;

  private static final int MOST = (1 << SHARE_BITS) - 1;

  /** Steps of a share's logarithm: 12 bits reach to -20. */
  private static final double STEPS = 200;

  /** A follower and the natural logarithm of its share in one number. */
  static int packed(int follower, double share) {
    return follower << SHARE_BITS | (int) Math.min(MOST, Math.round(-share * STEPS));
  }

  /**
   * Natural logarithm of the probability of a word behind another.
   *
   * @param weight the logarithm of the second word's own probability
   * @param doubt the logarithm of the share of its reading
   */
  double weight(int word, int follower, double weight, double doubt) {
    if (word == UNKNOWN) {
      return weight + REST;
    }
    double share = share(word, follower) + doubt;
    return Math.max(share, weight + rests[word]);
  }

  /** Natural logarithm of the share of a follower, minus infinity if it is not there. */
  double share(int word, int follower) {
    if (word == UNKNOWN || follower == UNKNOWN) {
      return Double.NEGATIVE_INFINITY;
    }
    int at = Arrays.binarySearch(followers, starts[word], starts[word + 1], follower << SHARE_BITS);
    at = at < 0 ? -at - 1 : at;
    boolean there = at < starts[word + 1] && followers[at] >>> SHARE_BITS == follower;
    return there ? -(followers[at] & MOST) / STEPS : Double.NEGATIVE_INFINITY;
  }
}
