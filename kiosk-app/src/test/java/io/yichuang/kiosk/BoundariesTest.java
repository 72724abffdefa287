package io.yichuang.kiosk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** What may know what inside the terminal. Each rule is also shown a class that breaks it. */
class BoundariesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.yichuang.kiosk");

  /** The one place that takes a clock from the machine; all others are given it. */
  private static final String CLOCKS = Clocks.class.getName();

  /**
   * A rule and a breach of it.
   *
   * @param by name of the class that breaks it
   * @param target class whose method it calls
   */
  record Boundary(String name, ArchRule rule, String by, String target, String call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Boundary> boundaries() {
    var spi = resideInAPackage("io.yichuang.device");
    // Where native libraries are unpacked is no driver: the root package needs it before any bean.
    var natives = resideInAPackage("io.yichuang.device.natives");
    var drivers = resideInAPackage("io.yichuang.device..").and(not(spi)).and(not(natives));
    var traces = resideInAnyPackage("io.yichuang.device.trace..", "io.yichuang.device.selftest..");
    return Stream.of(
        new Boundary(
            "only kiosk.devices knows drivers",
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    "io.yichuang.kiosk.devices..", "io.yichuang.kiosk.technician..")
                .should()
                .dependOnClassesThat(drivers),
            "io.yichuang.kiosk.identity.Breach",
            "io.yichuang.device.idcard.SamIdCardReader",
            "read"),
        new Boundary(
            "the technician knows traces and self-tests, no driver",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.kiosk.technician..")
                .should()
                .dependOnClassesThat(drivers.and(not(traces)))
                .allowEmptyShould(true), // the package comes with its first code
            "io.yichuang.kiosk.technician.Breach",
            "io.yichuang.device.idcard.SamIdCardReader",
            "read"),
        new Boundary(
            "a rehearsal knows nobody to tell",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.kiosk.rehearsal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "io.yichuang.device..",
                    "io.yichuang.kiosk.devices..",
                    "io.yichuang.kiosk.document..",
                    "io.yichuang.kiosk.identity..",
                    "io.yichuang.kiosk.material..",
                    "io.yichuang.kiosk.platform..",
                    "io.yichuang.kiosk.progress..",
                    "io.yichuang.kiosk.submission.."),
            "io.yichuang.kiosk.rehearsal.Breach",
            "io.yichuang.kiosk.submission.Submissions",
            "submit"),
        nobodyKnows("no simulator", "io.yichuang.simulator", "io.yichuang.kiosk.nowhere.."),
        nobodyKnows("no jSerialComm", "com.fazecast", "io.yichuang.kiosk.nowhere.."),
        nobodyKnows("no OpenCV", "org.opencv", "io.yichuang.kiosk.nowhere.."),
        nobodyKnows("no ONNX Runtime", "ai.onnxruntime", "io.yichuang.kiosk.nowhere.."),
        nobodyKnows("PDFBox only in document", "org.apache.pdfbox", "io.yichuang.kiosk.document.."),
        nobodyKnows("XMPBox only in document", "org.apache.xmpbox", "io.yichuang.kiosk.document.."),
        new Boundary(
            "the journey is pure",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.kiosk.journey..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "org.springframework..",
                    "com.vaadin.."),
            "io.yichuang.kiosk.journey.Breach",
            "java.nio.file.Files",
            "delete"),
        new Boundary(
            "the journey knows no clock and no chance",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.kiosk.journey..")
                .should()
                .dependOnClassesThat(
                    describe(
                        "tell the time or roll dice",
                        type ->
                            Set.of(
                                    "java.time.Clock",
                                    "java.time.InstantSource",
                                    "java.util.Random",
                                    "java.security.SecureRandom")
                                .contains(type.getName()))),
            "io.yichuang.kiosk.journey.Breach",
            "java.util.Random",
            "ints"),
        nobodyCalls("nobody sleeps", Thread.class, "sleep"),
        new Boundary(
            "threads have names: Thread.ofVirtual() or ofPlatform()",
            noClasses().should().callConstructorWhere(describe("new Thread", to(Thread.class))),
            "io.yichuang.kiosk.session.Breach",
            "java.lang.Thread",
            "<init>"),
        nobodyCalls("Instant.now()", Instant.class, "now"),
        nobodyCalls("LocalDate.now()", LocalDate.class, "now"),
        nobodyCalls("LocalDateTime.now()", LocalDateTime.class, "now"),
        nobodyCalls("ZonedDateTime.now()", ZonedDateTime.class, "now"),
        nobodyCalls("System.currentTimeMillis()", System.class, "currentTimeMillis"),
        nobodyCalls("Clock.system()", Clock.class, "system"),
        nobodyCalls("Clock.systemUTC()", Clock.class, "systemUTC"),
        nobodyCalls("Clock.systemDefaultZone()", Clock.class, "systemDefaultZone"),
        nobodyCalls("Math.random()", Math.class, "random"),
        new Boundary(
            "nobody prints; the workshop commands open their own stream",
            noClasses()
                .should()
                .accessFieldWhere(
                    describe(
                        "System.out or System.err",
                        access ->
                            access.getTargetOwner().isEquivalentTo(System.class)
                                && !access.getName().equals("in"))),
            "io.yichuang.kiosk.ui.Breach",
            "java.lang.System",
            "out"));
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void our_classes_keep_it(Boundary boundary) {
    boundary.rule().check(OURS);
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void a_breach_is_seen(Boundary boundary, @TempDir Path folder) throws IOException {
    JavaClasses breach = Planted.uses(folder, boundary.by(), boundary.target(), boundary.call());
    assertThat(boundary.rule().evaluate(breach).hasViolation()).isTrue();
  }

  @Test
  void features_are_free_of_cycles() {
    ApplicationModules features = ApplicationModules.of(KioskApplication.class);
    assertThat(features.stream().map(each -> each.getIdentifier().toString()))
        .contains("session", "journey", "submission", "ui");
    features.verify();
  }

  /** Design §9.4. */
  private static final ArchRule RECORDS_HOLD =
      noClasses()
          .that()
          .areRecords()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              JdbcClient.class, Files.class, HttpClient.class, Socket.class, Clock.class);

  /** Breaks the rule, so that it can be seen to hold. */
  private record Reaching(Clock clock) {}

  @Test
  void records_hold_values_and_reach_for_nothing() {
    RECORDS_HOLD.check(OURS);
    var breach = new ClassFileImporter().importClasses(Reaching.class);
    assertThat(RECORDS_HOLD.evaluate(breach).hasViolation()).isTrue();
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

  private static Boundary nobodyKnows(String name, String library, String but) {
    return new Boundary(
        name,
        noClasses()
            .that()
            .resideOutsideOfPackage(but)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + ".."),
        "io.yichuang.kiosk.form.Breach",
        library + ".Anything",
        "call");
  }

  private static Boundary nobodyCalls(String name, Class<?> owner, String method) {
    return new Boundary(
        name,
        noClasses()
            .that(describe("are not Clocks", type -> !type.getName().equals(CLOCKS)))
            .should()
            .callMethodWhere(
                describe(
                    "calls " + name,
                    call ->
                        to(owner).test(call)
                            && call.getName().equals(method)
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(given -> given.isEquivalentTo(Clock.class)))),
        "io.yichuang.kiosk.session.Breach",
        owner.getName(),
        method);
  }

  private static <T extends JavaAccess<?>> java.util.function.Predicate<T> to(Class<?> owner) {
    return access -> access.getTargetOwner().isEquivalentTo(owner);
  }
}
