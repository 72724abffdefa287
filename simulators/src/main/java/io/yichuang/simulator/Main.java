package io.yichuang.simulator;

/** Starts the simulators. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
