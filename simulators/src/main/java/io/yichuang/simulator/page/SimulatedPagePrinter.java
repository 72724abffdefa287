package io.yichuang.simulator.page;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.PagePrinterBench;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.http.Pace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An A4 printer on IPP. It prints at the speed of an office printer and keeps every PDF it was
 * given.
 */
public final class SimulatedPagePrinter implements PagePrinterBench {
  private final Faults faults =
      new Faults(
          "paper-out",
          "paper-low",
          "toner-low",
          "jam",
          "cover-open",
          "busy",
          "job-aborted",
          "no-answer",
          "garbage",
          "http-500",
          "truncated",
          "lost",
          "duplicate",
          "endless",
          IppFace.PRINTED_UNTOLD);
  private final Pace pace;
  private final PrintEngine engine;
  private final HttpFarEnd wire;

  /** On an ephemeral port of the loopback address. */
  public SimulatedPagePrinter(SimulatorOptions options) {
    this.pace = new Pace(options.speed());
    this.engine = new PrintEngine(faults, options.clock(), options.speed());
    this.wire =
        new HttpFarEnd(
            "page-printer",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new IppFace(engine, faults, options.clock())::answer,
            faults,
            pace,
            options.seed());
  }

  @Override
  public String id() {
    return "page-printer";
  }

  /** {@code ipp://127.0.0.1:PORT/ipp/print}. */
  @Override
  public String address() {
    InetSocketAddress at = wire.address();
    return "ipp://%s:%d%s".formatted(at.getAddress().getHostAddress(), at.getPort(), IppFace.PATH);
  }

  /** Puts so many sheets into the tray, 0 to 250; it was full. */
  public void loadTray(int sheets) {
    engine.load(sheets);
  }

  @Override
  public List<Map<String, Object>> output() {
    return engine.printed().reversed().stream().map(this::described).toList();
  }

  @Override
  public void clearOutput() {
    engine.taken();
  }

  private Map<String, Object> described(PrintJob job) {
    return engine.holding(() -> {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", String.valueOf(job.id));
      map.put("time", job.created.toString());
      map.put("name", job.name);
      map.put("pages", job.pages);
      map.put("state", IppFace.word(job.state));
      map.put("reason", job.reason);
      map.put("copies", job.copies);
      map.put("impressionsCompleted", job.impressionsDone);
      return map;
    });
  }

  @Override
  public Optional<byte[]> pdf(String id) {
    return engine.printed().stream()
        .filter(job -> String.valueOf(job.id).equals(id))
        .flatMap(job -> Optional.ofNullable(job.document).stream())
        .findFirst();
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", wire.plugged());
    state.put("sheetsInTray", engine.sheets());
    state.put("stopped", engine.stopped());
    state.put("reasons", engine.reasons());
    long open = engine.jobs().stream().filter(job -> !job.ended()).count();
    state.put("printing", open > 0 && !engine.stopped());
    state.put("jobsOpen", open);
    state.put("papers", engine.printed().size());
    return state;
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  @Override
  public void setFault(String name) {
    faults.set(name);
    engine.wake();
  }

  @Override
  public void clearFaults() {
    faults.clear();
    engine.refresh();
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  /** It knows no job any more; the sheets that came out stay. */
  @Override
  public void cutPower() {
    wire.unplug();
    engine.forget();
  }

  @Override
  public void plug() {
    wire.plug();
  }

  @Override
  public void reset() {
    faults.clear();
    engine.reset();
    plug();
  }

  @Override
  public void close() {
    pace.end();
    engine.close();
    wire.close();
  }
}
