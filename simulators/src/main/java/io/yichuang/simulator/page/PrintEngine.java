package io.yichuang.simulator.page;

import com.hp.jipp.model.JobState;
import io.yichuang.simulator.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The physical printer: a tray, toner, a path that can jam, and a queue that one thread prints
 * sheet by sheet. It knows no wire. Thread-safe.
 */
final class PrintEngine {
  /** 30 sides a minute: an office A4 printer. */
  private static final Duration PER_SIDE = Duration.ofSeconds(2);

  private static final int TRAY_CAPACITY = 250;

  /** The sensor of a tray says low at about a tenth. */
  static final int LOW_SHEETS = 25;

  /** Jobs that can still be asked for. */
  private static final int JOBS_KEPT = 200;

  private static final long BYTES_KEPT = 96L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, PrintJob> jobs = new LinkedHashMap<>();

  /** Of which some or all came out before the power went: on paper, and known to nobody. */
  private final List<PrintJob> orphans = new ArrayList<>();

  /** Jobs of which the papers were taken out. */
  private final Set<Integer> taken = new HashSet<>();

  private final Faults faults;
  private final InstantSource clock;
  private final double speed;
  private final Thread worker;
  private int nextId = 1;
  private int sheets = TRAY_CAPACITY;
  private boolean closed;

  PrintEngine(Faults faults, InstantSource clock, double speed) {
    this.faults = faults;
    this.clock = clock;
    this.speed = speed;
    this.worker = Thread.ofVirtual().name("page-printer-engine").start(this::print);
  }

