package io.yichuang.vision;

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

/** Unpacks libraries out of their jars, each into a folder named after its checksum. */
record Natives(Path folder, Platform platform) {

  /** Where the two jars keep the libraries of a platform. */
  enum Platform {
    LINUX("linux/x86_64/libopencv_java490.so", "linux-x64", "lib%s.so"),
    LINUX_ARM("linux/ARMv8/libopencv_java490.so", "linux-aarch64", "lib%s.so"),
    WINDOWS("windows/x86_64/opencv_java490.dll", "win-x64", "%s.dll"),
    MAC_ARM("osx/ARMv8/libopencv_java490.dylib", "osx-aarch64", "lib%s.dylib");

    final String opencv;
    final String onnxruntime;
    final String fileName;

    Platform(String opencv, String onnxruntime, String fileName) {
      this.opencv = opencv;
      this.onnxruntime = onnxruntime;
      this.fileName = fileName;
    }
  }

  /** The OpenCV library as a file. */
  Path opencv() throws IOException {
    var resource = "/nu/pattern/opencv/" + platform.opencv;
    var at = folder.resolve("opencv-" + checksum(resource));
    return unpack(resource, at);
  }

  /** The folder with the two libraries of ONNX Runtime. */
  Path onnxruntime() throws IOException {
    var base = "/ai/onnxruntime/native/" + platform.onnxruntime + "/";
    var core = base + platform.fileName.replace("%s", "onnxruntime");
    var binding = base + platform.fileName.replace("%s", "onnxruntime4j_jni");
    var at = folder.resolve("onnxruntime-" + checksum(core) + "-" + checksum(binding));
    unpack(core, at);
    unpack(binding, at);
    return at;
  }

  /**
   * A file that is there is checked too: a power cut can leave it torn, and loading a torn library
   * kills the JVM without a word.
   */
  static Path unpack(String resource, Path folder) throws IOException {
    var file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    var wanted = checksum(resource);
    if (Files.isRegularFile(file) && wanted.equals(checksum(file))) {
      return file;
    }
    Files.createDirectories(folder);
    var part = Files.createTempFile(folder, "unpacking", ".part");
    try {
      try (var in = Natives.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("the class path holds no " + resource);
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
    var url = Natives.class.getResource(resource);
    if (url == null) {
      throw new IOException("the class path holds no " + resource);
    }
    var connection = url.openConnection();
    if (connection instanceof JarURLConnection jar && jar.getJarEntry().getCrc() >= 0) {
      return HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
    }
    var crc = new CRC32();
    try (var in = new CheckedInputStream(connection.getInputStream(), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static String checksum(Path file) throws IOException {
    var crc = new CRC32();
    try (var in = new CheckedInputStream(Files.newInputStream(file), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
