package io.yichuang.simulator.wire;

/** A cable between a device and its host. Any thread. */
public interface Wire extends AutoCloseable {

  /** Without driver: {@code serial:/run/dev/id-card-reader} or {@code tcp://127.0.0.1:40123}. */
  String address();

  /** Pulls the cable. Pulling twice changes nothing. */
  void unplug();

  /** Puts the cable back, at the same address. */
  void plug();

  boolean plugged();

  /** Ends the wire; never throws. */
  @Override
  void close();
}
