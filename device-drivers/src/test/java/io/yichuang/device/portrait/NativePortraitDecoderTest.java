package io.yichuang.device.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.PortraitDecoder;
import io.yichuang.device.PortraitDecoder.Portrait;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.device.portrait.PortraitLibrary.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The decoder on libraries that behave as vendors' do and worse. No vendor's library was at hand,
 * and none of these decodes anything.
 */
@Timeout(240)
class NativePortraitDecoderTest {
  /** A loaded machine starts a JVM slowly. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int GOOD = 0;
  private static final int HANG = 2;
  private static final int CHATTY = 3;
  private static final int FORK_AND_HANG = 10;

  /** A picture only if the process cannot be dumped. */
  private static final int FORBIDDEN_DUMPS = 11;

  @TempDir Path folder;
  private final byte[] coded = new byte[PortraitDecoder.CODED_LENGTH];

  @BeforeEach
  void fill() {
    new Random(1).nextBytes(coded);
  }

  private PortraitLibrary vendor(int mode) {
    CCompiler.assume();
    Path library = folder.resolve("portrait.so");
    if (!Files.exists(library)) {
      CCompiler.library(NativePortraitDecoderTest.class, "portrait.c", folder);
    }
    return new PortraitLibrary(library.toString(), "unpack", mode, 1, Form.BMP);
  }

  private Portrait decoded(PortraitLibrary library, Duration limit) {
    return new NativePortraitDecoder(library, limit).decode(coded);
  }

  @ParameterizedTest
  @ValueSource(ints = {GOOD, CHATTY, FORBIDDEN_DUMPS})
  void what_the_library_writes_comes_back_as_a_picture(int mode) throws IOException {
    assertPicture(decoded(vendor(mode), PATIENT));
  }

  @Test
  void pixels_without_a_header_are_a_picture_too() throws IOException {
    String file = vendor(GOOD).file();
    assertPicture(decoded(new PortraitLibrary(file, "pixels", 0, 0, Form.BGR), PATIENT));
  }

  private void assertPicture(Portrait portrait) throws IOException {
    assertThat(portrait).isInstanceOf(Portrait.Picture.class);
    var image = ImageIO.read(new ByteArrayInputStream(((Portrait.Picture) portrait).png()));
    assertThat(image.getWidth()).isEqualTo(102);
    assertThat(image.getHeight()).isEqualTo(126);
    for (int y = 0; y < 126; y++) {
      for (int x = 0; x < 102; x++) {
        int at = y * 306 + 3 * x;
        int expected = byteAt(at + 2) << 16 | byteAt(at + 1) << 8 | byteAt(at);
        assertThat(image.getRGB(x, y) & 0xFFFFFF).isEqualTo(expected);
      }
    }
  }

  private int byteAt(int index) {
    return coded[index % coded.length] & 0xFF;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | the process ended with 1",
        "4 | the library refused it: -5",
        "5 | no portrait",
        "6 | no portrait",
        "7 | the process ended with 1",
        "8 | said something else",
        "9 | the process ended with 0"
      })
  void a_crash_or_nonsense_costs_the_portrait_and_no_more(int mode, String why) throws IOException {
    PortraitLibrary library = vendor(mode);
    assertNone(decoded(library, PATIENT), why);
    assertPicture(decoded(vendor(GOOD), PATIENT));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("no dump and no file of a portrait lies about")
          .containsExactlyInAnyOrder("portrait.c", "portrait.so");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {HANG, FORK_AND_HANG})
  void a_library_that_hangs_is_ended(int mode) {
    assertNone(decoded(vendor(mode), SHORT), "took longer");
    assertThat(ProcessHandle.current().descendants())
        .as("no process is left behind")
        .noneMatch(child -> child.info().commandLine().orElse("").contains(folder.toString()));
  }

  /** These need no compiler: functions of C's own library with the wrong manners. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libc.so.6 | abort | the process ended with 134",
        "libc.so.6 | getpid | the library refused it",
        "libc.so.6 | no_such_function | no such function",
        "/nowhere/libwlt.so | unpack | cannot be loaded"
      })
  void what_is_no_decoder_gives_no_portrait(String file, String symbol, String why) {
    assertNone(decoded(new PortraitLibrary(file, symbol, 0, 1, Form.BMP), PATIENT), why);
  }

  @Test
  void a_function_that_never_returns_is_ended_without_a_compiler_too() {
    assertNone(decoded(new PortraitLibrary("libc.so.6", "pause", 0, 1, Form.BMP), SHORT), "took");
  }

  @Test
  void what_is_no_coded_portrait_is_not_even_tried() {
    var decoder = new NativePortraitDecoder(PortraitLibrary.usual("/nowhere"), PATIENT);
    assertNone(decoder.decode(new byte[0]), "1024 bytes");
    assertNone(PortraitDecoder.none().decode(coded), "no library");
  }

  @Test
  void settings_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> PortraitLibrary.usual(" ")).hasMessageContaining("file");
    assertThatThrownBy(() -> new PortraitLibrary("/l", "a b", 0, 1, Form.BMP))
        .hasMessageContaining("'a b'");
  }

  private static void assertNone(Portrait portrait, String why) {
    assertThat(portrait).isInstanceOf(Portrait.None.class);
    assertThat(((Portrait.None) portrait).why()).contains(why);
  }
}
