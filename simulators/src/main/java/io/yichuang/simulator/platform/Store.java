package io.yichuang.simulator.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases, files and messages in one SQLite file. One connection under one lock: what runs in {@link
 * #inTransaction} sees nobody else's work, which is what makes a submission happen once.
 */
final class Store implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          "create table if not exists cases (code text primary key, key text not null unique,"
              + " id_number text not null, submission text not null, state text not null,"
              + " received integer not null, accepted integer, correction integer,"
              + " finished integer, reminded integer, rated integer not null, licence text)",
          "create index if not exists cases_by_person on cases (id_number)",
          "create table if not exists serials (day text primary key, last integer not null)",
          "create table if not exists files (sha256 text primary key, bytes blob not null)",
          "create table if not exists messages (id integer primary key autoincrement,"
              + " time integer not null, phone text not null, text text not null)",
          "create table if not exists settings (name text primary key, value text not null)");

  /** A message sent; {@code time} on the platform's clock. */
  record Message(long id, Instant time, String phone, String text) {
    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }

  private final Connection connection;

  Store(Path file) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma journal_mode = wal");
        for (String table : TABLES) {
          statement.execute(table);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The platform's database cannot be opened", e);
    }
  }

  /** All or nothing, one at a time. */
  synchronized <T> T inTransaction(Supplier<T> work) {
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.get();
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The next serial of a region's day, from 1; in a transaction. */
  synchronized int nextSerial(String day) {
    run("insert into serials values (?, 1) on conflict (day) do update set last = last + 1", day);
    return query("select last from serials where day = ?", row -> row.getInt(1), day).getFirst();
  }

  synchronized void put(StoredCase c) {
    JsonNode licence = c.licence();
    run(
        "insert or replace into cases values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        c.code(),
        c.key(),
        c.actor().get("idNumber").asString(),
        c.submission().toString(),
        c.state().name().toLowerCase(Locale.ROOT),
        c.receivedAt().toEpochMilli(),
        millis(c.acceptedAt()),
        millis(c.correctionAt()),
        millis(c.finishedAt()),
        millis(c.remindedAt()),
        c.rated(),
        licence == null ? null : licence.toString());
  }

  synchronized Optional<StoredCase> byCode(String code) {
    return query("select * from cases where code = ?", Store::stored, code).stream().findFirst();
  }

  synchronized Optional<StoredCase> byKey(String key) {
    return query("select * from cases where key = ?", Store::stored, key).stream().findFirst();
  }

  /** By the terminal's own number as people type it: its hyphens do not matter. */
  synchronized Optional<StoredCase> byBareKey(String key) {
    return query(
            "select * from cases where replace(key, '-', '') = ?",
            Store::stored,
            key.replace("-", ""))
        .stream()
        .findFirst();
  }

  /** Newest first, as all lists. */
  synchronized List<StoredCase> byPerson(String idNumber) {
    return query(
        "select * from cases where id_number = ? order by received desc, rowid desc",
        Store::stored,
        idNumber);
  }

  synchronized List<StoredCase> all() {
    return query("select * from cases order by received desc, rowid desc", Store::stored);
  }

  /** Keeps a file; false if it was there. */
  synchronized boolean putFile(String sha256, byte[] bytes) {
    return run("insert or ignore into files values (?, ?)", sha256, bytes) == 1;
  }

  synchronized boolean hasFile(String sha256) {
    return !query("select 1 from files where sha256 = ?", row -> 1, sha256).isEmpty();
  }

  synchronized Optional<byte[]> file(String sha256) {
    return query("select bytes from files where sha256 = ?", row -> row.getBytes(1), sha256)
        .stream()
        .findFirst();
  }

  synchronized void send(Instant time, String phone, String text) {
    run(
        "insert into messages (time, phone, text) values (?, ?, ?)",
        time.toEpochMilli(),
        phone,
        text);
  }

  synchronized List<Message> messages() {
    return query(
        "select id, time, phone, text from messages order by id desc",
        row ->
            new Message(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4)));
  }

  synchronized void keep(String setting, String value) {
    run("insert or replace into settings values (?, ?)", setting, value);
  }

  synchronized Optional<String> kept(String setting) {
    return query("select value from settings where name = ?", row -> row.getString(1), setting)
        .stream()
        .findFirst();
  }

  synchronized void clear() {
    for (String table : List.of("cases", "serials", "files", "messages", "settings")) {
      run("delete from " + table);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static StoredCase stored(ResultSet row) throws SQLException {
    String licence = row.getString("licence");
    return new StoredCase(
        row.getString("code"),
        row.getString("key"),
        JsonMapper.shared().readTree(row.getString("submission")),
        StoredCase.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("received")),
        instant(row, "accepted"),
        instant(row, "correction"),
        instant(row, "finished"),
        instant(row, "reminded"),
        row.getInt("rated"),
        licence == null ? null : JsonMapper.shared().readTree(licence));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  private int run(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> List<T> query(String sql, Row<T> reader, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void fill(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("The platform's database failed", e);
  }
}
