package io.yichuang.simulator.locker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/** Doors with springs and locks: the physical half. Numbered from 1. Any thread. */
final class Doors {
  private final int count;
  private final BitSet open = new BitSet();
  private final int[] fired;
  private IntConsumer onMove = door -> {};

  Doors(int count) {
    this.count = count;
    this.fired = new int[count + 1];
  }

  int count() {
    return count;
  }

  synchronized void onMove(IntConsumer listener) {
    onMove = listener;
  }

  synchronized boolean isOpen(int door) {
    return open.get(door);
  }

  synchronized int fired(int door) {
    return fired[door];
  }

  synchronized List<Integer> open() {
    List<Integer> list = new ArrayList<>();
    open.stream().forEach(list::add);
    return list;
  }

  /** Current goes through the lock; a stuck door stays. */
  void fire(int door, boolean stuck) {
    synchronized (this) {
      fired[door]++;
      if (stuck || open.get(door)) {
        return;
      }
      open.set(door);
    }
    onMove.accept(door);
  }

  /** A person pushes a door shut or opens it by its key. */
  void push(int door, boolean nowOpen) {
    if (door < 1 || door > count) {
      throw new IllegalArgumentException("There are doors 1 to " + count);
    }
    synchronized (this) {
      if (open.get(door) == nowOpen) {
        return;
      }
      open.set(door, nowOpen);
    }
    onMove.accept(door);
  }

  synchronized void shutAll() {
    open.clear();
    java.util.Arrays.fill(fired, 0);
  }
}
