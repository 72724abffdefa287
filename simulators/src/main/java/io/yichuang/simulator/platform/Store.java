package io.yichuang.simulator.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The platform's database: one SQLite file, one connection, one writer at a time. Any thread. What
 * it confirmed survives a kill (WAL, synchronous FULL).
 */
final class Store implements AutoCloseable {
  private static final List<String> TABLES = List.of("cases", "files", "messages", "settings");

  private static final String SCHEMA =
      """
      CREATE TABLE IF NOT EXISTS cases (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, prefix TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE, id_number TEXT NOT NULL, doc TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS cases_of_person ON cases (id_number);
      CREATE INDEX IF NOT EXISTS cases_of_day ON cases (prefix);
      CREATE TABLE IF NOT EXISTS files (sha256 TEXT PRIMARY KEY, type TEXT NOT NULL, content BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS messages (
        id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, phone TEXT NOT NULL, text TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)
      """;

  private final Connection connection;

  Store(Path file) {
    try {
      connection =
          DriverManager.getConnection(
              "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000");
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA.split(";")) {
          statement.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open the platform's database " + file, e);
    }
  }

  /** All or nothing, and nobody else meanwhile. */
  synchronized <T> T whole(Callable<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.call();
        connection.commit();
        return result;
      } finally {
        // After a commit this changes nothing.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the platform's database failed", e);
    }
  }

  /** A new case with the next free code of its region and day. */
  synchronized String newCode(String region, LocalDate day) {
    String prefix = SupervisionCode.of(region, day, 0).substring(0, 14);
    int used =
        one("SELECT count(*) FROM cases WHERE prefix = ?", row -> row.getInt(1), prefix).orElse(0);
    if (used >= SupervisionCode.MOST_SERIALS) {
      throw new Problem(503, "internal", "No supervision codes are left today");
    }
    return SupervisionCode.of(region, day, used + 1);
  }

  synchronized void add(CaseRecord made) {
    change(
        "INSERT INTO cases (code, prefix, key, id_number, doc) VALUES (?, ?, ?, ?, ?)",
        made.code(),
        made.code().substring(0, 14),
        made.terminalNumber(),
        made.idNumber(),
        Json.MAPPER.writeValueAsString(made));
  }

  synchronized void save(CaseRecord changed) {
    change(
        "UPDATE cases SET doc = ? WHERE code = ?",
        Json.MAPPER.writeValueAsString(changed),
        changed.code());
  }

  synchronized Optional<CaseRecord> byCode(String code) {
    return one("SELECT doc FROM cases WHERE code = ?", Store::record, code);
  }

  synchronized Optional<CaseRecord> byTerminalNumber(String number) {
    return one("SELECT doc FROM cases WHERE key = ?", Store::record, number);
  }

  synchronized List<CaseRecord> ofPerson(String idNumber) {
    return all(
        "SELECT doc FROM cases WHERE id_number = ? ORDER BY seq DESC", Store::record, idNumber);
  }

  synchronized List<CaseRecord> allCases() {
    return all("SELECT doc FROM cases ORDER BY seq DESC", Store::record);
  }

  private static CaseRecord record(ResultSet row) throws SQLException {
    return Json.MAPPER.readValue(row.getString(1), CaseRecord.class);
  }

  synchronized boolean hasFile(String sha256) {
    return one("SELECT 1 FROM files WHERE sha256 = ?", row -> row.getInt(1), sha256).isPresent();
  }

  /** False if it was there. */
  synchronized boolean putFile(String sha256, String type, byte[] content) {
    return change("INSERT OR IGNORE INTO files VALUES (?, ?, ?)", sha256, type, content) == 1;
  }

  synchronized Optional<byte[]> file(String sha256) {
    return one("SELECT content FROM files WHERE sha256 = ?", row -> row.getBytes(1), sha256);
  }

  synchronized void addMessage(Instant time, String phone, String text) {
    change(
        "INSERT INTO messages (time, phone, text) VALUES (?, ?, ?)", time.toString(), phone, text);
  }

  synchronized List<Map<String, Object>> messages() {
    return all(
        "SELECT id, time, phone, text FROM messages ORDER BY id DESC",
        row -> {
          Map<String, Object> message = new LinkedHashMap<>();
          message.put("id", String.valueOf(row.getInt(1)));
          message.put("time", row.getString(2));
          message.put("phone", row.getString(3));
          message.put("text", row.getString(4));
          return message;
        });
  }

  /** How far the platform's clock is ahead of the real one. */
  synchronized Duration ahead() {
    return one(
            "SELECT value FROM settings WHERE name = 'ahead'",
            row -> Duration.parse(row.getString(1)))
        .orElse(Duration.ZERO);
  }

  synchronized void setAhead(Duration ahead) {
    change("INSERT OR REPLACE INTO settings VALUES ('ahead', ?)", ahead.toString());
  }

  synchronized void clear() {
    TABLES.forEach(table -> change("DELETE FROM " + table));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the platform's database did not close", e);
    }
  }

  private interface Read<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> one(String sql, Read<T> read, Object... values) {
    return all(sql, read, values).stream().findFirst();
  }

  private <T> List<T> all(String sql, Read<T> read, Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(read.from(rows));
      }
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("the platform's database failed", e);
    }
  }

  private int change(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the platform's database failed", e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
