package io.yichuang.simulator.fault;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The faults of one device: those it knows and those set now. Any thread. */
public final class Faults {
  private final List<String> known;
  private final Random random;
  private final Map<String, Armed> armed = new LinkedHashMap<>();

  /**
   * @param known all names, in the order people see them
   * @param seed of faults that strike by chance
   */
  public Faults(List<String> known, long seed) {
    this.known = List.copyOf(known);
    this.random = new Random(seed);
  }

  /** Faults that never strike by chance. */
  public Faults(String... known) {
    this(List.of(known), 0);
  }

  public List<String> known() {
    return known;
  }

  /** Those that are set and may still strike. */
  public synchronized Set<String> active() {
    Set<String> names = new LinkedHashSet<>(known);
    names.removeIf(name -> !armed.containsKey(name));
    return names;
  }

  public void set(String name) {
    set(name, FaultPlan.ALWAYS);
  }

  /**
   * Sets a fault, in place of an earlier plan for it.
   *
   * @throws IllegalArgumentException if the name is not known; the message lists those that are
   */
  public synchronized void set(String name, FaultPlan plan) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "There is no fault '" + name + "'; there are " + String.join(", ", known));
    }
    armed.put(name, new Armed(plan));
  }

  public synchronized void clear() {
    armed.clear();
  }

  public synchronized void clear(String name) {
    armed.remove(name);
  }

  /** Whether the fault is set, without using up an occasion: for states such as an open cover. */
  public synchronized boolean isSet(String name) {
    return armed.containsKey(name);
  }

  /** One occasion at which the fault may strike: whether it does. */
  public synchronized boolean strikes(String name) {
    Armed fault = armed.get(name);
    if (fault == null) {
      return false;
    }
    if (fault.passed < fault.plan.after()) {
      fault.passed++;
      return false;
    }
    if (fault.plan.rate() < 1 && random.nextDouble() >= fault.plan.rate()) {
      return false;
    }
    fault.struck++;
    if (fault.struck >= fault.plan.times()) {
      armed.remove(name);
    }
    return true;
  }

  /** A number from 0 to below the bound, from the device's seed. */
  public synchronized int choose(int bound) {
    return random.nextInt(bound);
  }

  private static final class Armed {
    final FaultPlan plan;
    int passed;
    int struck;

    Armed(FaultPlan plan) {
      this.plan = plan;
    }
  }
}
