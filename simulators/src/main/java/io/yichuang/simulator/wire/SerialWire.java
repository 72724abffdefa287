package io.yichuang.simulator.wire;

import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial cable: a pseudo-terminal behind a link that stays the same. Its own number changes with
 * every plug and may be reused by somebody else, so a host only ever knows the link.
 */
public final class SerialWire implements Wire {
  private static final Logger log = LoggerFactory.getLogger(SerialWire.class);

  /**
   * Bytes taken at once: small, so that a host that writes much feels the line's speed (pty buffer:
   * 4 KiB).
   */
  private static final int SLICE_BYTES = 64;

  private final Path link;
  private final FarEnd device;
  private final Faults faults;
  private final int baud;
  private final double speed;
  private @Nullable Session session;

  private record Session(Pty pty, PacedLine line, FarEnd.Receiver receiver) {}

  /**
   * A line that is not plugged in yet.
   *
   * @param link where hosts open the line; its folder is made
   * @param baud bits per second of both ways
   * @param speed how many times faster than real
   */
  public SerialWire(Path link, FarEnd device, Faults faults, int baud, double speed) {
    this.link = link.toAbsolutePath();
    this.device = device;
    this.faults = faults;
    this.baud = baud;
    this.speed = speed;
  }

  @Override
  public String address() {
    return "serial:" + link;
  }

  /**
   * @throws UncheckedIOException if there is no pseudo-terminal to be had or the link cannot be
   *     made
   */
  @Override
  public synchronized void plug() {
    if (session != null) {
      return;
    }
    try {
      Pty pty = new Pty();
      String name = link.getFileName().toString();
      PacedLine line = new PacedLine(name, pty::write, faults, baud, speed);
      Session opened = new Session(pty, line, device.begin(line));
      session = opened;
      Files.createDirectories(link.getParent());
      Path fresh = link.resolveSibling("." + name + ".new");
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(pty.path()));
      Files.move(fresh, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      Thread.ofPlatform().daemon().name("wire-read-" + name).start(() -> pump(opened));
    } catch (IOException e) {
      unplug();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void unplug() {
    Session ended = session;
    session = null;
    try {
      Files.deleteIfExists(link);
      if (ended != null) {
        ended.line().close();
        ended.pty().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized boolean plugged() {
    return session != null;
  }

  @Override
  public void close() {
    try {
      unplug();
    } catch (UncheckedIOException e) {
      log.warn("{} did not end cleanly", link, e);
    }
  }

  private static void pump(Session session) {
    try {
      while (true) {
        byte[] bytes = session.pty().read(SLICE_BYTES);
        if (bytes.length > 0) {
          Pace.pause(session.line().nanos(bytes.length));
          session.receiver().received(bytes);
        }
      }
    } catch (IOException e) {
      log.debug("The serial line has ended: {}", e.getMessage());
    } finally {
      session.receiver().ended();
    }
  }
}
