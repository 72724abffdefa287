package io.yichuang.simulator.card;

import io.yichuang.simulator.LineDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A card dispenser on a serial line of 9600 baud: fifty cards, a bin for twenty. */
public final class CardDispenserSimulator extends LineDevice {
  private static final int BAUD = 9_600;

  static final String BAD_CHECKSUM = "bad-checksum";
  static final String NAK = "nak";
  static final String STACK_EMPTY = "stack-empty";
  static final String STACK_LOW = "stack-low";
  static final String NOT_FED = "not-fed";
  static final String JAM = "jam";
  static final String BIN_IS_FULL = "bin-full";

  /** Which family of frames it speaks. */
  public enum Family {
    CRT591,
    K720
  }

  private final SimulatorOptions options;
  private final Family family;
  private final CardBox box;

  /** Whether the host has the last reply. */
  private final AtomicBoolean acknowledged = new AtomicBoolean();

  private final ExecutorService motor =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("card-motor").factory());

  /** Starts a CRT-591 on {@code <run folder>/dev/card-dispenser}. */
  public CardDispenserSimulator(SimulatorOptions options) {
    this(options, Family.CRT591);
  }

  public CardDispenserSimulator(SimulatorOptions options, Family family) {
    super(
        "card-dispenser",
        options,
        BAUD,
        BAD_CHECKSUM,
        NAK,
        STACK_EMPTY,
        STACK_LOW,
        NOT_FED,
        JAM,
        BIN_IS_FULL);
    this.options = options;
    this.family = family;
    this.box = new CardBox(faults, options::scaled);
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    return switch (family) {
      case CRT591 -> new CrtFace(box, faults, line, motor, acknowledged, options::scaled);
      case K720 -> new K720Face(box, faults, line, motor);
    };
  }

  @Override
  protected void calm() {
    box.refill();
  }

  /** A person takes the card at the gate. */
  public void take() {
    box.take();
  }

  /** A person puts a card into the open gate. */
  public void insert() {
    box.insert();
  }

  /** Such as {@code gate}; {@code none} while no card is in the path. */
  public String place() {
    return box.place().name().toLowerCase(Locale.ROOT);
  }

  public int stack() {
    return box.stack();
  }

  /** Cards in the bin. */
  public int binned() {
    return box.binned();
  }

  /** Whether the motor turns. */
  public boolean moving() {
    return box.motion() != CardBox.Motion.STILL;
  }

  @Override
  public String address() {
    return line() + "?driver=" + family.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("card", place());
    state.put("stack", stack());
    state.put("bin", binned());
    state.put("jammed", box.jammed());
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put("take", List.of());
    actions.put("insert", List.of());
    actions.put("refill", List.of());
    return actions;
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    switch (action) {
      case "take" -> take();
      case "insert" -> insert();
      default -> box.refill();
    }
  }

  /** Clearing a jam also frees the path: a person has opened it. */
  @Override
  public void clearFaults() {
    super.clearFaults();
    box.free();
  }

  @Override
  public void close() {
    super.close();
    motor.shutdownNow();
  }
}
