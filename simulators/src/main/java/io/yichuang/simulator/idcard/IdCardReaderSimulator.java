package io.yichuang.simulator.idcard;

import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.people.Person;
import io.yichuang.simulator.wire.SerialWire;
import io.yichuang.simulator.wire.Wire;
import io.yichuang.simulator.wire.WireFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resident-ID card reader with a SAM-V module on a serial line of 115200 baud. */
public final class IdCardReaderSimulator implements SimulatedDevice {
  private static final int BAUD = 115_200;

  /** Faults of the module and the card; those of the wire come before them in the list. */
  static final String BAD_CHECKSUM = "bad-checksum";

  static final String BUSY = "busy";
  static final String SAM_FAILURE = "sam-failure";
  static final String CARD_UNREADABLE = "card-unreadable";
  static final String WRONG_CARD = "wrong-card";
  static final String BROKEN_DATES = "broken-dates";

  private final Faults faults;
  private final Reader reader = new Reader();
  private final Wire wire;
  private volatile @Nullable String owner;

  /** Starts the reader on {@code <run folder>/dev/id-card-reader}. */
  public IdCardReaderSimulator(SimulatorOptions options) {
    List<String> names = new ArrayList<>(WireFaults.NAMES);
    names.addAll(
        List.of(BAD_CHECKSUM, BUSY, SAM_FAILURE, CARD_UNREADABLE, WRONG_CARD, BROKEN_DATES));
    faults = new Faults(names, options.seed());
    wire =
        new SerialWire(
            options.runFolder().resolve("dev").resolve(id()),
            line -> new SamModule(reader, faults, line, options::scaled),
            faults,
            BAUD,
            options.speed());
  }

  /** Lays a card on the reader, in place of one that lies there. */
  public void lay(SimulatedCard card) {
    owner = null;
    reader.lay(card);
  }

  /** Lays a citizen's card on the reader, in place of one that lies there. */
  public void lay(Person person) {
    lay(SimulatedCard.of(person));
    owner = person.id();
  }

  /** Takes the card away, in whatever state the reader is. */
  public void take() {
    owner = null;
    reader.take();
  }

  /** Whether a card lies on the reader. */
  public boolean cardPresent() {
    return reader.card() != null;
  }

  /** Whether the card that lies there was read to the end. */
  public boolean cardRead() {
    return reader.wasRead();
  }

  @Override
  public String id() {
    return "id-card-reader";
  }

  @Override
  public String address() {
    return wire.address() + "?driver=sam";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", wire.plugged());
    state.put("card", cardPresent());
    String person = owner;
    if (person != null) {
      state.put("person", person);
    }
    state.put("read", cardRead());
    return state;
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  /** Sets a fault that strikes by a plan. */
  @Override
  public void setFault(String name, FaultPlan plan) {
    faults.set(name, plan);
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  @Override
  public void plug() {
    wire.plug();
  }

  @Override
  public void reset() {
    faults.clear();
    take();
    wire.plug();
  }

  @Override
  public void close() {
    wire.close();
  }
}
