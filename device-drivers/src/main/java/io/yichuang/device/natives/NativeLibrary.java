package io.yichuang.device.natives;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Unpacks native libraries out of their jars, each once, into a folder named after its checksum
 * under {@link #home()}. Left alone every library unpacks itself into the temporary folder at every
 * start: it may be mounted noexec, and a killed process leaves 100 MB behind there. Any thread, any
 * number of processes at a time.
 */
public final class NativeLibrary {
  private static final String HOME = "yichuang.natives";

  private NativeLibrary() {}

  /** The system property {@code yichuang.natives}, else {@code ~/.cache/yichuang/natives}. */
  public static Path home() {
    String set = System.getProperty(HOME);
    return set != null
        ? Path.of(set).toAbsolutePath()
        : Path.of(System.getProperty("user.home", "."), ".cache", "yichuang", "natives")
            .toAbsolutePath();
  }

  /**
   * The library as a file in a folder of its own.
   *
   * @param name of the folder, before its checksum
   * @param resource on the class path, with a slash in front
   * @throws IOException when the class path has none, or it cannot be written
   */
  public static Path unpack(String name, String resource) throws IOException {
    return unpackInto(home().resolve(name + "-" + checksum(resource)), resource);
  }

  /**
   * A resource below its whole path in a folder of its own, such as a class for another process.
   *
   * @return that folder
   * @throws IOException when the class path has none, or it cannot be written
   */
  public static Path unpackTree(String name, String resource) throws IOException {
    Path folder = home().resolve(name + "-" + checksum(resource));
    unpackInto(folder.resolve(resource.substring(1, resource.lastIndexOf('/'))), resource);
    return folder;
  }

  /**
   * Libraries that look for each other: all in one folder, which is given.
   *
   * @throws IOException when the class path misses one, or they cannot be written
   */
  public static Path unpackTogether(String name, String... resources) throws IOException {
    var folder = new StringBuilder(name);
    for (String resource : resources) {
      folder.append('-').append(checksum(resource));
    }
    Path at = home().resolve(folder.toString());
    for (String resource : resources) {
      unpackInto(at, resource);
    }
    return at;
  }

  /**
   * A file that is there is checked too: a power cut can leave it torn, and loading a torn library
   * kills the JVM without a word.
   */
  private static Path unpackInto(Path folder, String resource) throws IOException {
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    String wanted = checksum(resource);
    if (Files.isRegularFile(file) && wanted.equals(checksum(file))) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "unpacking", ".part");
    try {
      try (var in = NativeLibrary.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw absent(resource);
        }
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    if (!wanted.equals(checksum(file))) {
      throw new IOException("unpacked badly: " + file);
    }
    return file;
  }

  /** The CRC-32 of the jar's directory where there is one: no need to inflate 65 MB. */
  private static String checksum(String resource) throws IOException {
    var url = NativeLibrary.class.getResource(resource);
    if (url == null) {
      throw absent(resource);
    }
    var connection = url.openConnection();
    if (connection instanceof JarURLConnection jar && jar.getJarEntry().getCrc() >= 0) {
      return HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
    }
    try (var in = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
      return drained(in);
    }
  }

  private static String checksum(Path file) throws IOException {
    try (var in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      return drained(in);
    }
  }

  private static String drained(CheckedInputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().toHexDigits((int) in.getChecksum().getValue());
  }

  private static IOException absent(String resource) {
    return new IOException("the class path holds no " + resource);
  }
}