  /** Runs with the printer's state held still. */
  <T> T holding(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  PrintJob create(String name, String user, int copies, boolean twoSided) {
    return holding(() -> {
      PrintJob job = new PrintJob(nextId++, name, user, clock.instant(), copies, twoSided);
      jobs.put(job.id, job);
      forgetOldest();
      return job;
    });
  }

  /** Keeps the last jobs and not too many bytes of them; those that still print stay. */
  private void forgetOldest() {
    long bytes = 0;
    for (PrintJob job : jobs.values()) {
      bytes += job.document == null ? 0 : job.document.length;
    }
    for (Iterator<PrintJob> all = jobs.values().iterator(); all.hasNext(); ) {
      if (jobs.size() <= JOBS_KEPT && bytes <= BYTES_KEPT) {
        return;
      }
      PrintJob oldest = all.next();
      if (oldest.ended()) {
        bytes -= oldest.document == null ? 0 : oldest.document.length;
        all.remove();
      }
    }
  }

  void document(PrintJob job, byte[] document, int pages) {
    holding(() -> {
      job.document = document;
      job.pages = pages;
      job.reason = "job-queued";
      return job;
    });
  }

  @Nullable PrintJob job(int id) {
    lock.lock();
    try {
      return jobs.get(id);
    } finally {
      lock.unlock();
    }
  }

  /** Oldest first. */
  List<PrintJob> jobs() {
    return holding(() -> new ArrayList<>(jobs.values()));
  }

  /** Papers that lie in the output no more: their jobs are still known to whoever asks for them. */
  void taken() {
    holding(() -> {
      orphans.clear();
      jobs.values().stream().filter(PrintJob::ended).forEach(job -> taken.add(job.id));
      return true;
    });
  }

  /** Those that the printer knows and those that it has forgotten, oldest first. */
  List<PrintJob> printed() {
    return holding(() -> {
      List<PrintJob> all = new ArrayList<>(orphans);
      jobs.values().stream().filter(job -> !taken.contains(job.id)).forEach(all::add);
      return all;
    });
  }

  /** The power goes: what prints stops, and no job is known any more. */
  void forget() {
    holding(() -> {
      for (PrintJob job : jobs.values()) {
        job.end(JobState.aborted, "aborted-by-system", clock.instant());
        if (orphans.size() == JOBS_KEPT) {
          orphans.removeFirst();
        }
        orphans.add(job);
      }
      jobs.clear();
      return orphans.size();
    });
  }

  boolean cancel(PrintJob job) {
    return holding(() -> {
      if (job.ended()) {
        return false;
      }
      job.end(JobState.canceled, "job-canceled-by-user", clock.instant());
      return true;
    });
  }

  int sheets() {
    lock.lock();
    try {
      return faults.isSet("paper-out") ? 0 : sheets;
    } finally {
      lock.unlock();
    }
  }

  void load(int count) {
    holding(() -> {
      sheets = Math.clamp(count, 0, TRAY_CAPACITY);
      return sheets;
    });
  }

  /** Somebody closes the cover, takes out the jam, fills an empty tray. */
  void refresh() {
    holding(() -> {
      if (sheets == 0) {
        sheets = TRAY_CAPACITY;
      }
      return sheets;
    });
  }

  /** Wakes the worker after a fault was set. */
  void wake() {
    holding(() -> sheets);
  }

  void reset() {
    holding(() -> {
      jobs.values().forEach(job -> job.end(JobState.canceled, "none", Instant.EPOCH));
      jobs.clear();
      orphans.clear();
      sheets = TRAY_CAPACITY;
      return sheets;
    });
  }

  void close() {
    holding(() -> {
      closed = true;
      return closed;
    });
    worker.interrupt();
  }

  /** Keywords of printer-state-reasons; those that end in -error stop it. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (sheets() == 0) {
      reasons.add("media-empty-error");
      reasons.add("media-needed-error");
    } else if (faults.isSet("paper-low") || sheets() <= LOW_SHEETS) {
      reasons.add("media-low-warning");
    }
    if (faults.isSet("jam")) {
      reasons.add("media-jam-error");
    }
    if (faults.isSet("cover-open")) {
      reasons.add("cover-open-error");
    }
    if (faults.isSet("toner-low")) {
      reasons.add("toner-low-warning");
      reasons.add("marker-supply-low-warning");
    }
    return reasons.isEmpty() ? List.of("none") : reasons;
  }

  boolean stopped() {
    return reasons().stream().anyMatch(reason -> reason.endsWith("-error"));
  }

  private void print() {
    lock.lock();
    try {
      while (!closed) {
        PrintJob job = waiting();
        if (job == null) {
          changed.await();
        } else {
          printNext(job);
        }
      }
    } catch (InterruptedException e) {
      // close() ends the worker so.
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable PrintJob waiting() {
    for (PrintJob job : jobs.values()) {
      if (!job.ended() && job.document != null) {
        return job;
      }
    }
    return null;
  }

  private void printNext(PrintJob job) throws InterruptedException {
    if (stopped()) {
      if (!job.state.equals(JobState.pending)) {
        job.state = JobState.processingStopped;
      }
      job.reason = "printer-stopped";
      while (stopped() && !job.ended() && !closed) {
        changed.await();
      }
      return;
    }
    if (job.processing == null) {
      job.processing = clock.instant();
    }
    job.state = JobState.processing;
    job.reason = "job-printing";
    long nanos = (long) (PER_SIDE.toNanos() / speed);
    while (nanos > 0 && !job.ended() && !stopped() && !closed) {
      nanos = changed.awaitNanos(nanos);
    }
    if (nanos > 0 || job.ended()) {
      // The sheet in the path is lost with a jam; it is printed again afterwards.
      return;
    }
    if (faults.isSet("job-aborted")) {
      job.end(JobState.aborted, "aborted-by-system", clock.instant());
      return;
    }
    boolean newSheet = !job.twoSided || job.impressionsDone % job.pages % 2 == 0;
    if (newSheet) {
      sheets--;
      job.sheetsDone++;
    }
    job.impressionsDone++;
    if (job.impressionsDone >= job.impressions()) {
      job.end(JobState.completed, "job-completed-successfully", clock.instant());
    }
  }
}
