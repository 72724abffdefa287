package io.yichuang.simulator.wire;

/** The way from the device to one host. Any thread. */
public interface Line {

  /**
   * Sends one message at the line's speed, after those before it; returns at once. Faults of the
   * wire strike whole messages. Lost if the line has ended.
   */
  void send(byte[] message);

  /**
   * Changes the speed of what is sent and received from now on, in bits per second; 0 is unpaced.
   */
  void speed(int baud);
}
