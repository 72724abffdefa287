package io.yichuang.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The far ends share no code with what they face. Each rule is also shown a class that breaks it.
 */
class BoundariesTest {
  private static final Path MAIN = Path.of("src/main");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.yichuang");

  /**
   * A rule and a breach of it.
   *
   * @param target class whose method the breach calls
   */
  record Boundary(String name, ArchRule rule, String target, String call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Boundary> boundaries() {
    return Stream.of(
        new Boundary(
            "nothing of ours",
            noClasses()
                .should()
                .dependOnClassesThat(
                    DescribedPredicate.describe(
                        "are the kiosk's or the drivers'",
                        type ->
                            type.getPackageName().startsWith("io.yichuang.")
                                && !type.getPackageName().startsWith("io.yichuang.simulator"))),
            "io.yichuang.device.idcard.SamFrame",
            "parse"),
        without("org.springframework"),
        without("com.vaadin"),
        without("com.fazecast"),
        new Boundary(
            "threads have names: Thread.ofVirtual() or ofPlatform()",
            noClasses()
                .should()
                .callConstructorWhere(
                    DescribedPredicate.describe(
                        "new Thread", call -> call.getTargetOwner().isEquivalentTo(Thread.class))),
            "java.lang.Thread",
            "<init>"),
        new Boundary(
            "nobody prints",
            noClasses()
                .should()
                .accessFieldWhere(
                    DescribedPredicate.describe(
                        "System.out or System.err",
                        access ->
                            access.getTargetOwner().isEquivalentTo(System.class)
                                && !access.getName().equals("in"))),
            "java.lang.System",
            "out"),
        call("nobody sleeps", Thread.class, "sleep"),
        call("nobody asks the wall clock", Instant.class, "now"),
        call("chance has a seed", Math.class, "random"));
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void our_classes_keep_it(Boundary boundary) {
    boundary.rule().check(OURS);
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void a_breach_is_seen(Boundary boundary, @TempDir Path folder) throws IOException {
    JavaClasses breach =
        Planted.uses(
            folder, "io.yichuang.simulator.idcard.Breach", boundary.target(), boundary.call());
    assertThat(boundary.rule().evaluate(breach).hasViolation()).isTrue();
  }

  /**
   * This jar stands on another module's test class path: an application.yaml here would be read
   * there.
   */
  @Test
  void resources_lie_under_our_own_package_only() throws IOException {
    Path resources = MAIN.resolve("resources");
    try (Stream<Path> files = Files.walk(resources)) {
      assertThat(files.filter(Files::isRegularFile).map(resources::relativize))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).startsWithRaw(Path.of("io/yichuang/simulator")));
    }
  }

  /** In the sources, because the compiler itself catches everything where a resource is closed. */
  @Test
  void only_the_native_calls_catch_everything() throws IOException {
    Pattern everything = Pattern.compile("catch \\((final )?(Throwable|Error)\\b");
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      List<String> catching =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> everything.matcher(text(file)).find())
              .map(file -> file.getFileName().toString())
              .toList();
      assertThat(catching).containsExactly("Posix.java");
    }
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
        .allSatisfy(name ->
            assertThat(
                    OURS.contain(name + ".package-info")
                        && OURS.get(name + ".package-info")
                            .isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .as(name)
                .isTrue());
  }

  private static Boundary without(String library) {
    return new Boundary(
        "no " + library,
        noClasses().should().dependOnClassesThat().resideInAPackage(library + ".."),
        library + ".Anything",
        "call");
  }

  private static Boundary call(String name, Class<?> owner, String method) {
    return new Boundary(
        name,
        noClasses()
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "calls " + owner.getSimpleName() + "." + method,
                    each ->
                        each.getTargetOwner().isEquivalentTo(owner)
                            && each.getName().equals(method))),
        owner.getName(),
        method);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
