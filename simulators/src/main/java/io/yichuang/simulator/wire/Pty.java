package io.yichuang.simulator.wire;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One pseudo-terminal, master side. The slave is opened once and kept: otherwise the master reads
 * EIO between two openings by the host. Reading is poll + read, since a blocked native read would
 * pin its memory for ever. One thread reads, any thread writes and closes.
 */
final class Pty implements AutoCloseable {
  /** How long a close may wait for the reader, and a write for a host that does not read. */
  private static final int POLL_MILLIS = 20;

  private static final int BUFFER_BYTES = 4096;

  private final MemorySegment input = Arena.ofAuto().allocate(BUFFER_BYTES);
  // A descriptor's number is reused at once: nobody may be inside a call when it is closed.
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final int master;
  private final int slave;
  private final String path;
  private volatile boolean closed;

  Pty() throws IOException {
    master = Posix.openMaster();
    try {
      path = Posix.slaveName(master);
      slave = Posix.openRaw(path);
    } catch (IOException e) {
      Posix.close(master);
      throw e;
    }
  }

  /** Where a host opens it, such as {@code /dev/pts/4}. */
  String path() {
    return path;
  }

  /** The next bytes, at most the given number; empty after a short while without any. */
  byte[] read(int most) throws IOException {
    reading.lock();
    try {
      check();
      if ((Posix.poll(master, Posix.POLLIN, POLL_MILLIS) & Posix.POLLIN) == 0) {
        return new byte[0];
      }
      int count = Posix.read(master, input.asSlice(0, Math.min(most, BUFFER_BYTES)));
      return input.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    } catch (Posix.PosixException e) {
      if (e.errno() == Posix.EAGAIN || e.errno() == Posix.EINTR) {
        return new byte[0];
      }
      throw e;
    } finally {
      reading.unlock();
    }
  }

  /** Writes all; what a host does not take in time is lost, as on a real line. */
  void write(byte[] bytes) throws IOException {
    writing.lock();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      long done = 0;
      while (done < bytes.length) {
        check();
        try {
          done += Posix.write(master, all.asSlice(done));
        } catch (Posix.PosixException e) {
          if (e.errno() == Posix.EINTR) {
            continue;
          }
          if (e.errno() != Posix.EAGAIN) {
            throw e;
          }
          if ((Posix.poll(master, Posix.POLLOUT, POLL_MILLIS) & Posix.POLLOUT) == 0) {
            return;
          }
        }
      }
    } finally {
      writing.unlock();
    }
  }

  /** Ends the terminal: the host's next read or write fails. */
  @Override
  public void close() throws IOException {
    boolean first = !closed;
    closed = true;
    reading.lock();
    writing.lock();
    try {
      if (first) {
        Posix.close(master);
        Posix.close(slave);
      }
    } finally {
      writing.unlock();
      reading.unlock();
    }
  }

  private void check() throws EOFException {
    if (closed) {
      throw new EOFException("closed");
    }
  }
}
