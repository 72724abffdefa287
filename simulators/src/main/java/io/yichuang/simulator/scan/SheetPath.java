package io.yichuang.simulator.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The physical scanner: a stack of sheets in the feeder, the path they take, the output tray, and
 * the platen. It knows no wire. Thread-safe.
 *
 * <p>A jam holds the sheet in the path, a double feed holds two; a person who opens the scanner
 * ({@link #freePath}) lays them back on the stack.
 */
final class SheetPath {
  /**
   * The feeder of a high-speed document scanner holds 80 to 100 sheets; a bench may be more
   * generous.
   */
  static final int CAPACITY = 500;

  /** What the pictures of all sheets may take; the demo's simulators have 384 MB in all. */
  static final long MOST_BYTES = 96L << 20;

  /** What came of asking the path for the next side. */
  sealed interface Feed {
    /** A side passes the lamp. {@code stop} is what stops the sheet half way, if anything does. */
    record Passing(SheetSide side, int sheet, boolean back, @Nullable Stop stop) implements Feed {}

    record NoSheets() implements Feed {}

    record Blocked(Stop why) implements Feed {}
  }

  enum Stop {
    JAM,
    DOUBLE_FEED,
    COVER_OPEN
  }

  /** A sheet: its front, and its back. */
  record Sheet(SheetSide front, SheetSide back) {}

  private final Deque<Sheet> feeder = new ArrayDeque<>();
  private final List<Sheet> stuck = new ArrayList<>();
  private @Nullable Sheet turning;
  private SheetSide platen = new SheetSide.Blank();
  private @Nullable Stop blocked;
  private int fed;
  private int inOutput;
  private boolean coverOpen;

  /** Which sheet of the stack jams or is fed double, counted from 1; 0 = none does. */
  private int jamAt;

  private int doubleFeedAt;

  /** Lays sheets behind those already there; all or nothing. */
  synchronized boolean load(List<Sheet> sheets) {
    if (feeder.size() + sheets.size() > CAPACITY || bytesWith(sheets) > MOST_BYTES) {
      return false;
    }
    if (feeder.isEmpty() && stuck.isEmpty()) {
      fed = 0;
    }
    feeder.addAll(sheets);
    return true;
  }

  private long bytesWith(List<Sheet> more) {
    Set<byte[]> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.of(feeder, stuck, more)
        .flatMap(Collection::stream)
        .flatMap(sheet -> Stream.of(sheet.front().source(), sheet.back().source()))
        .forEach(sources::add);
    return sources.stream().mapToLong(source -> source.length).sum();
  }

  synchronized void unload() {
    feeder.clear();
    turning = null;
    fed = 0;
  }

  synchronized void layOnPlaten(SheetSide side) {
    platen = side;
  }

  synchronized SheetSide platen() {
    return platen;
  }

  synchronized void jamAt(int sheet) {
    jamAt = sheet;
  }

  synchronized void doubleFeedAt(int sheet) {
    doubleFeedAt = sheet;
  }

  synchronized void openCover(boolean open) {
    coverOpen = open;
  }

  /** Whether a feed could start now: empty if it could. */
  synchronized Feed next(boolean duplex) {
    if (coverOpen) {
      return new Feed.Blocked(Stop.COVER_OPEN);
    }
    if (blocked != null) {
      return new Feed.Blocked(blocked);
    }
    Sheet half = turning;
    if (duplex && half != null) {
      turning = null;
      return new Feed.Passing(half.back(), fed, true, null);
    }
    turning = null;
    Sheet sheet = feeder.poll();
    if (sheet == null) {
      return new Feed.NoSheets();
    }
    fed++;
    Stop stop = null;
    if (jamAt > 0 && fed >= jamAt) {
      stop = Stop.JAM;
      stuck.add(sheet);
    } else if (doubleFeedAt > 0 && fed >= doubleFeedAt) {
      stop = Stop.DOUBLE_FEED;
      stuck.add(sheet);
      Sheet second = feeder.poll();
      if (second != null) {
        stuck.add(second);
      }
    } else {
      inOutput++;
      turning = duplex ? sheet : null;
    }
    blocked = stop;
    return new Feed.Passing(sheet.front(), fed, false, stop);
  }

  /** A batch ends: a sheet whose back nobody asked for is out. */
  synchronized void endBatch() {
    turning = null;
  }

  /** A person opens the scanner, takes out what is stuck and lays it back on the stack. */
  synchronized void freePath() {
    coverOpen = false;
    jamAt = 0;
    doubleFeedAt = 0;
    blocked = null;
    turning = null;
    fed -= stuck.isEmpty() ? 0 : 1;
    Collections.reverse(stuck);
    stuck.forEach(feeder::addFirst);
    stuck.clear();
  }

  synchronized void reset() {
    feeder.clear();
    stuck.clear();
    freePath();
    fed = 0;
    inOutput = 0;
    platen = new SheetSide.Blank();
  }

  synchronized int inFeeder() {
    return feeder.size();
  }

  synchronized int inOutput() {
    return inOutput;
  }

  synchronized int inPath() {
    return stuck.size();
  }

  synchronized @Nullable Stop blocked() {
    return coverOpen ? Stop.COVER_OPEN : blocked;
  }
}
