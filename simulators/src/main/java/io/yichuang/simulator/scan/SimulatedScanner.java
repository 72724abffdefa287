package io.yichuang.simulator.scan;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.bench.ScannerBench;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.paper.Pdfs;
import io.yichuang.simulator.paper.Pictures;
import io.yichuang.simulator.wire.TcpListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A document scanner with a feeder and a platen, on two wires at once: the SANE network protocol
 * (as {@code saned} in front of a USB scanner) and eSCL (as a network scanner). Whoever opens it
 * first has it.
 */
public final class SimulatedScanner implements ScannerBench {
  /**
   * The sheet that jams or is fed double unless told otherwise: the second, so that one page
   * arrives before.
   */
  private static final int DEFAULT_STOP = 2;

  private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** PDF readers accept the mark anywhere in the first kilobyte. */
  private static final int PDF_MARK_WITHIN = 1024;

  private final ScanEngine engine;
  private final TcpListener sane;
  private final EsclFace esclFace;
  private final HttpFarEnd escl;
  private int stopAt = DEFAULT_STOP;

  /** On ephemeral ports of the loopback address. */
  public SimulatedScanner(SimulatorOptions options) {
    this(options, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /**
   * On an address of its own.
   *
   * @param saneAddress where the SANE face listens; SANE's own client knows no port but 6566
   */
  public SimulatedScanner(SimulatorOptions options, InetSocketAddress saneAddress) {
    this.engine = new ScanEngine(options.speed(), options.seed());
    this.sane =
        new TcpListener(
            "scanner-sane", saneAddress, control -> new SaneSession(engine, control).serve());
    this.esclFace = new EsclFace(engine, options.clock());
    this.escl =
        new HttpFarEnd(
            "scanner-escl",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            esclFace::answer,
            engine.faults,
            engine.pace,
            options.seed());
  }

  @Override
  public String id() {
    return "scanner";
  }

  /** The SANE face: {@code sane://127.0.0.1:PORT/simulated}. */
  @Override
  public String address() {
    InetSocketAddress at = sane.address();
    return "sane://%s:%d/%s"
        .formatted(at.getAddress().getHostAddress(), at.getPort(), SaneSession.DEVICE);
  }

  /** The eSCL face: {@code escl+http://127.0.0.1:PORT/eSCL}. */
  public String esclAddress() {
    InetSocketAddress at = escl.address();
    return "escl+http://%s:%d%s"
        .formatted(at.getAddress().getHostAddress(), at.getPort(), EsclFace.ROOT);
  }

  @Override
  public int load(List<byte[]> bodies) {
    return lay(
        bodies.stream()
            .flatMap(body -> sides(body).stream())
            .map(side -> new SheetPath.Sheet(side, new SheetSide.Blank()))
            .toList());
  }

  /**
   * Puts one sheet printed on both sides into the feeder.
   *
   * @param front a PNG, a JPEG or a PDF of one page; {@code back} likewise
   * @throws BenchRefusal as {@link #load}
   */
  public void loadTwoSided(byte[] front, byte[] back) {
    lay(List.of(new SheetPath.Sheet(sides(front).getFirst(), sides(back).getFirst())));
  }

  private int lay(List<SheetPath.Sheet> sheets) {
    if (!engine.path.load(sheets)) {
      throw new BenchRefusal(
          409,
          "feeder-full",
          "The feeder holds %d sheets of %d MiB together"
              .formatted(SheetPath.CAPACITY, SheetPath.MOST_BYTES >> 20),
          List.of());
    }
    return sheets.size();
  }

  @Override
  public void layOnPlaten(byte[] body) {
    engine.path.layOnPlaten(sides(body).getFirst());
  }

  @Override
  public void clearPlaten() {
    engine.path.layOnPlaten(new SheetSide.Blank());
  }

  @Override
  public void emptyFeeder() {
    engine.path.unload();
  }

  /**
   * Which sheet of the stack stops when {@code jam} or {@code double-feed} is set next; counted
   * from 1.
   */
  public synchronized void stopAtSheet(int sheet) {
    if (sheet < 1) {
      throw new IllegalArgumentException("sheets are counted from 1: " + sheet);
    }
    stopAt = sheet;
  }

  private static List<SheetSide> sides(byte[] body) {
    String head =
        new String(body, 0, Math.min(body.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
    if (head.contains(new String(PDF_MARK, StandardCharsets.US_ASCII))) {
      int pages = Pdfs.require(body);
      return IntStream.range(0, pages)
          .<SheetSide>mapToObj(i -> new SheetSide.PdfPage(body, i))
          .toList();
    }
    Pictures.require(body);
    return List.of(new SheetSide.Picture(body));
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", sane.plugged());
    state.put("sheetsInFeeder", engine.path.inFeeder());
    state.put("sheetsInOutput", engine.path.inOutput());
    state.put("sheetsStuck", engine.path.inPath());
    SheetPath.@Nullable Stop blocked = engine.path.blocked();
    state.put(
        "path",
        blocked == null ? "clear" : blocked.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    state.put("inUse", engine.busy());
    state.put("escl", esclAddress());
    return state;
  }

  @Override
  public Faults faultSet() {
    return engine.faults;
  }

  @Override
  public synchronized void setFault(String name) {
    engine.faults.set(name);
    switch (name) {
      case "jam" -> engine.path.jamAt(stopAt);
      case "double-feed" -> engine.path.doubleFeedAt(stopAt);
      case "cover-open" -> engine.path.openCover(true);
      default -> {
        // A fault of the wire: the faces ask for it themselves.
      }
    }
  }

  @Override
  public synchronized void clearFaults() {
    engine.faults.clear();
    engine.path.freePath();
  }

  @Override
  public void unplug() {
    sane.unplug();
    escl.unplug();
  }

  /** Its jobs are gone; sheets stay where they are. */
  @Override
  public void cutPower() {
    unplug();
    esclFace.reset();
  }

  @Override
  public void plug() {
    sane.plug();
    escl.plug();
  }

  @Override
  public synchronized void reset() {
    engine.faults.clear();
    esclFace.reset();
    engine.path.reset();
    stopAt = DEFAULT_STOP;
    plug();
  }

  @Override
  public void close() {
    engine.pace.end();
    sane.close();
    escl.close();
  }
}
