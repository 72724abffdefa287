package io.yichuang.simulator;

import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One device of the terminal as a person at the bench sees it: a physical model (where the card
 * lies, how many sheets are in the tray) behind a wire face (what the device says about it). All
 * methods may be called from any thread.
 */
public interface SimulatedDevice extends AutoCloseable {

  /** The fixed id used in the bench's paths, such as {@code id-card-reader}. */
  String id();

  /**
   * The address under which a kiosk reaches this device, such as {@code
   * serial:/run/dev/id-card-reader?driver=sam} or {@code tcp://127.0.0.1:40123?driver=escpos}. It
   * stays the same while the simulators run, unplugged or not.
   */
  String address();

  /**
   * What a person sees of the device now: plain strings, numbers, booleans, lists and maps, ready
   * for JSON.
   */
  Map<String, Object> state();

  /** The faults of this device, by their names; {@code simulators/README.md} lists them. */
  Faults faultSet();

  /** Names of all faults this device knows, in a fixed order. */
  default List<String> faults() {
    return faultSet().known();
  }

  /** The faults that are set now. */
  default Set<String> activeFaults() {
    return faultSet().active();
  }

  /**
   * Sets a fault of the physical model or of the wire, until cleared.
   *
   * @throws IllegalArgumentException if {@link #faults()} does not hold the name; the message lists
   *     the valid ones
   */
  default void setFault(String name) {
    faultSet().set(name);
  }

  /**
   * Sets a fault that strikes by a plan: later, a few times, by chance.
   *
   * @throws IllegalArgumentException as {@link #setFault(String)}, or if this device knows no plans
   */
  default void setFault(String name, FaultPlan plan) {
    if (!plan.equals(FaultPlan.ALWAYS)) {
      throw new IllegalArgumentException(
          id() + " knows no fault plans: its faults stay until cleared");
    }
    setFault(name);
  }

  /**
   * What a person does to the device, such as showing a code or pushing a door shut, by name with
   * the fields each takes; {@code simulators/README.md} lists them.
   */
  default Map<String, List<String>> actions() {
    return Map.of();
  }

  /**
   * Does one of the {@link #actions()}.
   *
   * @throws IllegalArgumentException for a field that is missing or wrong
   */
  default void act(String action, Map<String, Object> fields) {
    throw new IllegalArgumentException(id() + " knows no action " + action);
  }

  /**
   * Takes all faults back. A device that jams stays jammed until this is called: a person has
   * opened it.
   */
  default void clearFaults() {
    faultSet().clear();
  }

  /**
   * Pulls the cable: serial links vanish, sockets are closed and refuse. Pulling twice changes
   * nothing.
   */
  void unplug();

  /**
   * Takes the mains away: the wire goes, and what the device held in its memory is forgotten. What
   * is on paper or lies in a path stays there. {@link #plug} starts it again.
   */
  default void cutPower() {
    unplug();
  }

  /** Puts the cable back, at the same address. */
  void plug();

  /** Back to the state after start: plugged, no faults, no media, full supplies, no output kept. */
  void reset();

  /** Ends the device and frees its wire; never throws. */
  @Override
  void close();
}
