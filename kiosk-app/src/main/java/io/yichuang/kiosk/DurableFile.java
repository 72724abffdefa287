package io.yichuang.kiosk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/**
 * Small files that outlive a power cut: after it there is the old content or the new one, whole.
 * The content reaches the disk under another name first, then the name does.
 */
public final class DurableFile {
  private DurableFile() {}

  /**
   * Writes a file that is not there yet.
   *
   * @throws java.nio.file.FileAlreadyExistsException rather than overwrite what somebody else wrote
   *     meanwhile
   */
  public static void create(Path file, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    write(file, content, attributes);
  }

  /** Writes a file, in the place of an older one of that name. */
  public static void replace(Path file, byte[] content) throws IOException {
    write(
        file,
        content,
        new FileAttribute<?>[0],
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(
      Path file, byte[] content, FileAttribute<?>[] attributes, CopyOption... how)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, attributes);
    Files.write(part, content, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    Files.move(part, file, how);
    // Java syncs no folder but through a channel on it, which Linux allows for reading.
    try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}
