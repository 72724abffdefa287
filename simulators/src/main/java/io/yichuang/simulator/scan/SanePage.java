package io.yichuang.simulator.scan;

import io.yichuang.simulator.wire.TcpListener;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One side on its way over a data connection: records of a length word and as many bytes, ended by
 * the length 0xFFFFFFFF and one status byte. It runs at the speed of the paper on a thread of its
 * own.
 */
final class SanePage {
  /** saned waits 4 s for the client (its DATA_CONNECT_TIMEOUT); more, for loaded test machines. */
  private static final int CONNECT_MILLIS = 10_000;

  /** Lines are sent in records of about this many bytes. */
  private static final int RECORD_BYTES = 32 << 10;

  /**
   * Where on the side a jam stops the paper, a short page ends, a cable breaks: parts of its
   * length.
   */
  private static final double STOPPED_AT = 0.5;

  private static final double LOST_AT = 0.33;

  private static final Logger LOG = LoggerFactory.getLogger(SanePage.class);

  private final ScanEngine engine;
  private final ServerSocket listening;
  private final SheetPath.Feed.Passing passing;
  private final ScanRequest request;
  private final Runnable lose;
  private final Thread thread;
  private volatile boolean cancelled;
  private volatile boolean ended;
  private volatile @Nullable Socket connected;

  private SanePage(
      ScanEngine engine,
      ServerSocket listening,
      SheetPath.Feed.Passing passing,
      ScanRequest request,
      Runnable lose) {
    this.engine = engine;
    this.listening = listening;
    this.passing = passing;
    this.request = request;
    this.lose = lose;
    this.thread = Thread.ofVirtual().name("scanner-page-" + passing.sheet()).unstarted(this::run);
  }

  /**
   * Starts waiting for the client.
   *
   * @param lose cuts the control connection too
   */
  static SanePage start(
      ScanEngine engine,
      ServerSocket listening,
      SheetPath.Feed.Passing passing,
      ScanRequest request,
      Runnable lose) {
    SanePage page = new SanePage(engine, listening, passing, request, lose);
    page.thread.start();
    return page;
  }

  /**
   * Whether the side is still on its way. Once its end is told it is not, though the connection may
   * take a moment to close: a client asks for the next side at once.
   */
  boolean running() {
    return !ended && thread.isAlive();
  }

  /**
   * Stops the paper; the client may still get the record that says so. Returns when the connection
   * is closed.
   */
  void cancel() {
    cancelled = true;
    try {
      listening.close();
      // A client that has stopped reading would hold the writer for ever.
      if (!thread.join(Duration.ofMillis(200)) && connected != null) {
        TcpListener.cut(connected);
      }
    } catch (IOException e) {
      LOG.debug("data listener", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (listening) {
      listening.setSoTimeout(CONNECT_MILLIS);
      try (Socket data = listening.accept()) {
        connected = data;
        send(data);
      }
    } catch (IOException e) {
      LOG.debug("page {} ended: {}", passing.sheet(), e.toString());
    } finally {
      connected = null;
    }
  }

  private void send(Socket data) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(data.getOutputStream(), RECORD_BYTES + 4));
    ScannedSide side;
    try {
      side = new ScannedSide(passing.side(), request);
    } catch (IOException e) {
      LOG.warn("side cannot be drawn", e);
      end(out, SaneStatus.IO_ERROR);
      return;
    }
    int height = request.height();
    int perLine = request.bytesPerLine();
    int chunk = Math.clamp(RECORD_BYTES / perLine, 1, height);
    byte[] lines = new byte[chunk * perLine];
    for (int y = 0; y < height; ) {
      SheetPath.Stop stop = stopAt((double) y / height);
      if (cancelled || stop != null) {
        end(out, stop == null ? SaneStatus.CANCELLED : SaneStatus.of(stop));
        return;
      }
      if (engine.faults.isSet("lost") && y > height * LOST_AT) {
        out.flush();
        TcpListener.cut(data);
        lose.run();
        return;
      }
      if (engine.faults.isSet("truncated") && y > height * STOPPED_AT) {
        break;
      }
      int n = Math.min(chunk, height - y);
      for (int i = 0; i < n; i++) {
        side.line(y + i, lines, i * perLine);
      }
      // The back passes its own lamp together with the front: it is there already.
      engine.pace.await(passing.back() ? Duration.ZERO : engine.time((double) n / height));
      if (engine.faults.isSet("garbage")) {
        out.write(engine.garbage(n * perLine));
      } else {
        out.writeInt(n * perLine);
        out.write(lines, 0, n * perLine);
      }
      out.flush();
      y += n;
    }
    while (engine.faults.isSet("endless") && !cancelled) {
      // The last lines again and again, until the other side has had enough of them.
      out.writeInt(lines.length);
      out.write(lines);
      out.flush();
    }
    end(out, SaneStatus.EOF);
  }

  private SheetPath.@Nullable Stop stopAt(double part) {
    if (request.source() == ScanRequest.Source.FLATBED) {
      return null;
    }
    if (engine.path.blocked() == SheetPath.Stop.COVER_OPEN) {
      return SheetPath.Stop.COVER_OPEN;
    }
    return part >= STOPPED_AT ? passing.stop() : null;
  }

  private void end(DataOutputStream out, int status) throws IOException {
    ended = true;
    out.writeInt(-1);
    out.writeByte(status);
    out.flush();
  }
}
