package io.yichuang.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.check.NameTrials;
import io.yichuang.vision.page.SheetTrials;
import io.yichuang.vision.page.SheetTrials.Row;
import io.yichuang.vision.text.TextTrials;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small part of {@link SheetsBench}, with a fixed seed; its tables stand in the log. */
@Tag("long")
class SheetsTest {

  /** The platform's own: no logging library is on this module's path, and the log is the proof. */
  private static final System.Logger log = System.getLogger(SheetsTest.class.getName());

  @BeforeAll
  static void natives() {
    Vision.require();
  }

  @Test
  void a_sheet_is_found_on_tables_of_all_kinds() throws Exception {
    for (var row : told("IoU by table", SheetTrials.corners(1, 0.5))) {
      // A cloth with large squares and a heap of papers are known to be hard; see VISION.md.
      var hard = row.what().equals("checked") || row.what().equals("papers");
      assertThat(row.figure())
          .as("seed %s: %s", SheetTrials.SEED, row)
          .isGreaterThan(hard ? 0.2 : 0.9);
    }
  }

  @Test
  void what_is_wrong_with_a_page_is_told_and_a_good_one_is_not_blamed() throws Exception {
    for (var row : told("told right", SheetTrials.decisions(2))) {
      assertThat(row.figure()).as("seed %s: %s", SheetTrials.SEED, row).isEqualTo(1);
    }
  }

  @Test
  void scans_gone_askew_are_straightened_to_a_tenth_of_a_degree() throws Exception {
    for (var row : told("deskew", SheetTrials.deskew(2))) {
      assertThat(row.figure()).as("seed %s: %s", SheetTrials.SEED, row).isLessThan(0.15);
    }
  }

  @Test
  void print_is_read_from_scans_and_photos() throws Exception {
    for (var row : told("characters read", TextTrials.read(1, new int[] {100}, 0.2))) {
      assertThat(row.figure()).as("seed %s: %s", SheetTrials.SEED, row).isGreaterThan(0.94);
    }
  }

  @Test
  void a_true_name_is_seldom_doubted_and_another_person_is_told() throws Exception {
    for (var row : told("names", NameTrials.names(2))) {
      var other = row.what().startsWith("another");
      // Of a bad photo the reader is not sure; there a slip is forgiven, and some others with it.
      var bad = row.what().contains("0.6");
      var least = bad ? 0.25 : row.what().contains("scan") ? 0.95 : 0.6;
      assertThat(row.figure())
          .as("seed %s: %s", SheetTrials.SEED, row)
          .isBetween(other ? least : 0, other ? 1 : bad ? 0.3 : 0.1);
    }
  }

  private static List<Row> told(String what, List<Row> rows) {
    var table = rows.stream().map(Row::toString).collect(Collectors.joining("\n"));
    log.log(
        System.Logger.Level.INFO,
        "seed {0}, {1}:\n{2}",
        Long.toString(SheetTrials.SEED),
        what,
        table);
    return rows;
  }
}
