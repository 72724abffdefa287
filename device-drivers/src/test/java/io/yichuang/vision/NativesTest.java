package io.yichuang.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

  @TempDir private Path folder;

  @Test
  void a_folder_that_cannot_be_made_leaves_vision_missing_and_the_process_alive() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(ask("-Dyichuang.natives=" + file)).contains("Missing[");
  }

  @Test
  void another_processor_leaves_vision_missing_and_says_which() throws Exception {
    assertThat(ask("-Dos.arch=riscv64")).contains("Missing[").contains("riscv64");
  }

  @Test
  void nothing_is_left_in_the_temporary_folder() throws Exception {
    var temp = Files.createDirectory(folder.resolve("temp"));
    assertThat(ask("-Djava.io.tmpdir=" + temp)).contains("Ready[");
    try (var left = Files.list(temp)) {
      assertThat(left.map(p -> p.getFileName().toString()).filter(n -> !n.startsWith("hsperf")))
          .isEmpty();
    }
  }

  /** In a process of its own, because a library is loaded for the life of a process. */
  private static String ask(String option) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", option, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Asked.class.getName());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var answer =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
    return answer;
  }

  /** The other process. */
  static final class Asked {
    public static void main(String[] args) {
      var out =
          new java.io.PrintStream(
              new java.io.FileOutputStream(java.io.FileDescriptor.out),
              true,
              java.nio.charset.StandardCharsets.UTF_8);
      out.println(Vision.availability());
    }
  }
}
