package io.yichuang.kiosk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.submission.JournalTables;
import io.yichuang.kiosk.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** On a real SQLite file. */
class DraftsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final String PERSON = "50011919840612002X";
  private static final String OTHER = "500103197505200038";
  private static final String ITEM = "FW-ZL-01";
  private static final byte[] PICTURE = "a picture of a page".getBytes(StandardCharsets.UTF_8);

  private static final Draft DRAFT =
      new Draft(
          ITEM,
          NOW,
          Map.of(
              "other-name",
              new Answer("张伟", AnswerSource.TYPED, null, true),
              "address",
              new Answer("示例路18号", new AnswerSource("property"), NOW, true)),
          Map.of(
              "lease",
              List.of(
                  new Collected.Page(PICTURE, 595, 842, null),
                  new Collected.Page(new byte[] {1}, 842, 595, null))));

  @TempDir Path folder;
  private JdbcClient jdbc;

  @BeforeEach
  void tables() throws IOException {
    jdbc = JdbcClient.create(JournalTables.in(folder));
  }

  private KioskProperties properties(String key) {
    var values =
        Map.of(
            "kiosk.data", folder.resolve("data").toString(),
            "kiosk.key-file", folder.resolve(key).toString());
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("kiosk", KioskProperties.class);
  }

  private Vault vault(String key) throws IOException {
    return new Vault(properties(key));
  }

  private Drafts drafts(Duration later, String key) throws IOException {
    return new Drafts(
        jdbc,
        vault(key),
        JsonMapper.shared(),
        Clock.fixed(NOW.plus(later), ZoneOffset.UTC),
        properties(key));
  }

  private Drafts drafts(Duration later) throws IOException {
    return drafts(later, "kiosk.key");
  }

  @Test
  void what_was_kept_is_found_again_after_a_restart_page_by_page() throws IOException {
    drafts(Duration.ZERO).keep(PERSON, DRAFT);
    Draft found = drafts(Duration.ofDays(1)).find(PERSON, ITEM).orElseThrow();
    assertThat(found.answers()).isEqualTo(DRAFT.answers());
    assertThat(found.keptAt()).isEqualTo(NOW);
    assertThat(found.pages().get("lease"))
        .extracting(Collected.Page::widthPoints, page -> page.jpeg().length)
        .containsExactly(tuple(595f, PICTURE.length), tuple(842f, 1));
    assertThat(found.pages().get("lease").getFirst().jpeg()).isEqualTo(PICTURE);
  }

  @Test
  void nobody_else_finds_it_and_for_nothing_else() throws IOException {
    Drafts drafts = drafts(Duration.ZERO);
    drafts.keep(PERSON, DRAFT);
    assertThat(drafts.find(OTHER, ITEM)).isEmpty();
    assertThat(drafts.find(PERSON, "SB-CB-01")).isEmpty();
    assertThat(drafts.find(PERSON, ITEM)).isPresent();
  }

  @Test
  void whose_it_is_and_what_stands_in_it_is_not_to_be_read_on_the_disk() throws IOException {
    drafts(Duration.ZERO).keep(PERSON, DRAFT);
    var disk = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        disk.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(disk.toString())
        .contains(ITEM)
        .doesNotContain(PERSON)
        .doesNotContain("a picture of a page")
        .doesNotContain(
            new String("张伟".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_newer_one_takes_the_place_of_the_older_with_all_its_pages() throws IOException {
    Drafts drafts = drafts(Duration.ZERO);
    drafts.keep(PERSON, DRAFT);
    drafts.keep(PERSON, new Draft(ITEM, NOW, DRAFT.answers(), Map.of()));
    assertThat(drafts.find(PERSON, ITEM))
        .hasValueSatisfying(draft -> assertThat(draft.pageCount()).isZero());
    assertThat(rows("draft_page")).isZero();
  }

  @Test
  void after_seven_days_it_is_gone_from_the_disk_too() throws IOException {
    drafts(Duration.ZERO).keep(PERSON, DRAFT);
    drafts(Duration.ofDays(7).minusSeconds(1)).expire();
    assertThat(rows("draft")).isEqualTo(1);
    drafts(Duration.ofDays(7)).expire();
    assertThat(rows("draft") + rows("draft_page")).isZero();
  }

  @Test
  void what_is_forgotten_leaves_no_page_behind() throws IOException {
    Drafts drafts = drafts(Duration.ZERO);
    drafts.keep(PERSON, DRAFT);
    drafts.forget(OTHER, ITEM);
    assertThat(rows("draft_page")).isEqualTo(2);
    drafts.forget(PERSON, ITEM);
    assertThat(rows("draft") + rows("draft_page")).isZero();
  }

  /** Whose row another's content was moved to, by a hand in the database. */
  @Test
  void what_was_sealed_for_another_opens_for_nobody_and_costs_only_itself() throws IOException {
    Drafts drafts = drafts(Duration.ZERO);
    drafts.keep(PERSON, DRAFT);
    drafts.keep(OTHER, DRAFT);
    jdbc.sql("update draft set content = (select content from draft order by owner limit 1)")
        .update();
    assertThat(List.of(PERSON, OTHER))
        .filteredOn(person -> drafts.find(person, ITEM).isPresent())
        .hasSize(1);
    assertThat(rows("draft")).isEqualTo(1);
  }

  @Test
  void one_that_another_version_wrote_or_that_misses_a_page_costs_only_itself() throws IOException {
    Drafts drafts = drafts(Duration.ZERO);
    drafts.keep(PERSON, DRAFT);
    String owner = jdbc.sql("select owner from draft").query(String.class).single();
    byte[] otherwise = "{\"answers\": [1, 2]}".getBytes(StandardCharsets.UTF_8);
    jdbc.sql("update draft set content = ?")
        .param(vault("kiosk.key").seal("draft/" + owner + "/" + ITEM, otherwise))
        .update();
    assertThat(drafts.find(PERSON, ITEM)).isEmpty();
    assertThat(rows("draft") + rows("draft_page")).isZero();
    drafts.keep(PERSON, DRAFT);
    jdbc.sql("delete from draft_page where number = 1").update();
    assertThat(drafts.find(PERSON, ITEM)).isEmpty();
    assertThat(rows("draft") + rows("draft_page")).isZero();
  }

  private int rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
