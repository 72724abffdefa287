package io.yichuang.simulator.locker;

import io.yichuang.simulator.Fields;
import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.modbus.ModbusFace;
import io.yichuang.simulator.modbus.Unit;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lockers on a line of 9600 baud: two boards of eight locks, or one Modbus unit of sixteen. */
public final class LockerBankSimulator extends LineDevice {
  private static final int BAUD = 9_600;
  private static final int BOARDS = 2;
  private static final int LOCKS = 8;
  private static final int UNIT = 1;

  static final String BAD_CHECKSUM = ModbusFace.BAD_CHECKSUM;
  static final String STUCK = "stuck";
  static final String FEEDBACK_BROKEN = "feedback-broken";

  /** What the boards speak, and which value their feedback has for an open door. */
  public enum Protocol {
    FRAMES_OPEN_IS_11,
    FRAMES_OPEN_IS_00,
    MODBUS
  }

  private final Protocol protocol;
  private final Doors doors = new Doors(BOARDS * LOCKS);
  private final Unit unit = new Unit();
  private final Coils coils;
  private final FarEnd face;
  private volatile boolean deafOnceHeld;
  private volatile boolean deaf;

  /** Starts boards that say 11 for an open door, on {@code <run folder>/dev/locker-bank}. */
  public LockerBankSimulator(SimulatorOptions options) {
    this(options, Protocol.FRAMES_OPEN_IS_11);
  }

  public LockerBankSimulator(SimulatorOptions options, Protocol protocol) {
    super("locker-bank", options, BAUD, BAD_CHECKSUM, STUCK, FEEDBACK_BROKEN);
    this.protocol = protocol;
    this.coils = new Coils(options.scaled(Coils.LONGEST));
    this.face =
        switch (protocol) {
          case FRAMES_OPEN_IS_11 -> new BoardFace(doors, LOCKS, 0x11, faults, options::scaled);
          case FRAMES_OPEN_IS_00 -> new BoardFace(doors, LOCKS, 0, faults, options::scaled);
          case MODBUS -> modbus(options);
        };
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    return face.begin(line);
  }

  @Override
  protected void calm() {
    doors.shutAll();
    for (int door = 1; protocol == Protocol.MODBUS && door <= doors.count(); door++) {
      unit.coil(door - 1, false);
    }
    coils.cool();
  }

  /** Coils 0 to 15 fire, contacts 0 to 15 are 1 for open. */
  private FarEnd modbus(SimulatorOptions options) {
    for (int door = 1; door <= doors.count(); door++) {
      unit.coil(door - 1, false);
      unit.discrete(door - 1, false);
    }
    unit.onCoil((address, on) -> {
      coils.set(address + 1, on == 1);
      if (on == 1) {
        deaf |= deafOnceHeld;
        doors.fire(address + 1, faults.isSet(STUCK));
      }
    });
    doors.onMove(_ -> showFeedback());
    return line -> new ModbusFace(Map.of(UNIT, unit), _ -> deaf, faults, line, options::scaled);
  }

  @Override
  protected void faultsChanged() {
    showFeedback();
  }

  private void showFeedback() {
    for (int door = 1; door <= doors.count(); door++) {
      unit.discrete(door - 1, doors.isOpen(door) && !faults.isSet(FEEDBACK_BROKEN));
    }
  }

  /** A person pushes a door shut. */
  public void shut(int door) {
    doors.push(door, false);
  }

  /** Somebody opens a door by its key. */
  public void openByKey(int door) {
    doors.push(door, true);
  }

  public boolean isOpen(int door) {
    return doors.isOpen(door);
  }

  /** How often current went through the lock of a door. */
  public int fired(int door) {
    return doors.fired(door);
  }

  /**
   * The Modbus unit takes no frame any more once a lock is under current, as one whose supply the
   * pull brought down, until {@link #hear}.
   */
  public void fallDeafOnceHeld() {
    deafOnceHeld = true;
  }

  /** The Modbus unit takes frames again. */
  public void hear() {
    deafOnceHeld = false;
    deaf = false;
  }

  /** Whether the lock of a door is under current that only its master takes off. */
  public boolean held(int door) {
    return coils.held(door);
  }

  /** The doors whose locks were under current for longer than they bear, since the start. */
  public List<Integer> overheated() {
    return coils.overheated();
  }

  @Override
  public String address() {
    return switch (protocol) {
      case FRAMES_OPEN_IS_11 -> line() + "?driver=8a&doors=8&boards=2&open=11";
      case FRAMES_OPEN_IS_00 -> line() + "?driver=8a&doors=8&boards=2&open=00";
      case MODBUS -> "modbus+" + line() + "?unit=1&doors=16&lock=0&feedback=discrete/0&open=1";
    };
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("doors", doors.count());
    state.put("open", doors.open());
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put("shut", List.of("door"));
    actions.put("open-by-key", List.of("door"));
    return actions;
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    int door = new Fields(fields).whole("door", 1, doors.count());
    doors.push(door, action.equals("open-by-key"));
  }
}
