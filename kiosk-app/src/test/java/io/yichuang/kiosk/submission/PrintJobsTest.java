package io.yichuang.kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.yichuang.kiosk.devices.DeviceBoard;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** On a real SQLite file with the terminal's own tables. */
class PrintJobsTest {
  private static final String NUMBER = "NC-0107-00000042-39";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private JdbcClient jdbc;

  @BeforeEach
  void journal() {
    var source = new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("journal.db"));
    var tables = new ResourceDatabasePopulator();
    for (String script : List.of("V1__journal.sql", "V2__told.sql", "V3__kind_of_paper.sql")) {
      tables.addScript(new FileSystemResource("src/main/resources/db/migration/" + script));
    }
    tables.execute(source);
    jdbc = JdbcClient.create(source);
  }

  /** A terminal that starts. */
  private PrintJobs started() {
    return new PrintJobs(mock(DeviceBoard.class), jdbc, CLOCK);
  }

  private void row(String job, String state) {
    row(job, state, "unknown");
  }

  private void row(String job, String state, String kind) {
    jdbc.sql("insert into print_job (job_id, created_at, state, kind) values (?, 0, ?, ?)")
        .params(job, state, kind)
        .update();
  }

  @Test
  void what_was_on_its_way_when_the_terminal_stopped_is_in_doubt() {
    row(NUMBER + ".1", "intended");
    assertThat(started().uncertain(NUMBER)).map(PrintJobs.Job::id).contains(NUMBER + ".1");
  }

  @Test
  void what_is_on_its_way_now_is_not() {
    PrintJobs jobs = started();
    row(NUMBER + ".1", "intended");
    assertThat(jobs.uncertain(NUMBER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"printed,false", "not-printed,false", "uncertain,true"})
  void only_an_unknown_fate_is_asked_of_anybody(String state, boolean asked) {
    row(NUMBER + ".1", state);
    assertThat(started().uncertain(NUMBER).isPresent()).isEqualTo(asked);
    assertThat(started().uncertain("NC-0107-00000043-68")).isEmpty();
    assertThat(started().uncertain("NC-0107-0000004")).isEmpty();
  }

  @Test
  void the_last_attempt_counts_also_after_the_ninth() {
    for (int attempt = 1; attempt <= 10; attempt++) {
      row(NUMBER + "." + attempt, attempt == 10 ? "printed" : "uncertain");
    }
    PrintJobs jobs = started();
    assertThat(jobs.uncertain(NUMBER)).isEmpty();
    assertThat(jobs.next(NUMBER)).isEqualTo(NUMBER + ".11");
    assertThat(jobs.next("NC-0107-00000043-68")).isEqualTo("NC-0107-00000043-68.1");
  }

  @Test
  void a_certificate_is_owed_until_one_came_out_or_may_have() {
    PrintJobs jobs = started();
    row(NUMBER + ".1", "printed", "receipt");
    row(NUMBER + ".2", "not-printed", "certificate");
    assertThat(jobs.owed(NUMBER)).isTrue();
    row(NUMBER + ".3", "uncertain", "certificate");
    assertThat(jobs.owed(NUMBER)).isFalse();
    jobs.settle(NUMBER + ".3");
    assertThat(jobs.owed(NUMBER)).isFalse();
  }

  @Test
  void a_citizen_who_has_the_paper_is_not_asked_again() {
    row(NUMBER + ".1", "intended");
    PrintJobs jobs = started();
    jobs.settle(NUMBER + ".1");
    assertThat(jobs.uncertain(NUMBER)).isEmpty();
    assertThat(started().uncertain(NUMBER)).isEmpty();
  }
}
