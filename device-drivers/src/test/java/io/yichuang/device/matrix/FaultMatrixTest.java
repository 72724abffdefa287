package io.yichuang.device.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.Outcome;
import io.yichuang.device.Printed;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every device, every fault, every phase, over real wires at a twentieth of the time. The everyday
 * part holds the core devices whole, of the others every fault in one seeded phase, and of what is
 * behind daemons that take their time one seeded cell; {@code -Dyichuang.matrix=all} holds all, as
 * {@code ./kiosk matrix} does.
 */
@Tag("long")
class FaultMatrixTest {
  private static final Logger log = LoggerFactory.getLogger(FaultMatrixTest.class);
  private static final boolean ALL = "all".equals(System.getProperty("yichuang.matrix"));

  /** Cells mostly wait; this many at once keep two cores busy and no more. */
  private static final int AT_ONCE = Integer.getInteger("yichuang.matrix-width", 12);

  private static final int FAST = 20;

  /**
   * A cell that went wrong is tried again when the others are through, slower: a loaded machine is
   * no defect.
   */
  private static final List<Integer> SLOWER = List.of(4, 2, 1);

  private static final int FEW = 2;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final Map<Cell, Cell.Seen> SEEN =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private static final List<Cell> ORDER = new ArrayList<>();

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> every_cell_ends_as_it_must_and_leads_back_into_service(
      TestReporter reporter) {
    long seed = Long.getLong("yichuang.seed", 4);
    reporter.publishEntry("the fault matrix's seed", Long.toString(seed));
    List<Cell> cells = chosen(seed);
    ORDER.addAll(cells);
    run(cells, FAST, AT_ONCE);
    for (int speed : SLOWER) {
      run(cells.stream().filter(cell -> !SEEN.get(cell).good()).toList(), speed, FEW);
    }
    return cells.stream()
        .map(cell ->
            DynamicTest.dynamicTest(
                cell.name() + ", " + cell.fault().word() + ", " + cell.phase().word(),
                () -> assertThat(SEEN.get(cell).wrong()).as("%s", SEEN.get(cell)).isEmpty()));
  }

  private static void run(List<Cell> cells, int speed, int atOnce) {
    try (ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        ExecutorService turns = Executors.newSingleThreadExecutor()) {
      for (Cell cell : cells) {
        Cell.Seen before = SEEN.get(cell);
        if (before != null) {
          log.info("{} is tried again, slower: {}", cell, before);
        }
        Path own = folder.resolve(Integer.toString(NUMBERS.incrementAndGet()));
        // Those of which a machine has one at a time would only keep the others waiting.
        var hands = Subjects.SINGLE.contains(cell.name()) ? turns : workers;
        hands.execute(() -> SEEN.put(cell, seen(cell, own, speed)));
      }
    }
  }

  private static Cell.Seen seen(Cell cell, Path own, int speed) {
    try {
      return cell.run(own, speed);
    } catch (RuntimeException | AssertionError e) { // told where the cell is, not in a worker
      return new Cell.Seen("", "", e.toString(), speed);
    }
  }

  private static List<Cell> chosen(long seed) {
    var random = new Random(seed);
    var own = new Random(seed); // what a machine lacks must not change what the others are asked
    var cells = new ArrayList<Cell>();
    String only = System.getProperty("yichuang.matrix-device", "");
    Subjects.all()
        .forEach((name, maker) -> {
          var singles = new ArrayList<Cell>();
          for (Fault fault : Fault.values()) {
            List<Cell> row =
                Stream.of(Phase.values())
                    .map(phase -> new Cell(name, maker, fault, phase))
                    .filter(cell -> cell.expected().possible())
                    .toList();
            if (!ALL && Subjects.SLOW.contains(name)) {
              singles.addAll(row);
              continue;
            }
            if (!row.isEmpty() && !ALL && Subjects.OTHERS.containsKey(name)) {
              row = List.of(row.get(random.nextInt(row.size())));
            }
            if (only.isEmpty() || only.equals(name)) {
              cells.addAll(row);
            }
          }
          if (!singles.isEmpty() && (only.isEmpty() || only.equals(name))) {
            cells.add(singles.get(own.nextInt(singles.size())));
          }
        });
    return cells;
  }

  @Test
  void every_cell_is_spoken_of_and_those_that_cannot_be_have_their_reason() {
    for (String name : Subjects.all().keySet()) {
      for (Fault fault : Fault.values()) {
        for (Phase phase : Phase.values()) {
          Expected expected = Expected.of(name, fault, phase);
          assertThat(expected.possible() || expected.why().length() > 10)
              .as(name + ", " + fault.word() + ", " + phase.word())
              .isTrue();
        }
      }
    }
  }

  /** A matrix whose cells are all good may be one that looks at nothing. */
  @Test
  void a_driver_that_lies_is_seen() {
    Subjects.Maker liar =
        (options, speed) ->
            new CoreSubjects.Roll(options, ReceiptWire.SERIAL, speed) {
              @Override
              Outcome<?> work(Call call) {
                return new Outcome.Done<>(new Printed(1));
              }
            };
    var cell = new Cell("receipt-printer", liar, Fault.TWO_IN_ONE, Phase.ARMING);
    assertThat(cell.run(folder.resolve("liar"), FAST).wrong()).contains("0 came about");
    var other = new Cell("receipt-printer", liar, Fault.COVER_OPEN, Phase.ARMING);
    assertThat(other.run(folder.resolve("liar"), FAST).wrong()).contains("expected");
  }

  @AfterAll
  static void write_the_table() throws IOException {
    var lines = new ArrayList<String>();
    for (Cell cell : ORDER) {
      Cell.Seen seen = SEEN.get(cell);
      lines.add(
          "%-20s %-13s %-10s %-22s %-22s %s"
              .formatted(
                  cell.name(),
                  cell.fault().word(),
                  cell.phase().word(),
                  seen.outcome(),
                  seen.state(),
                  seen.good()
                      ? (cell.expected().person() ? "person, reset" : "by itself")
                          + (seen.speed() == FAST ? "" : ", slower")
                      : "WRONG: " + seen.wrong()));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "fault-matrix.txt"), lines);
  }
}
