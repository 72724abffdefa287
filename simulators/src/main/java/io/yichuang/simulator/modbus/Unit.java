package io.yichuang.simulator.modbus;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The tables of one unit: only the addresses that were made exist. Any thread. */
public final class Unit {
  private final Map<Integer, Integer> coils = new TreeMap<>();
  private final Map<Integer, Integer> discretes = new TreeMap<>();
  private final Map<Integer, Integer> holding = new TreeMap<>();
  private final Map<Integer, Integer> inputs = new TreeMap<>();
  private BiConsumer<Integer, Integer> onCoil = (address, value) -> {};

  public synchronized void coil(int address, boolean on) {
    coils.put(address, on ? 1 : 0);
  }

  public synchronized boolean coil(int address) {
    return coils.getOrDefault(address, 0) != 0;
  }

  public synchronized void discrete(int address, boolean on) {
    discretes.put(address, on ? 1 : 0);
  }

  public synchronized void holding(int address, int value) {
    holding.put(address, value & 0xFFFF);
  }

  public synchronized int holding(int address) {
    return holding.getOrDefault(address, 0);
  }

  public synchronized void input(int address, int value) {
    inputs.put(address, value & 0xFFFF);
  }

  /** Called with address and value after a master has written a coil. */
  public synchronized void onCoil(BiConsumer<Integer, Integer> listener) {
    onCoil = listener;
  }

  /** Values by a function code of reading, or null when one of the addresses does not exist. */
  synchronized int @Nullable [] read(int function, int from, int count) {
    Map<Integer, Integer> table =
        switch (function) {
          case 1 -> coils;
          case 2 -> discretes;
          case 3 -> holding;
          default -> inputs;
        };
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      Integer value = table.get(from + i);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  /** Writes coils or registers; false when one of the addresses does not exist. */
  boolean write(boolean coil, int from, int[] values) {
    BiConsumer<Integer, Integer> listener;
    synchronized (this) {
      Map<Integer, Integer> table = coil ? coils : holding;
      for (int i = 0; i < values.length; i++) {
        if (!table.containsKey(from + i)) {
          return false;
        }
      }
      for (int i = 0; i < values.length; i++) {
        table.put(from + i, values[i]);
      }
      listener = onCoil;
    }
    for (int i = 0; coil && i < values.length; i++) {
      listener.accept(from + i, values[i]);
    }
    return true;
  }
}
