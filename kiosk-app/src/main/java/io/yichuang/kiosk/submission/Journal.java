package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.vault.KeyCheck;
import io.yichuang.kiosk.vault.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submissions from the moment the citizen signs until the platform has them. One transaction,
 * synced to disk, makes a submission; only then may the screen say so. Content is sealed, and
 * deleted once it was handed over.
 */
@Repository
class Journal {
  /**
   * A file that goes with a submission.
   *
   * @param sha256 64 hex digits over the plain content
   */
  record Attachment(String sha256, String contentType, byte[] content) {
    static Attachment of(String contentType, byte[] content) {
      return new Attachment(sha256(content), contentType, content);
    }

    static String sha256(byte[] content) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    @Override
    public String toString() {
      return "Attachment[" + contentType + ", " + content.length + " bytes]";
    }
  }

  /** A submission that waits for the platform. */
  record Pending(long id, String terminalNumber, byte[] body) {
    @Override
    public String toString() {
      return "Pending[" + terminalNumber + "]";
    }
  }

  /** A submission that the platform has and whose code nobody has seen. */
  record Untold(String terminalNumber, String code) {}

  /** What became of a submission. */
  record Fate(String terminalNumber, String state, @Nullable String code) {
    boolean refused() {
      return state.equals("refused");
    }
  }

  private static final String UNREADABLE = "unreadable";

  /**
   * Where numbers begin in a new data folder: at the minutes since then, so that a disk that was
   * lost does not make numbers come again that are on receipts already. A terminal takes fewer than
   * one submission a minute.
   */
  private static final Instant FIRST_NUMBERS = Instant.parse("2025-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final String terminal;

  Journal(JdbcClient jdbc, Vault vault, Clock clock, KioskProperties properties) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.terminal = properties.terminal().id();
    new KeyCheck(jdbc, vault).at(properties.keyFile());
    // What could not be opened is tried again with each start: the key may have been brought back.
    jdbc.sql("update submission set problem = null where problem = ?").param(UNREADABLE).update();
  }

  /**
   * Takes the next number and writes the submission under it. When this returns, it is on disk.
   *
   * @param body makes the body from the number
   * @return the terminal's number
   */
  @Transactional
  public String write(String item, Function<String, byte[]> body, List<Attachment> attachments) {
    long count =
        jdbc.sql(
                "insert into counter (name, value) values ('submission', ?)"
                    + " on conflict (name) do update set value = value + 1 returning value")
            .param(Math.max(1, Duration.between(FIRST_NUMBERS, clock.instant()).toMinutes()))
            .query(Long.class)
            .single();
    String number = TerminalNumber.of(terminal, count);
    long id =
        jdbc.sql(
                "insert into submission (terminal_number, created_at, item, state, body, told)"
                    + " values (?, ?, ?, 'pending', ?, 0) returning id")
            .params(number, clock.millis(), item, vault.seal(number, body.apply(number)))
            .query(Long.class)
            .single();
    for (Attachment attachment : attachments) {
      jdbc.sql(
              "insert into submission_file (submission_id, sha256, content_type, content)"
                  + " values (?, ?, ?, ?) on conflict do nothing")
          .params(
              id,
              attachment.sha256(),
              attachment.contentType(),
              vault.seal(number + "/" + attachment.sha256(), attachment.content()))
          .update();
    }
    return number;
  }

