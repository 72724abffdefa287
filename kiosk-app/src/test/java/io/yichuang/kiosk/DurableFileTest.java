package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  private static final byte[] OLD = {1};
  private static final byte[] NEW = {2, 3};

  @TempDir Path folder;

  @Test
  void what_is_there_is_replaced_whole_and_no_part_stays_behind() throws Exception {
    Path file = folder.resolve("catalogue.json");
    DurableFile.replace(file, OLD);
    DurableFile.replace(file, NEW);

    assertThat(file).hasBinaryContent(NEW);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_key_that_somebody_wrote_meanwhile_is_not_overwritten() throws Exception {
    Path file = folder.resolve("kiosk.key");
    DurableFile.create(file, OLD);

    assertThatThrownBy(() -> DurableFile.create(file, NEW))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasBinaryContent(OLD);
  }

  @Test
  void what_a_power_cut_left_half_written_is_no_hindrance() throws Exception {
    Path file = folder.resolve("kiosk.key");
    Files.write(folder.resolve("kiosk.key.part"), OLD);

    DurableFile.create(
        file,
        NEW,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

    assertThat(file).hasBinaryContent(NEW);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
