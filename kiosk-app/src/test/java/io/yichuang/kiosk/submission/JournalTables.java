package io.yichuang.kiosk.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A real SQLite file with the terminal's own tables. */
public final class JournalTables {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private JournalTables() {}

  /** Makes it in a folder; a file that is there already is opened as it is. */
  public static DataSource in(Path folder) throws IOException {
    Path file = folder.resolve("journal.db");
    boolean fresh = Files.notExists(file);
    var source = new DriverManagerDataSource("jdbc:sqlite:" + file);
    if (fresh) {
      var tables = new ResourceDatabasePopulator();
      try (var scripts = Files.list(MIGRATIONS)) {
        scripts.sorted().map(FileSystemResource::new).forEach(tables::addScript);
      }
      tables.execute(source);
    }
    return source;
  }
}
