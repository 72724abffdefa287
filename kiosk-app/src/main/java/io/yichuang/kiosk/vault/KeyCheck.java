package io.yichuang.kiosk.vault;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the key that sealed the data folder from another. A folder of keys that was not there at
 * boot brings a fresh key: with that one nothing may go on, or what waits here would be given up
 * for good.
 */
public final class KeyCheck {
  /** The place of the sealed text, which is empty. */
  private static final String PLACE = "key-check";

  /** A sealed text and the place that it was sealed for. */
  private record Sealed(String place, byte[] content) {}

  private final JdbcClient jdbc;
  private final Vault vault;

  /** Of one data folder and one key. */
  public KeyCheck(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * Asks the first thing that was sealed here; the first start seals one.
   *
   * @throws IllegalStateException if the key is another one
   */
  public void at(Path keyFile) {
    // A data folder older than the check has only its submissions to ask.
    check().or(this::submission).ifPresent(sealed -> open(sealed, keyFile));
    jdbc.sql("insert into key_check (id, sealed) values (1, ?) on conflict do nothing")
        .param(vault.seal(PLACE, new byte[0]))
        .update();
  }

  private Optional<Sealed> check() {
    return jdbc.sql("select sealed from key_check")
        .query((row, n) -> new Sealed(PLACE, row.getBytes("sealed")))
        .optional();
  }

  private Optional<Sealed> submission() {
    return jdbc.sql(
            "select terminal_number, body from submission where body is not null order by id limit 1")
        .query((row, n) -> new Sealed(row.getString("terminal_number"), row.getBytes("body")))
        .optional();
  }

  private void open(Sealed sealed, Path keyFile) {
    try {
      vault.open(sealed.place(), sealed.content());
    } catch (IllegalStateException e) {
      long waiting =
          jdbc.sql("select count(*) from submission where state = 'pending'")
              .query(Long.class)
              .single();
      throw new IllegalStateException(
          "kiosk.key-file: the key at "
              + keyFile
              + " is not the one that sealed the data folder, where "
              + waiting
              + " submissions wait; bring the right key back (is its disk mounted?), or move the"
              + " data folder away and they are lost",
          e);
    }
  }
}
