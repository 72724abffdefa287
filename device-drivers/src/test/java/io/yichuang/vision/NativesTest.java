package io.yichuang.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

  /** Any file inside a jar of the class path; small, so that the test is quick. */
  private static final String RESOURCE = "/ai/onnxruntime/OrtEnvironment.class";

  @TempDir private Path folder;

  @Test
  void a_library_is_unpacked_once_and_a_torn_one_again() throws Exception {
    var file = Natives.unpack(RESOURCE, folder.resolve("a"));
    var whole = Files.readAllBytes(file);
    var first = Files.readAttributes(file, "unix:ino,lastModifiedTime");
    assertThat(Natives.unpack(RESOURCE, folder.resolve("a"))).isEqualTo(file);
    assertThat(Files.readAttributes(file, "unix:ino,lastModifiedTime")).isEqualTo(first);
    Files.write(file, new byte[whole.length / 2]);
    Natives.unpack(RESOURCE, folder.resolve("a"));
    assertThat(file).hasBinaryContent(whole);
    try (var left = Files.list(folder.resolve("a"))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void a_missing_library_is_an_error_that_names_it() {
    assertThatThrownBy(() -> Natives.unpack("/nu/nothing.so", folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nu/nothing.so");
  }

  @Test
  void a_folder_that_cannot_be_made_leaves_vision_missing_and_the_process_alive() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(ask("-Dyichuang.native=" + file)).contains("Missing[");
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
