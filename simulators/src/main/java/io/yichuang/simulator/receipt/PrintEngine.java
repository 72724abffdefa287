package io.yichuang.simulator.receipt;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Buffer, head and knife: prints in the order of arrival at the speed of the motor, stops when
 * something is wrong, and answers real-time status meanwhile.
 */
final class PrintEngine implements AutoCloseable {
  /** 150 mm/s at 8 dots a millimetre: a common figure of 80 mm kiosk printers. */
  private static final int DOTS_A_SECOND = 1200;

  private static final Duration CUT_TIME = Duration.ofMillis(300);

  /**
   * Operations the buffer holds; about a metre of text. A full one stops the line, as on a real
   * printer.
   */
  private static final int BUFFER_OPS = 65_536;

  /** How often a stopped engine looks whether it may go on, at real speed. */
  private static final Duration RECHECK = Duration.ofMillis(100);

  /** After this many rows of a receipt the paper ends, with the fault paper-out-mid-print. */
  private static final int MID_PRINT_ROWS = 120;

  /** Finished paper, on its way out. */
  record Sheet(String text, List<String> codes, byte[] png, boolean interrupted) {}

  private record Job(Op op, Line line, int generation) {}

  private final Faults faults;
  private final PrinterStatus status;
  private final UnaryOperator<Duration> scaled;
  private final Consumer<Sheet> tray;
  private final Printout printout = new Printout();
  private final LinkedBlockingQueue<Job> buffer = new LinkedBlockingQueue<>(BUFFER_OPS);
  private final Map<Line, Integer> autoStatus = new ConcurrentHashMap<>();

  /** Counts up when all that waits is forgotten: jobs of an older one are dropped. */
  private final AtomicInteger generation = new AtomicInteger();

  private final Thread worker;

  /** Whoever is there hears the answers, also to what another had asked before it went. */
  private volatile @Nullable Line current;

  private volatile boolean interrupted;
  private volatile boolean printing;
  private volatile boolean ended;

  PrintEngine(Faults faults, UnaryOperator<Duration> scaled, Consumer<Sheet> tray) {
    this.faults = faults;
    this.status = new PrinterStatus(faults);
    this.scaled = scaled;
    this.tray = tray;
    this.worker = Thread.ofVirtual().name("receipt-engine").start(this::run);
  }

  /** A host's line begins. */
  FarEnd.Receiver begin(Line line) {
    current = line;
    EscPosParser parser = new EscPosParser();
    return new FarEnd.Receiver() {
      @Override
      public void received(byte[] bytes) {
        parser.take(bytes).forEach(op -> accept(op, line));
      }

      @Override
      public void ended() {
        autoStatus.remove(line);
      }
    };
  }

  /** Whether anything waits or is being printed. */
  boolean busy() {
    return printing || !buffer.isEmpty();
  }

  PrinterStatus status() {
    return status;
  }

  /** Tells the hosts that asked for it; call after a fault was set or cleared. */
  void statusChanged() {
    byte[] block = status.autoStatus();
    autoStatus.forEach((line, mask) -> {
      if (mask != 0) {
        line.send(block);
      }
    });
  }

  /** Forgets what waits and what is on the paper. */
  void clear() {
    generation.incrementAndGet();
    buffer.clear();
  }

  private void accept(Op op, Line line) {
    switch (op) {
      case Op.RealTimeStatus(int n) -> {
        int answer = status.realTime(n);
        if (n == PrinterStatus.FULL) {
          line.send(status.full());
        } else if (answer >= 0) {
          line.send(new byte[] {(byte) answer});
        }
      }
      case Op.Recover(int n) -> {
        if (n == 2) {
          clear();
        }
      }
      case Op.AutoStatus(int mask) -> {
        autoStatus.put(line, mask);
        if (mask != 0) {
          line.send(status.autoStatus());
        }
      }
      case Op.OnPaper _, Op.Cut _, Op.QueuedStatus _, Op.Identity _, Op.Unknown _ -> {
        try {
          buffer.put(new Job(op, line, generation.get()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void run() {
    int last = 0;
    try {
      while (!ended) {
        Job job = buffer.poll(1, TimeUnit.SECONDS);
        if (job == null) {
          continue;
        }
        printing = true;
        if (job.generation() != last) {
          last = job.generation();
          printout.tear();
          printout.init();
          interrupted = false;
        }
        awaitReady(job);
        if (current(job)) {
          perform(job);
        }
        printing = false;
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  private boolean current(Job job) {
    return job.generation() == generation.get() && !ended;
  }

  private void perform(Job job) {
    switch (job.op()) {
      case Op.Cut(int feed, boolean _) -> {
        move(new Op.FeedDots(feed));
        Pace.pause(scaled.apply(CUT_TIME).toNanos());
        if (faults.strikes(PrinterStatus.CUTTER)) {
          // The knife is stuck: a person frees it, then the cut is done.
          faults.set(PrinterStatus.CUTTER);
          statusChanged();
          awaitReady(job);
        }
        if (current(job)) {
          finish();
        }
      }
      case Op.QueuedStatus(int n) -> {
        Line there = current;
        (there == null ? job.line() : there).send(new byte[] {(byte) status.queued(n)});
      }
      case Op.Identity(int n) -> job.line().send(identity(n));
      case Op.Unknown(String hex) -> status.unknown(hex);
      case Op.OnPaper paper -> move(paper);
      case Op.RealTimeStatus _, Op.Recover _, Op.AutoStatus _ ->
          throw new IllegalStateException("never waits: " + job.op());
    }
  }

  /** Prints and waits as long as the motor runs. */
  private void move(Op op) {
    int before = printout.height();
    printout.apply(op);
    int rows = printout.height() - before;
    if (rows > 0) {
      Pace.pause(scaled.apply(Duration.ofNanos(rows * 1_000_000_000L / DOTS_A_SECOND)).toNanos());
    }
    if (before < MID_PRINT_ROWS
        && printout.height() >= MID_PRINT_ROWS
        && faults.isSet(PrinterStatus.OUT_MID_PRINT)) {
      faults.clear(PrinterStatus.OUT_MID_PRINT);
      faults.set(PrinterStatus.PAPER_OUT);
      statusChanged();
    }
    if (printout.height() >= Printout.MOST_ROWS) {
      finish();
    }
  }

  private void finish() {
    if (!printout.isBlank()) {
      tray.accept(new Sheet(printout.text(), printout.codes(), printout.png(), interrupted));
    }
    printout.tear();
    interrupted = false;
  }

  private void awaitReady(Job job) {
    while (status.stopped() && current(job)) {
      if (!printout.isBlank()) {
        interrupted = true;
      }
      Pace.pause(scaled.apply(RECHECK).toNanos());
    }
  }

  /** GS I: numbers as one byte, texts as {@code _text NUL}. */
  private static byte[] identity(int n) {
    return switch (n % 0x30) {
      case 1 -> new byte[] {0x20};
      case 2 -> new byte[] {0x02}; // has a cutter
      case 3 -> new byte[] {0x01};
      default -> {
        String text =
            switch (n) {
              case 65 -> "1.00";
              case 66 -> "YICHUANG";
              case 67 -> "SIM-80";
              case 68 -> "000001";
              default -> "";
            };
        yield ("_" + text + "\0").getBytes(StandardCharsets.US_ASCII);
      }
    };
  }

  @Override
  public void close() {
    ended = true;
    worker.interrupt();
  }
}
