package io.yichuang.simulator;

import io.yichuang.simulator.bench.BenchPapers;
import io.yichuang.simulator.bench.BenchPlatform;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.bench.CameraBench;
import io.yichuang.simulator.bench.PagePrinterBench;
import io.yichuang.simulator.bench.ScannerBench;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.people.People;
import io.yichuang.simulator.people.Person;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All far ends of one terminal, running. Tests and the bench make the same calls. Any thread. */
public final class Simulators implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Simulators.class);

  private final SimulatorOptions options;
  private final People people = new People();
  private final Map<String, SimulatedDevice> devices = new LinkedHashMap<>();
  private final Set<String> notYetInTheKiosk = new LinkedHashSet<>();
  private final BenchPlatform platform;
  private final BenchPapers papers = Fleet.PAPERS.get();

  private Simulators(SimulatorOptions options) {
    this.options = options;
    try {
      Files.createDirectories(options.runFolder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      for (var maker : Fleet.DEVICES) {
        add(maker.apply(options));
      }
      for (var maker : Fleet.NOT_YET_IN_THE_KIOSK) {
        notYetInTheKiosk.add(add(maker.apply(options)).id());
      }
      platform = Fleet.PLATFORM.apply(options, people);
    } catch (RuntimeException e) {
      devices.values().forEach(SimulatedDevice::close);
      throw e;
    }
  }

  private SimulatedDevice add(SimulatedDevice device) {
    devices.put(device.id(), device);
    return device;
  }

  /**
   * Starts everything on ephemeral ports and writes {@code addresses.yaml} into the run folder.
   *
   * @throws UncheckedIOException if the run folder cannot be written or a wire cannot be opened
   */
  public static Simulators start(SimulatorOptions options) {
    Simulators simulators = new Simulators(options);
    simulators.writeAddresses();
    return simulators;
  }

  public SimulatorOptions options() {
    return options;
  }

  public People people() {
    return people;
  }

  /**
   * A citizen by id.
   *
   * @throws BenchRefusal if there is no such person; it names those there are
   */
  public Person person(String id) {
    return people
        .byId(id)
        .orElseThrow(() ->
            BenchRefusal.unknown("person", id, people.all().stream().map(Person::id).toList()));
  }

  /** All devices, in the order of the terminal's front. */
  public List<SimulatedDevice> devices() {
    return List.copyOf(devices.values());
  }

  /**
   * A device by id.
   *
   * @throws BenchRefusal if there is no such device; it names those there are
   */
  public SimulatedDevice device(String id) {
    SimulatedDevice device = devices.get(id);
    if (device == null) {
      throw BenchRefusal.unknown("device", id, List.copyOf(devices.keySet()));
    }
    return device;
  }

  public IdCardReaderSimulator idCardReader() {
    return typed("id-card-reader", IdCardReaderSimulator.class);
  }

  public ScannerBench scanner() {
    return typed("scanner", ScannerBench.class);
  }

  public CameraBench documentCamera() {
    return typed("document-camera", CameraBench.class);
  }

  public CameraBench faceCamera() {
    return typed("face-camera", CameraBench.class);
  }

  public PagePrinterBench pagePrinter() {
    return typed("page-printer", PagePrinterBench.class);
  }

  public ReceiptPrinterSimulator receiptPrinter() {
    return typed("receipt-printer", ReceiptPrinterSimulator.class);
  }

  /** The simulated government platform. */
  public BenchPlatform platform() {
    return platform;
  }

  /** Papers drawn by the simulators. */
  public BenchPapers papers() {
    return papers;
  }

  /** Where a kiosk reaches each device that its configuration knows, by device id. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    devices.forEach((id, device) -> addresses.put(id, device.address()));
    addresses.keySet().removeAll(notYetInTheKiosk);
    return addresses;
  }

  /** Everything back to the state after start: devices, people, platform. */
  public void reset() {
    devices.values().forEach(SimulatedDevice::reset);
    people.reset();
    platform.reset();
  }

  /** Ends all; never throws. */
  @Override
  public void close() {
    devices.values().forEach(SimulatedDevice::close);
    try {
      platform.close();
    } catch (RuntimeException e) {
      log.warn("The platform did not end cleanly", e);
    }
  }

  /** In the form of the kiosk's configuration, so that a kiosk may import the file as it is. */
  private void writeAddresses() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "kiosk:", "  terminal: {id: \"" + options.terminal().id() + "\"}", "  devices:"));
    addresses()
        .forEach((id, address) -> lines.add("    " + id + ": {address: \"" + address + "\"}"));
    for (String id : notYetInTheKiosk) {
      lines.add("    # " + id + ": {address: \"" + device(id).address() + "\"}");
    }
    lines.add(
        "  platform: {url: \"%s\", credentials: \"%s\"}"
            .formatted(platform.url(), options.terminal().key().replace("\"", "\\\"")));
    Path file = options.runFolder().resolve("addresses.yaml");
    Path part = options.runFolder().resolve("addresses.yaml.part");
    try {
      Files.write(part, lines);
      // A kiosk that starts meanwhile reads the whole file or none.
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T extends SimulatedDevice> T typed(String id, Class<T> type) {
    return type.cast(device(id));
  }
}
