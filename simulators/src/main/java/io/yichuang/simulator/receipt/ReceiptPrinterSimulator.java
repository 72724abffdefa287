package io.yichuang.simulator.receipt;

import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.SerialWire;
import io.yichuang.simulator.wire.TcpWire;
import io.yichuang.simulator.wire.Wire;
import io.yichuang.simulator.wire.WireFaults;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An 80 mm ESC/POS receipt printer with cutter, on TCP or on a serial line; keeps what it printed.
 */
public final class ReceiptPrinterSimulator implements SimulatedDevice {
  /** Usual speed of serial kiosk printers. */
  private static final int SERIAL_BAUD = 115_200;

  /** Receipts kept; older ones are forgotten. */
  private static final int MOST_KEPT = 200;

  private final Faults faults;
  private final InstantSource clock;
  private final PrintEngine engine;
  private final Wire wire;
  private final Deque<PrintedReceipt> output = new ArrayDeque<>();
  private int printed;

  /** Starts the printer, on an ephemeral port or on {@code <run folder>/dev/receipt-printer}. */
  public ReceiptPrinterSimulator(SimulatorOptions options) {
    List<String> names = new ArrayList<>(PrinterStatus.NAMES);
    names.addAll(WireFaults.NAMES);
    faults = new Faults(names, options.seed());
    clock = options.clock();
    engine = new PrintEngine(faults, options::scaled, this::keep);
    wire =
        switch (options.receiptWire()) {
          case TCP -> new TcpWire(id(), 0, engine::begin, faults, 0, options.speed());
          case SERIAL ->
              new SerialWire(
                  options.runFolder().resolve("dev").resolve(id()),
                  engine::begin,
                  faults,
                  SERIAL_BAUD,
                  options.speed());
        };
    wire.plug();
  }

  /** Receipts up to their cut, newest first. */
  public List<PrintedReceipt> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  public Optional<PrintedReceipt> receipt(String id) {
    return output().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** Takes all printed receipts away. */
  public void clearOutput() {
    synchronized (output) {
      output.clear();
    }
  }

  /** Commands the printer did not understand, as hex, the first twenty. */
  public List<String> unknownCommands() {
    return engine.status().unknown();
  }

  @Override
  public String id() {
    return "receipt-printer";
  }

  @Override
  public String address() {
    return wire.address() + "?driver=escpos";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", wire.plugged());
    state.put("printing", engine.busy());
    state.put("receipts", output().size());
    state.put("unknownCommands", unknownCommands());
    return state;
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  @Override
  public void setFault(String name) {
    setFault(name, FaultPlan.ALWAYS);
  }

  @Override
  public void setFault(String name, FaultPlan plan) {
    faults.set(name, plan);
    engine.statusChanged();
  }

  @Override
  public void clearFaults() {
    faults.clear();
    engine.statusChanged();
  }

  /** Whether anything waits in its buffer or is being printed. */
  public boolean busy() {
    return engine.busy();
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  /** The buffer is gone; a receipt that was half out is torn off and nobody's. */
  @Override
  public void cutPower() {
    wire.unplug();
    engine.clear();
  }

  @Override
  public void plug() {
    wire.plug();
  }

  @Override
  public void reset() {
    engine.clear();
    engine.status().reset();
    clearFaults();
    clearOutput();
    wire.plug();
  }

  @Override
  public void close() {
    wire.close();
    engine.close();
  }

  private void keep(PrintEngine.Sheet sheet) {
    synchronized (output) {
      printed++;
      output.addFirst(
          new PrintedReceipt(
              Integer.toString(printed),
              clock.instant(),
              sheet.text(),
              sheet.codes(),
              sheet.png(),
              sheet.interrupted()));
      if (output.size() > MOST_KEPT) {
        output.removeLast();
      }
    }
  }
}
