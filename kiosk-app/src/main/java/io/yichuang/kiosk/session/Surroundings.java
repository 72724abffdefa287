package io.yichuang.kiosk.session;

import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether somebody stands before the terminal and has a headset in: a small file with lines {@code
 * present=no} and {@code headset=yes}, which whatever reads the sensors keeps (a daemon on the
 * terminal's inputs, the bench). Without it, or while it cannot be read, somebody is there and
 * nobody hears in private: nothing goes dark by mistake, nothing personal is said by mistake.
 */
@Component
class Surroundings {
  private static final Logger log = LoggerFactory.getLogger(Surroundings.class);

  /** Longer than this it is no such file. */
  private static final int MOST_BYTES = 1024;

  /** What the sensors tell. */
  record Seen(boolean present, boolean headset) {
    static final Seen UNKNOWN = new Seen(true, false);

    static Seen of(List<String> lines) {
      return new Seen(!lines.contains("present=no"), lines.contains("headset=yes"));
    }
  }

  private final @Nullable Path file;
  private final OnePage onePage;
  private Seen last = Seen.UNKNOWN;
  private boolean readable = true;

  Surroundings(KioskProperties properties, OnePage onePage) {
    this.file = properties.surroundings();
    this.onePage = onePage;
  }

  /** The page has to be dark 2 s after its owner went: this takes a quarter of them at most. */
  @Scheduled(fixedRate = 500)
  synchronized void look() {
    Path source = file;
    if (source == null) {
      return;
    }
    Seen now = read(source);
    if (!now.equals(last)) {
      last = now;
      onePage.surroundings(now);
    }
  }

  private Seen read(Path source) {
    try {
      boolean fits = Files.size(source) <= MOST_BYTES;
      readable = true;
      return fits ? Seen.of(Files.readAllLines(source, StandardCharsets.UTF_8)) : Seen.UNKNOWN;
    } catch (IOException e) {
      if (readable) {
        log.warn("nobody tells who stands there: {}", e.toString());
        readable = false;
      }
      return Seen.UNKNOWN;
    }
  }

  synchronized Seen last() {
    return last;
  }
}
