package io.yichuang.simulator.fault;

/**
 * When a fault strikes.
 *
 * @param after how many occasions pass unharmed first, 0 or more
 * @param times how often it strikes at most; {@link Integer#MAX_VALUE} until cleared
 * @param rate with which probability it strikes at each occasion, above 0 to 1
 */
public record FaultPlan(int after, int times, double rate) {

  /** At every occasion until cleared. */
  public static final FaultPlan ALWAYS = new FaultPlan(0, Integer.MAX_VALUE, 1);

  /** Once, at the next occasion. */
  public static final FaultPlan ONCE = new FaultPlan(0, 1, 1);

  public FaultPlan {
    if (after < 0 || times < 1 || !(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "A fault plan has after >= 0, times >= 1 and 0 < rate <= 1");
    }
  }
}
