package io.yichuang.device;

/** Lockers whose doors spring open and are pushed shut. Doors are numbered from 1. */
public interface LockerBank extends Device {
  /** How many doors there are. */
  int doors();

  /**
   * Opens a door. {@code Done} only when its feedback says open, which it may have been before;
   * {@code Failed(DOOR_STUCK)} when the lock was fired and the door stayed shut.
   *
   * @throws IllegalArgumentException if there is no such door
   */
  Outcome<Opened> open(int door, Call call);

  /** Asks one door now. */
  Outcome<Door> door(int door, Call call);

  /** Waits until a door is shut; {@code Refused(STILL_PRESENT)} when the limit ends first. */
  Outcome<Closed> awaitClosed(int door, Call call);

  /** What the feedback of a door says. */
  enum Door {
    OPEN,
    CLOSED
  }

  /**
   * The door is open.
   *
   * @param before true when it was open already and the lock was not fired
   */
  record Opened(boolean before) {}

  /** The door is shut. */
  record Closed() {}
}
