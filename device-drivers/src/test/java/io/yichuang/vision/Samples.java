package io.yichuang.vision;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real photos that lie beside the repository and are never committed. */
public final class Samples {

  private Samples() {}

  /** Skips the test with a clear line where the file is absent. */
  public static byte[] read(String name) throws IOException {
    var set = System.getProperty("yichuang.samples");
    var folder = set != null ? Path.of(set) : Path.of("..", "..", "shared", "samples");
    var file = folder.resolve(name);
    assumeThat(Files.isReadable(file))
        .as("sample %s (set -Dyichuang.samples to the folder of real photos)", file)
        .isTrue();
    return Files.readAllBytes(file);
  }
}
