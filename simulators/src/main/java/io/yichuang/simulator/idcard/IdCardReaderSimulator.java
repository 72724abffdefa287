package io.yichuang.simulator.idcard;

import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.people.Person;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resident-ID card reader with a SAM-V module on a serial line of 115200 baud. */
public final class IdCardReaderSimulator extends LineDevice {
  private static final int BAUD = 115_200;

  /** Faults of the module and the card; those of the wire come before them in the list. */
  static final String BAD_CHECKSUM = "bad-checksum";

  static final String BUSY = "busy";
  static final String SAM_FAILURE = "sam-failure";
  static final String CARD_UNREADABLE = "card-unreadable";
  static final String WRONG_CARD = "wrong-card";
  static final String BROKEN_DATES = "broken-dates";

  private final SimulatorOptions options;
  private final Reader reader = new Reader();
  private volatile @Nullable String owner;

  /** Starts the reader on {@code <run folder>/dev/id-card-reader}. */
  public IdCardReaderSimulator(SimulatorOptions options) {
    super(
        "id-card-reader",
        options,
        BAUD,
        BAD_CHECKSUM,
        BUSY,
        SAM_FAILURE,
        CARD_UNREADABLE,
        WRONG_CARD,
        BROKEN_DATES);
    this.options = options;
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    return new SamModule(reader, faults, line, options::scaled);
  }

  @Override
  protected void calm() {
    take();
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

  /** Whether the module is an old one, which knows no appended addresses. */
  public void old(boolean now) {
    reader.old(now);
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
  public String address() {
    return line() + "?driver=sam";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("card", cardPresent());
    String person = owner;
    if (person != null) {
      state.put("person", person);
    }
    state.put("read", cardRead());
    return state;
  }
}
