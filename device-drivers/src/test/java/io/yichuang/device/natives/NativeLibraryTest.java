package io.yichuang.device.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NativeLibraryTest {

  /** Any file inside a jar of the class path; small, so that the test is quick. */
  private static final String RESOURCE = "/ai/onnxruntime/OrtEnvironment.class";

  @TempDir private Path home;

  @BeforeEach
  void atHome() {
    System.setProperty("yichuang.natives", home.toString());
  }

  @AfterEach
  void away() {
    System.clearProperty("yichuang.natives");
  }

  @Test
  void a_library_is_unpacked_once_and_a_torn_one_again() throws IOException {
    var file = NativeLibrary.unpack("some", RESOURCE);
    var whole = Files.readAllBytes(file);
    var first = Files.readAttributes(file, "unix:ino,lastModifiedTime");
    assertThat(NativeLibrary.unpack("some", RESOURCE)).isEqualTo(file);
    assertThat(Files.readAttributes(file, "unix:ino,lastModifiedTime")).isEqualTo(first);
    Files.write(file, new byte[whole.length / 2]);
    NativeLibrary.unpack("some", RESOURCE);
    assertThat(file).hasBinaryContent(whole);
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void libraries_that_look_for_each_other_lie_in_one_folder() throws IOException {
    var second = RESOURCE.replace("Environment", "Session");
    var folder = NativeLibrary.unpackTogether("pair", RESOURCE, second);
    assertThat(folder.resolve("OrtEnvironment.class")).exists();
    assertThat(folder.resolve("OrtSession.class")).exists();
  }

  @Test
  void a_missing_library_is_an_error_that_names_it() {
    assertThatThrownBy(() -> NativeLibrary.unpack("none", "/nu/nothing.so"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nu/nothing.so");
  }
}
