package io.yichuang.simulator.scan;

import io.yichuang.simulator.wire.TcpListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One control connection of the SANE network protocol, from INIT to EXIT, served by one thread; the
 * pages go out on {@link SanePage}s. One device, one handle.
 */
final class SaneSession {
  /** Protocol 1.x build 3, as Debian's saned 1.2.1 answers. */
  static final int VERSION = 0x0101_0003;

  /** The device's name after the host in {@code net:host:simulated}. */
  static final String DEVICE = "simulated";

  private static final int HANDLE = 0;
  private static final int LITTLE_ENDIAN = 0x1234;
  private static final int FORMAT_GRAY = 0;
  private static final int FORMAT_RGB = 1;

  private final ScanEngine engine;
  private final Socket control;
  private final SaneWire wire;
  private final SaneOptions options;
  private boolean open;
  private @Nullable SanePage page;

  SaneSession(ScanEngine engine, Socket control) throws IOException {
    this.engine = engine;
    this.control = control;
    this.wire =
        new SaneWire(new BufferedInputStream(control.getInputStream()), control.getOutputStream());
    this.options = new SaneOptions(engine.path);
  }

  void serve() throws IOException {
    try {
      if (wire.word() != 0) {
        return;
      }
      int version = wire.word();
      wire.string();
      // Only the major number must agree (SANE standard 5.2).
      boolean spoken = version >>> 24 == 1;
      wire.put(spoken ? SaneStatus.GOOD : SaneStatus.INVAL).put(VERSION);
      answer();
      while (spoken && request(wire.word())) {
        answer();
      }
    } finally {
      stopPage();
      engine.release(this);
    }
  }

  private void answer() throws IOException {
    if (engine.faults.isSet("no-answer")) {
      control.getInputStream().transferTo(OutputStream.nullOutputStream());
      return;
    }
    if (engine.faults.isSet("garbage")) {
      control.getOutputStream().write(engine.garbage(wire.discard()));
      return;
    }
    wire.flush(engine.faults.isSet("duplicate") ? 2 : 1);
  }

  /** Gathers one answer; false ends the session. */
  private boolean request(int procedure) throws IOException {
    switch (procedure) {
      case 1 ->
          wire.put(SaneStatus.GOOD)
              .put(2)
              .put(0)
              .put(DEVICE)
              .put("Yichuang")
              .put("Simulated feeder")
              .put("sheetfed scanner")
              .put(1);
      case 2 -> open(wire.string());
      case 3 -> {
        wire.word();
        stopPage();
        open = false;
        engine.release(this);
        wire.put(0);
      }
      case 4 -> {
        if (known(wire.word())) {
          options.describe(wire);
        } else {
          wire.put(0);
        }
      }
      case 5 -> options.control(wire, known(wire.word()));
      case 6 -> parameters(known(wire.word()));
      case 7 -> start(known(wire.word()));
      case 8 -> {
        wire.word();
        stopPage();
        engine.path.endBatch();
        wire.put(0);
      }
      case 9 -> {
        wire.string();
        wire.string();
        wire.string();
        wire.put(0);
      }
      default -> {
        // 10 is EXIT; anything else is no request, and nothing tells where the next one would
        // begin.
        return false;
      }
    }
    return true;
  }

  private boolean known(int handle) {
    return open && handle == HANDLE;
  }

  private void open(String name) throws IOException {
    int status = SaneStatus.INVAL;
    if (name.isEmpty() || name.equals(DEVICE)) {
      status = engine.acquire(this) ? SaneStatus.GOOD : SaneStatus.DEVICE_BUSY;
    }
    open |= status == SaneStatus.GOOD;
    wire.put(status).put(HANDLE).put((String) null);
  }

  private void parameters(boolean known) throws IOException {
    ScanRequest request = options.request();
    wire.put(known ? SaneStatus.GOOD : SaneStatus.INVAL);
    wire.put(request.colour() ? FORMAT_RGB : FORMAT_GRAY).put(1);
    wire.put(request.bytesPerLine()).put(request.width()).put(request.height()).put(8);
  }

  private void start(boolean known) throws IOException {
    int status = SaneStatus.INVAL;
    int port = 0;
    if (known && page != null && page.running()) {
      status = SaneStatus.DEVICE_BUSY;
    } else if (known) {
      ScanRequest request = options.request();
      switch (next(request)) {
        case SheetPath.Feed.NoSheets() -> status = SaneStatus.NO_DOCS;
        case SheetPath.Feed.Blocked(SheetPath.Stop why) -> status = SaneStatus.of(why);
        case SheetPath.Feed.Passing passing -> {
          ServerSocket data = new ServerSocket();
          data.bind(new InetSocketAddress(control.getLocalAddress(), 0), 1);
          page = SanePage.start(engine, data, passing, request, this::lose);
          port = data.getLocalPort();
          status = SaneStatus.GOOD;
        }
      }
    }
    if (engine.faults.isSet("busy")) {
      status = SaneStatus.DEVICE_BUSY;
    }
    wire.put(status).put(port).put(LITTLE_ENDIAN).put((String) null);
  }

  private SheetPath.Feed next(ScanRequest request) {
    if (engine.faults.isSet("busy")) {
      return new SheetPath.Feed.NoSheets();
    }
    return switch (request.source()) {
      case FLATBED -> new SheetPath.Feed.Passing(engine.path.platen(), 0, false, null);
      case ADF_FRONT -> engine.path.next(false);
      case ADF_DUPLEX -> engine.path.next(true);
    };
  }

  private void stopPage() {
    if (page != null) {
      page.cancel();
      page = null;
    }
  }

  private void lose() {
    TcpListener.cut(control);
  }
}
