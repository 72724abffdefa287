package io.yichuang.kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.PlatformException.Kind;
import io.yichuang.kiosk.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** On a real SQLite file; the platform is played. */
class HandOverTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final byte[] BODY =
      """
      {"item": "X-1", "actor": {"idNumber": "50011919840612002X", "phone": "13900000001"}}
      """
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final Platform platform = mock(Platform.class);
  private DataSource source;
  private Journal journal;
  private HandOver handOver;

  @BeforeEach
  void terminal() throws IOException {
    source = JournalTables.in(folder);
    start("kiosk.key");
  }

  /** The terminal starts, with the key of that name. */
  private void start(String key) throws IOException {
    var properties = properties(key);
    var now = Clock.fixed(NOW, ZoneOffset.UTC);
    journal = new Journal(JdbcClient.create(source), new Vault(properties), now, properties);
    // A minute later: who stood at the screen had the first try.
    handOver =
        new HandOver(
            journal,
            platform,
            Clock.offset(now, Duration.ofMinutes(1)),
            JsonMapper.builder().build(),
            Duration.ofSeconds(30));
  }

  /** The same journal with a clock that is so far ahead. */
  private Journal journal(Duration ahead) throws IOException {
    var properties = properties("kiosk.key");
    var clock = Clock.fixed(NOW.plus(ahead), ZoneOffset.UTC);
    return new Journal(JdbcClient.create(source), new Vault(properties), clock, properties);
  }

  private KioskProperties properties(String key) {
    var values =
        Map.of(
            "kiosk.data", folder.resolve("data").toString(),
            "kiosk.key-file", folder.resolve(key).toString());
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("kiosk", KioskProperties.class);
  }

  private static PlatformException refusal() {
    return new PlatformException(Kind.REFUSED, "unknown-item", List.of(), "no such item");
  }

  private static PlatformException away() {
    return new PlatformException(Kind.UNREACHABLE, "nobody there", new IOException("refused"));
  }

  @Test
  void who_had_left_is_told_once_that_it_was_refused() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenThrow(refusal());
    handOver.round();
    handOver.round();
    verify(platform, times(1)).submit(number, BODY);
    verify(platform, times(1)).tellRefused(number, "X-1", "50011919840612002X", "13900000001");
    // It stays for a person to look at.
    assertThat(journal.counts()).containsEntry("refused", 1L);
    assertThat(journal.fate(number).orElseThrow().refused()).isTrue();
  }

  @Test
  void a_message_that_cannot_go_yet_is_tried_again() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenThrow(refusal());
    doThrow(away()).doNothing().when(platform).tellRefused(any(), any(), any(), any());
    handOver.round();
    handOver.round();
    handOver.round();
    verify(platform, times(2)).tellRefused(number, "X-1", "50011919840612002X", "13900000001");
  }

  @Test
  void what_was_submitted_before_the_clock_was_set_back_goes_out_and_is_told() throws IOException {
    // A terminal whose clock ran eight hours ahead until the network came.
    String number = journal(Duration.ofHours(8)).write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenReturn(made(number));
    handOver.round();
    verify(platform, times(1)).submit(number, BODY);
    verify(platform, times(1)).tellHandedOver(any());
  }

  @Test
  void a_refused_one_that_cannot_be_opened_is_said_once_and_never_sent_again() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenThrow(refusal());
    assertThat(handOver.now(number)).isEmpty();
    journal.unreadable(number);
    assertThat(journal.refusedUntold(5)).isEmpty();
    journal(Duration.ZERO);
    handOver.round();
    verify(platform, times(1)).submit(any(), any());
    assertThat(journal.counts()).containsEntry("refused", 1L);
  }

  @Test
  void a_message_that_can_never_go_is_given_up() throws IOException {
    journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenThrow(refusal());
    doThrow(refusal()).when(platform).tellRefused(any(), any(), any(), any());
    handOver.round();
    handOver.round();
    verify(platform, times(1)).tellRefused(any(), any(), any(), any());
  }

  @Test
  void who_saw_the_refusal_on_the_screen_gets_no_message() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenThrow(refusal());
    doNothing().when(platform).tellRefused(any(), any(), any(), any());
    assertThat(handOver.now(number)).isEmpty();
    journal.told(number);
    handOver.round();
    verify(platform, never()).tellRefused(any(), any(), any(), any());
  }

  @Test
  void what_cannot_go_now_waits_and_one_that_is_refused_does_not_hold_it_up() throws IOException {
    String first = journal.write("X-1", _ -> BODY, List.of());
    String second = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(first, BODY)).thenThrow(refusal());
    when(platform.submit(second, BODY)).thenThrow(away());
    handOver.round();
    assertThat(journal.counts()).containsEntry("refused", 1L).containsEntry("pending", 1L);
  }

  @Test
  void one_that_nobody_can_open_does_not_hold_up_the_others() throws IOException {
    String broken = journal.write("X-1", _ -> BODY, List.of());
    String sound = journal.write("X-1", _ -> BODY, List.of());
    JdbcClient.create(source)
        .sql("update submission set body = x'00112233' where terminal_number = ?")
        .param(broken)
        .update();
    when(platform.submit(any(), any())).thenThrow(away());
    handOver.round();
    verify(platform, times(1)).submit(sound, BODY);
    assertThat(journal.counts()).containsEntry("unreadable", 1L).containsEntry("pending", 1L);
  }

  @Test
  void one_that_could_not_be_opened_is_tried_again_by_the_next_start() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    var jdbc = JdbcClient.create(source);
    byte[] sealed =
        jdbc.sql("select body from submission").query((row, n) -> row.getBytes(1)).single();
    jdbc.sql("update submission set body = x'00112233'").update();
    when(platform.submit(any(), any())).thenThrow(away());
    handOver.round();
    jdbc.sql("update submission set body = ?").param(sealed).update();
    handOver.round();
    verify(platform, never()).submit(any(), any());
    start("kiosk.key");
    handOver.round();
    verify(platform, times(1)).submit(number, BODY);
  }

  /** A disk of keys that is not mounted at boot: the kiosk would make a key of its own. */
  @Test
  void with_another_key_nothing_starts_and_with_the_right_one_all_goes_out() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    assertThatIllegalStateException()
        .isThrownBy(() -> start("another.key"))
        .withMessageContainingAll("kiosk.key-file", "another.key", "1 submissions wait");
    when(platform.submit(any(), any())).thenThrow(away());
    start("kiosk.key");
    handOver.round();
    verify(platform, times(1)).submit(number, BODY);
  }

  @Test
  void an_answer_of_another_case_is_no_answer_and_nothing_is_forgotten() throws IOException {
    String number = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(any(), any())).thenReturn(made("NC-0001-00000099-99"), made(number));
    assertThat(handOver.now(number)).isEmpty();
    assertThat(journal.pending(number)).isPresent();
    assertThat(handOver.now(number)).isPresent();
    assertThat(journal.counts()).containsEntry("handed-over", 1L);
  }

  private static CaseFile made(String terminalNumber) {
    var name = new LocalText("备案", "Record");
    return new CaseFile(
        "50011920260302000139",
        terminalNumber,
        "X-1",
        name,
        name,
        "王＊英",
        CaseFile.State.RECEIVED,
        CaseFile.Light.GREEN,
        NOW,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  @Test
  void one_that_is_too_much_for_a_poor_line_keeps_nobody_else_waiting() throws IOException {
    String large = journal.write("X-1", _ -> BODY, List.of());
    String small = journal.write("X-1", _ -> BODY, List.of());
    when(platform.submit(large, BODY)).thenThrow(away());
    when(platform.submit(small, BODY)).thenReturn(made(small));
    handOver.round();
    verify(platform, times(1)).tellHandedOver(made(small).code());
  }

  @Test
  void numbers_of_a_new_disk_are_none_that_are_on_receipts_already() {
    String first = journal.write("X-1", _ -> BODY, List.of());
    long minutes = Duration.between(Instant.parse("2025-01-01T00:00:00Z"), NOW).toMinutes();
    assertThat(first).contains("-%08d-".formatted(minutes));
  }

  @Test
  void one_that_the_platform_stumbles_over_keeps_nobody_else_waiting() throws IOException {
    String stuck = journal.write("X-1", _ -> BODY, List.of());
    String gone = journal.write("X-1", _ -> BODY, List.of());
    var troubled = new PlatformException(Kind.TROUBLED, "internal", List.of(), "oops");
    when(platform.submit(stuck, BODY)).thenThrow(troubled);
    when(platform.submit(gone, BODY)).thenThrow(refusal());
    handOver.round();
    verify(platform, times(1)).tellRefused(gone, "X-1", "50011919840612002X", "13900000001");
  }
}
