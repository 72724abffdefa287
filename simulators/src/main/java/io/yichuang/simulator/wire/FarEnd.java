package io.yichuang.simulator.wire;

/** A device as its wire sees it. */
@FunctionalInterface
public interface FarEnd {

  /**
   * A line begins: a serial line when it is plugged in, a TCP line when a host connects.
   *
   * @return who takes what the host sends on this line
   */
  Receiver begin(Line line);

  /** Takes what the host sends, on one thread per line, as bytes arrive: split anywhere. */
  interface Receiver {
    void received(byte[] bytes);

    /** The line has ended; nothing comes any more. */
    default void ended() {}
  }
}