  /**
   * Numbers of the oldest submissions that the platform does not have; each is opened by itself,
   * because one that cannot be opened must not hold up the others.
   *
   * @param before only those journalled before this time; one of the future, from before the clock
   *     was set back, has nobody at the screen either
   */
  List<String> waiting(int most, Instant before) {
    return jdbc.sql(
            "select terminal_number from submission where state = 'pending'"
                + " and problem is null and (created_at < ? or created_at > ?)"
                + " order by tries, id limit ?")
        .params(before.toEpochMilli(), clock.millis(), most)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * One submission that waits, if it does.
   *
   * @throws IllegalStateException if it was sealed with another key, or is broken
   */
  Optional<Pending> pending(String number) {
    return opened(number, "pending");
  }

  /**
   * One that was refused.
   *
   * @throws IllegalStateException as above
   */
  Optional<Pending> refused(String number) {
    return opened(number, "refused");
  }

  private Optional<Pending> opened(String number, String state) {
    return jdbc.sql("select id, body from submission where state = ? and terminal_number = ?")
        .params(state, number)
        .query((row, n) ->
            new Pending(row.getLong("id"), number, vault.open(number, row.getBytes("body"))))
        .optional();
  }

  /** Nobody can open it, so nobody can be told: it stays for a person, and for the next start. */
  @Transactional
  public void unreadable(String number) {
    jdbc.sql("update submission set problem = ? where terminal_number = ?")
        .params(UNREADABLE, number)
        .update();
  }

  /**
   * Hashes and types of the files that go with a submission; the contents are opened one by one.
   */
  List<String> attachmentsOf(long submission) {
    return jdbc.sql("select sha256 from submission_file where submission_id = ? order by sha256")
        .param(submission)
        .query((row, n) -> row.getString(1))
        .list();
  }

  Attachment attachment(Pending submission, String sha256) {
    return jdbc.sql(
            "select content_type, content from submission_file"
                + " where submission_id = ? and sha256 = ?")
        .params(submission.id(), sha256)
        .query((row, n) ->
            new Attachment(
                sha256,
                row.getString("content_type"),
                vault.open(submission.terminalNumber() + "/" + sha256, row.getBytes("content"))))
        .single();
  }

  /** The platform has it: its content goes, number and code stay. */
  @Transactional
  public void handedOver(long submission, String code) {
    jdbc.sql("delete from submission_file where submission_id = ?").param(submission).update();
    jdbc.sql("update submission set state = 'handed-over', code = ?, body = null where id = ?")
        .params(code, submission)
        .update();
  }

  /**
   * The platform will never take it as it is. It stays, sealed, until a person has looked at it.
   */
  @Transactional
  public void refused(long submission, String problem) {
    jdbc.sql("update submission set state = 'refused', problem = ? where id = ?")
        .params(problem, submission)
        .update();
  }

  @Transactional
  public void tried(long submission) {
    jdbc.sql("update submission set tries = tries + 1 where id = ?").param(submission).update();
  }

  Optional<Fate> fate(String number) {
    return jdbc.sql(
            "select coalesce(nullif(problem, '') = ?, 0) as shut, state, code from submission"
                + " where terminal_number = ?")
        .params(UNREADABLE, number)
        .query((row, n) ->
            new Fate(
                number,
                row.getBoolean("shut") ? UNREADABLE : row.getString("state"),
                row.getString("code")))
        .optional();
  }

  /** As {@link #fate}, for a number that was typed without its hyphens. */
  Optional<Fate> fateOfBare(String bare) {
    return jdbc.sql(
            "select terminal_number from submission"
                + " where replace(terminal_number, '-', '') = ?")
        .params(bare)
        .query((row, n) -> row.getString(1))
        .optional()
        .flatMap(this::fate);
  }

  /**
   * Handed over, but the citizen was gone before the code came.
   *
   * @param before only those journalled before this time: a younger one may be on its way to the
   *     screen; one of the future as with {@link #waiting}
   */
  List<Untold> untold(int most, Instant before) {
    return jdbc.sql(
            "select terminal_number, code from submission where state = 'handed-over' and told = 0"
                + " and (created_at < ? or created_at > ?) order by id limit ?")
        .params(before.toEpochMilli(), clock.millis(), most)
        .query((row, n) -> new Untold(row.getString("terminal_number"), row.getString("code")))
        .list();
  }

  /** Numbers of those refused after the citizen had left: nobody knows of it yet. */
  List<String> refusedUntold(int most) {
    return jdbc.sql(
            "select terminal_number from submission"
                + " where state = 'refused' and told = 0 and coalesce(problem, '') <> ?"
                + " order by id limit ?")
        .params(UNREADABLE, most)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * How many submissions are in each state: {@code pending}, {@code refused}, {@code unreadable}, …
   */
  Map<String, Long> counts() {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            "select case problem when ? then problem else state end as now, count(*)"
                + " from submission group by now")
        .param(UNREADABLE)
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  /** Whether this terminal journalled it. */
  boolean has(String number) {
    return fate(number).isPresent();
  }

  /** The citizen knows the code, or that it was refused. */
  @Transactional
  public void told(String number) {
    jdbc.sql("update submission set told = 1 where terminal_number = ?").param(number).update();
  }
}
