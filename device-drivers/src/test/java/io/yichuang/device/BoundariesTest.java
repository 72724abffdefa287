package io.yichuang.device;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may know what. Each rule is also shown a class that breaks it. */
class BoundariesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.yichuang.device", "io.yichuang.vision");

  /** Bytes in, records out: what must not know of files, sockets, clocks, chance or threads. */
  private static final List<String> CODECS =
      List.of(
          "SamCommand",
          "SamFrame",
          "SamParser",
          "CardText",
          "MultipartParser",
          "JpegHeader",
          "EscPosEncoder",
          "PrinterReply",
          "PrinterText",
          "Raster",
          "ReceiptLayout",
          "IppMessages",
          "IppReasons",
          "EsclXml",
          "EsclSettings",
          "SaneDecoder",
          "SaneReply",
          "SaneRequest",
          "SaneOption",
          "RawPicture",
          "Trigger",
          "CodeFrame",
          "CodeParser",
          "CodeText",
          "ModbusTable",
          "ModbusRequest",
          "ModbusAnswer",
          "ModbusParser",
          "Crc16",
          "Point",
          "SiteMap",
          "BoardFrame",
          "BoardParser",
          "CrtFrame",
          "CrtParser",
          "K720Frame",
          "K720Parser",
          "Q1Reading",
          "NutReply",
          "XfsMessage",
          "XfsCodes",
          "XfsStatus",
          "Apdu",
          "Bac",
          "ChipCrypto",
          "ChipFiles",
          "SecureChannel",
          "Tlv",
          "CheckDigit",
          "Mrz",
          "ZoneText",
          "PortraitAnswer",
          "PortraitPixels");

  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage(
              "java.net.http..", "java.nio.channels..", "java.nio.file..", "com.fazecast..")
          .or(
              named(
                  "java.net.Socket",
                  "java.net.ServerSocket",
                  "java.io.File",
                  "java.io.FileInputStream",
                  "java.io.FileOutputStream",
                  "java.lang.Thread",
                  "java.time.Clock",
                  "java.time.InstantSource",
                  "java.util.Random",
                  "java.security.SecureRandom"))
          .as("files, sockets, clocks, chance or threads");

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
    return Stream.of(
        only("no Spring", "io.yichuang.nowhere..", "org.springframework"),
        only("no Vaadin", "io.yichuang.nowhere..", "com.vaadin"),
        only("no simulator in main code", "io.yichuang.nowhere..", "io.yichuang.simulator"),
        only("no kiosk", "io.yichuang.nowhere..", "io.yichuang.kiosk"),
        only("only device.link knows jSerialComm", "io.yichuang.device.link..", "com.fazecast"),
        new Boundary(
            "only device.camera and vision know OpenCV",
            noClasses()
                .that(
                    not(resideInAnyPackage("io.yichuang.device.camera..", "io.yichuang.vision..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opencv..", "nu.pattern.."),
            "io.yichuang.device.scan.Breach",
            "org.opencv.imgcodecs.Imgcodecs",
            "imread"),
        only("only vision knows ONNX Runtime", "io.yichuang.vision..", "ai.onnxruntime"),
        only("only vision.page knows PDFBox", "io.yichuang.vision.page..", "org.apache.pdfbox"),
        only("only vision.page knows XMPBox", "io.yichuang.vision.page..", "org.apache.xmpbox"),
        new Boundary(
            "the SPI knows no driver",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.device")
                .should()
                .dependOnClassesThat(
                    resideInAPackage("io.yichuang.device..")
                        .and(not(resideInAPackage("io.yichuang.device")))),
            "io.yichuang.device.Breach",
            "io.yichuang.device.idcard.SamIdCardReader",
            "read"),
        new Boundary(
            "vision and devices do not know each other",
            noClasses()
                .that()
                .resideInAPackage("io.yichuang.vision..")
                .should()
                .dependOnClassesThat(
                    resideInAPackage("io.yichuang.device.(*)..")
                        .and(not(resideInAPackage("io.yichuang.device.natives")))),
            "io.yichuang.vision.page.Breach",
            "io.yichuang.device.camera.Camera",
            "frames"),
        new Boundary(
            "codecs are pure",
            noClasses().that(CODEC).should().dependOnClassesThat(OUTSIDE_WORLD),
            "io.yichuang.device.idcard.SamFrame",
            "java.nio.file.Files",
            "delete"),
        new Boundary(
            "codecs ask no clock",
            noClasses()
                .that(CODEC)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"),
            "io.yichuang.device.idcard.SamFrame",
            "java.lang.System",
            "nanoTime"),
        new Boundary(
            "threads have names: Thread.ofVirtual() or ofPlatform()",
            noClasses().should().callConstructorWhere(to(Thread.class)),
            "io.yichuang.device.scan.Breach",
            "java.lang.Thread",
            "<init>"),
        new Boundary(
            "nobody prints; the workshop commands open their own stream",
            noClasses().should().accessFieldWhere(PRINTS),
            "io.yichuang.device.scan.Breach",
            "java.lang.System",
            "out"),
        call("nobody sleeps", Thread.class, "sleep"),
        call("nobody asks the wall clock", java.time.Instant.class, "now"),
        call("nobody rolls dice in secret", Math.class, "random"));
  }

  private static final DescribedPredicate<JavaFieldAccess> PRINTS =
      DescribedPredicate.describe(
          "System.out or System.err",
          access ->
              access.getTargetOwner().isEquivalentTo(System.class)
                  && !access.getName().equals("in"));

  private static DescribedPredicate<JavaCall<?>> to(Class<?> type) {
    return DescribedPredicate.describe(
        "of " + type.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(type));
  }

  private static final DescribedPredicate<JavaClass> CODEC =
      DescribedPredicate.describe("are codecs", type -> CODECS.contains(outermost(type)));

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
  void drivers_do_not_lean_on_each_other_in_a_ring() {
    slices().matching("io.yichuang.device.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("io.yichuang.vision.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void every_codec_that_is_named_here_exists() {
    List<String> known = OURS.stream().map(BoundariesTest::outermost).toList();
    assertThat(known).containsAll(CODECS);
  }

  @Test
  void every_package_is_null_marked() {
    classes().that(simpleName("package-info")).should().beAnnotatedWith(NULL_MARKED).check(OURS);
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
        .allSatisfy(name -> assertThat(OURS.contain(name + ".package-info")).as(name).isTrue());
  }

  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  /**
   * In the sources, because the compiler itself catches everything where a resource is closed. The
   * lane may: a driver's bug must not end it, and each of its callers gets one outcome. So may a
   * downcall, whose method handle declares Throwable.
   */
  @Test
  void only_the_lane_and_a_native_call_catch_everything() throws IOException {
    Pattern everything = Pattern.compile("catch \\((final )?(Throwable|Error)\\b");
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> catching =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> everything.matcher(text(file)).find())
              .map(file -> file.getFileName().toString())
              .sorted()
              .toList();
      assertThat(catching)
          .containsExactly("CFunction.java", "Job.java", "Lane.java", "Telemetry.java");
    }
  }

  private static Boundary only(String name, String home, String library) {
    return new Boundary(
        name,
        noClasses()
            .that()
            .resideOutsideOfPackage(home)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + ".."),
        "io.yichuang.device.receipt.Breach",
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
        "io.yichuang.device.lane.Breach",
        owner.getName(),
        method);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    List<String> all = List.of(names);
    return DescribedPredicate.describe("one of " + all, type -> all.contains(type.getName()));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(BoundariesTest::outermost).orElse(type.getSimpleName());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
