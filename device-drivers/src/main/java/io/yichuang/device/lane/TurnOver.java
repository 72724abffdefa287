package io.yichuang.device.lane;

/** A command has to stop: its limit has ended or somebody cancelled it. */
public final class TurnOver extends Exception {
  private final boolean cancelled;

  TurnOver(boolean cancelled) {
    super(cancelled ? "cancelled" : "the limit ended", null, false, false);
    this.cancelled = cancelled;
  }

  /** True when somebody cancelled, false when the limit ended. */
  public boolean cancelled() {
    return cancelled;
  }
}
