package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An Outcome may not be ignored; switches over sealed types have no default. */
class AttributedTest {
  @ParameterizedTest
  @ValueSource(strings = {"kiosk-app", "device-drivers", "simulators"})
  void no_module_ignores_an_outcome_or_leaves_a_sealed_switch_open(String module)
      throws IOException {
    Path root = Path.of("..", module, "src/main/java");
    List<Path> sources;
    try (var files = Files.walk(root)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(50);
    try (var manager =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      assertThat(Attributed.breaches(manager.getJavaFileObjectsFromPaths(sources))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "device.reset(call); | an ignored Outcome",
        "Runnable r = () -> device.reset(call); | an ignored Outcome",
        "java.util.function.Consumer<Call> c = device::reset; | an ignored Outcome",
        "var _ = device.reset(call); | an ignored Outcome",
        "switch (device.reset(call)) { case Outcome.Done<?> d -> {} default -> {} } | sealed Outcome",
        "int i = switch (device.reset(call)) { case Outcome.Done<?> d -> 1; case null, default -> 2; }; | sealed Outcome"
      })
  void a_breach_is_seen(String code, String what) throws IOException {
    assertThat(Attributed.breaches(List.of(source(code))))
        .singleElement()
        .asString()
        .startsWith("Breach.java:4 ")
        .endsWith(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var done = device.reset(call); done.toString();",
        "java.util.function.Function<Call, Object> f = device::reset;",
        "java.util.concurrent.Callable<Object> c = () -> device.reset(call);",
        "switch (device) { case java.io.Closeable c -> {} default -> {} }",
        "switch (device.status().hashCode()) { case 1 -> {} default -> {} }",
        "switch (java.time.DayOfWeek.MONDAY) { case MONDAY -> {} default -> {} }"
      })
  void what_is_no_breach_is_left_alone(String code) throws IOException {
    assertThat(Attributed.breaches(List.of(source(code)))).isEmpty();
  }

  @Test
  void what_does_not_compile_is_no_proof() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Attributed.breaches(List.of(source("device.dance();"))));
  }

  private static JavaFileObject source(String code) {
    String whole =
        "import io.yichuang.device.*;\nclass Breach {\n  void breach(Device device, Call call) {\n"
            + code
            + "\n  }\n}\n";
    return new SimpleJavaFileObject(
        URI.create("string:///Breach.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return whole;
      }
    };
  }
}
