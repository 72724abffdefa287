package io.yichuang.device.portrait;

import io.yichuang.device.PortraitDecoder;
import io.yichuang.device.natives.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the library of a vendor in a child process, one at a time: a crash there costs one portrait
 * and nothing else. Everything goes through pipes; the child leaves no dump behind, since its
 * memory is personal.
 */
public final class NativePortraitDecoder implements PortraitDecoder {
  private static final Logger log = LoggerFactory.getLogger(NativePortraitDecoder.class);

  /**
   * A JVM of one class starts in a third of a second and decoding takes milliseconds; the rest is
   * for a machine that is busy.
   */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(3);

  private static final String CHILD = "/io/yichuang/device/portrait/PortraitChild.class";

  private final PortraitLibrary library;
  private final Duration limit;
  private final ReentrantLock lock = new ReentrantLock();

  /** A decoder; the library is looked for when the first portrait comes. */
  public NativePortraitDecoder(PortraitLibrary library, Duration limit) {
    this.library = library;
    this.limit = limit;
  }

  @Override
  public Portrait decode(byte[] coded) {
    if (coded.length != CODED_LENGTH) {
      return none("a coded portrait has 1024 bytes, not " + coded.length);
    }
    lock.lock();
    try {
      return judged(asked(coded));
    } catch (IOException e) {
      return none("the process of the library cannot be run: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none("interrupted");
    } finally {
      lock.unlock();
    }
  }

  private Portrait judged(PortraitAnswer answer) {
    return switch (answer) {
      case PortraitAnswer.Useless(String why) -> none(why);
      case PortraitAnswer.Written(byte[] picture) -> {
        Portrait portrait =
            PortraitPixels.png(picture, library.form())
                .<Portrait>map(Portrait.Picture::new)
                .orElseGet(() -> none("what the library wrote is no portrait"));
        Arrays.fill(picture, (byte) 0);
        yield portrait;
      }
    };
  }

  private static Portrait none(String why) {
    log.info("no portrait from the card: {}", why);
    return new Portrait.None(why);
  }

  private PortraitAnswer asked(byte[] coded) throws IOException, InterruptedException {
    Process child = start();
    int most = PortraitAnswer.FRAME + library.form().length();
    // One byte more shows an answer that is too long; the rest of it is never read.
    var answer = new FutureTask<byte[]>(() -> read(child, most + 1));
    Thread.ofVirtual().name("portrait-answer").start(answer);
    try {
      try (var in = child.getOutputStream()) {
        in.write(coded);
      } catch (IOException e) {
        log.debug("the process of the library takes nothing: {}", e.getMessage());
      }
      byte[] bytes = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      PortraitAnswer read = PortraitAnswer.of(bytes, library.form().length());
      Arrays.fill(bytes, (byte) 0);
      return bytes.length > 0 ? read : new PortraitAnswer.Useless("the process ended" + end(child));
    } catch (TimeoutException e) {
      return new PortraitAnswer.Useless("the library took longer than " + limit);
    } catch (ExecutionException e) {
      return new PortraitAnswer.Useless("its process cannot be heard: " + e.getCause());
    } finally {
      end(child, answer);
    }
  }

  private static byte[] read(Process child, int most) throws IOException {
    InputStream out = child.getInputStream();
    return out.readNBytes(most);
  }

  /** How it ended: with 134 on SIGABRT; with 1 on SIGSEGV, which its JVM notices. */
  private String end(Process child) throws InterruptedException {
    return child.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)
        ? " with " + child.exitValue()
        : " its output and hangs";
  }

  private static void end(Process child, FutureTask<byte[]> answer) throws InterruptedException {
    child.descendants().forEach(ProcessHandle::destroyForcibly);
    child.destroyForcibly();
    if (!child.waitFor(1, TimeUnit.SECONDS)) {
      log.warn("the process of the portrait library does not end");
    }
    answer.cancel(true);
  }

  private Process start() throws IOException {
    Path classes = NativeLibrary.unpackTree("portrait-child", CHILD);
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", // a file in the temporary folder
                // A dump would hold the portrait.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes.toString(),
                "io.yichuang.device.portrait.PortraitChild",
                library.file(),
                library.symbol(),
                Integer.toString(library.mode()),
                Integer.toString(library.success()),
                Integer.toString(library.form().length())));
    // Nothing of the terminal's settings: a key may stand there.
    builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LD_LIBRARY_PATH"));
    Path folder = Path.of(library.file()).getParent();
    if (folder != null && Files.isDirectory(folder)) {
      builder.directory(folder.toFile()); // some look for their licence there
    }
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
