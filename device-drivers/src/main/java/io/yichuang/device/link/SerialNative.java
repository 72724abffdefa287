package io.yichuang.device.link;

import com.fazecast.jSerialComm.SerialPort;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Unpacks jSerialComm's native once, by hash, into a fixed folder. Left alone it unpacks into the
 * temporary folder at every start, where a killed process leaves it behind and noexec forbids it.
 * The folder is the system property {@code yichuang.natives}, else {@code ~/.cache/yichuang}.
 */
final class SerialNative {
  private static final String NAME = "libjSerialComm.so";
  private static boolean ready;

  private SerialNative() {}

  static synchronized void load() throws DeviceException {
    if (ready || System.getProperty("jSerialComm.library.path") != null) {
      return;
    }
    String folder = folder();
    if (folder.isEmpty()) {
      return; // not a Linux that the jar has a native for: jSerialComm's own way, or its own error
    }
    try (InputStream packed =
        SerialPort.class.getResourceAsStream("/Linux/" + folder + "/" + NAME)) {
      if (packed == null) {
        return;
      }
      byte[] library = packed.readAllBytes();
      System.setProperty("jSerialComm.library.path", unpack(library).toString());
      ready = true;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new DeviceException(FaultCode.HARDWARE, "the serial native cannot be unpacked: " + e);
    }
  }

  private static Path unpack(byte[] library) throws IOException, NoSuchAlgorithmException {
    String home = System.getProperty("user.home", "/var/lib/yichuang");
    String root = System.getProperty("yichuang.natives", home + "/.cache/yichuang/natives");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(library);
    String name = "jserialcomm-" + HexFormat.of().formatHex(hash, 0, 8);
    Path folder = Files.createDirectories(Path.of(root, name));
    Path target = folder.resolve(NAME);
    if (!Files.exists(target) || Files.size(target) != library.length) {
      Path part = Files.createTempFile(folder, NAME, ".part");
      Files.write(part, library);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }

  private static String folder() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return "";
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "armv8_64";
      default -> "";
    };
  }
}
