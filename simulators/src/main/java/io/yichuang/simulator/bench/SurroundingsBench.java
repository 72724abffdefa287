package io.yichuang.simulator.bench;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether somebody stands before the terminal and has a headset in, as a file of lines {@code
 * present=yes} and {@code headset=no}: what a daemon on the terminal's inputs would keep. Any
 * thread; who reads sees the whole file or the one before.
 */
public final class SurroundingsBench {
  private final Path file;
  private boolean present = true;
  private boolean headset;

  /** Writes into a folder that is there: at once, somebody is there without a headset. */
  public SurroundingsBench(Path folder) {
    file = folder.resolve("surroundings");
    write();
  }

  /** Where a kiosk finds it ({@code kiosk.surroundings}). */
  public Path file() {
    return file;
  }

  /** Somebody comes before the screen, or goes. */
  public synchronized void present(boolean there) {
    present = there;
    write();
  }

  /** A headset is plugged in or out. */
  public synchronized void headset(boolean plugged) {
    headset = plugged;
    write();
  }

  /** Somebody is there, without a headset. */
  public synchronized void reset() {
    if (!present || headset) {
      present = true;
      headset = false;
      write();
    }
  }

  synchronized Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("present", present);
    state.put("headset", headset);
    return state;
  }

  void addTo(Paths paths) {
    paths.get("/bench/presence", _ -> state());
    paths.get("/bench/headset", _ -> state());
    paths.post(
        "/bench/presence",
        request -> {
          present(flag(request, "present"));
          return state();
        });
    paths.post(
        "/bench/headset",
        request -> {
          headset(flag(request, "headset"));
          return state();
        });
  }

  private static boolean flag(ServerRequest request, String name) {
    if (Body.of(request).fields(List.of(name)).get(name) instanceof Boolean flag) {
      return flag;
    }
    throw BenchRefusal.bad("missing-field", "The body lacks true or false for '" + name + "'");
  }

  private void write() {
    Path part = file.resolveSibling("surroundings.part");
    try {
      Files.writeString(
          part,
          "present=%s%nheadset=%s%n".formatted(word(present), word(headset)),
          StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }
}
