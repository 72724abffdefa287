package io.yichuang.simulator.site;

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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Three units on one bus of 9600 baud: 1 is a relay board (contact 0 the cabinet's door, 1 = shut;
 * contact 1 a person; coil 0 the door's lock), 2 a climate sensor of the SHT20 kind (input 1
 * temperature and 2 humidity, in tenths), 3 a light controller (coil 0 the status light, registers
 * 0 and 1 the strips of the card reader and the scanner: 0 off, 1 slow, 2 medium, 3 quick, 4 on).
 */
public final class SiteSimulator extends LineDevice {
  private static final int BAUD = 9_600;
  private static final int BOARD = 1;
  private static final int CLIMATE = 2;
  private static final int LIGHTS = 3;

  private static final int DOOR = 0;
  private static final int PRESENCE = 1;
  private static final int LOCK = 0;
  private static final int TEMPERATURE = 1;
  private static final int HUMIDITY = 2;

  /** What a broken probe reads on these sensors. */
  private static final int IMPOSSIBLE = 0x7FFF;

  static final String BOARD_DEAD = "board-dead";
  static final String SENSOR_DEAD = "sensor-dead";
  static final String LIGHTS_DEAD = "lights-dead";
  static final String IMPLAUSIBLE = "implausible";

  private final SimulatorOptions options;
  private final Map<Integer, Unit> units =
      Map.of(BOARD, new Unit(), CLIMATE, new Unit(), LIGHTS, new Unit());
  private volatile boolean open;
  private volatile boolean somebody;
  private volatile double temperature;
  private volatile double humidity;
  private final AtomicInteger released = new AtomicInteger();

  /** Starts the bus on {@code <run folder>/dev/site}. */
  public SiteSimulator(SimulatorOptions options) {
    super(
        "site",
        options,
        BAUD,
        ModbusFace.BAD_CHECKSUM,
        ModbusFace.REFUSES,
        BOARD_DEAD,
        SENSOR_DEAD,
        LIGHTS_DEAD,
        IMPLAUSIBLE);
    this.options = options;
    unit(BOARD)
        .onCoil((address, on) -> {
          if (on == 1) {
            released.incrementAndGet();
          }
        });
    calm();
    plug();
  }

  @Override
  protected FarEnd.Receiver begin(Line line) {
    return new ModbusFace(units, this::dead, faults, line, options::scaled);
  }

  private Unit unit(int number) {
    Unit unit = units.get(number);
    if (unit == null) {
      throw new IllegalStateException("no unit " + number);
    }
    return unit;
  }

  private boolean dead(int unit) {
    return faults.isSet(
        switch (unit) {
          case BOARD -> BOARD_DEAD;
          case CLIMATE -> SENSOR_DEAD;
          default -> LIGHTS_DEAD;
        });
  }

  @Override
  protected void calm() {
    open = false;
    somebody = false;
    temperature = 21.5;
    humidity = 45;
    released.set(0);
    unit(BOARD).coil(LOCK, false);
    unit(LIGHTS).coil(0, false);
    unit(LIGHTS).holding(0, 0);
    unit(LIGHTS).holding(1, 0);
    show();
  }

  @Override
  protected void faultsChanged() {
    show();
  }

  /** Puts what is so into what the units say. */
  private void show() {
    unit(BOARD).discrete(DOOR, !open);
    unit(BOARD).discrete(PRESENCE, somebody);
    boolean broken = faults.isSet(IMPLAUSIBLE);
    unit(CLIMATE).input(TEMPERATURE, broken ? IMPOSSIBLE : (int) Math.round(temperature * 10));
    unit(CLIMATE).input(HUMIDITY, broken ? IMPOSSIBLE : (int) Math.round(humidity * 10));
  }

  public void door(boolean nowOpen) {
    open = nowOpen;
    show();
  }

  public void presence(boolean now) {
    somebody = now;
    show();
  }

  /** Degrees Celsius and percent. */
  public void climate(double degrees, double percent) {
    temperature = degrees;
    humidity = percent;
    show();
  }

  /** Such as {@code 2} for the medium flashing of a strip; the status light is 0 or 1. */
  public int light(String name) {
    return switch (name) {
      case "status" -> unit(LIGHTS).coil(0) ? 1 : 0;
      case "card-reader" -> unit(LIGHTS).holding(0);
      case "scanner" -> unit(LIGHTS).holding(1);
      default -> throw new IllegalArgumentException("no light " + name);
    };
  }

  /** How often the lock was pulled. */
  public int released() {
    return released.get();
  }

  /** Whether the lock is held now. */
  public boolean held() {
    return unit(BOARD).coil(LOCK);
  }

  @Override
  public String address() {
    return "modbus+"
        + line()
        + "?door=1/discrete/0!&presence=1/discrete/1&temperature=2/input/1/0.1"
        + "&humidity=2/input/2/0.1&release=1/coil/0"
        + "&light.status=3/coil/0&light.card-reader=3/holding/0&light.scanner=3/holding/1";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("plugged", plugged());
    state.put("door", open ? "open" : "closed");
    state.put("presence", somebody);
    state.put("temperature", temperature);
    state.put("humidity", humidity);
    state.put("released", released.get());
    for (String light : List.of("status", "card-reader", "scanner")) {
      state.put("light." + light, light(light));
    }
    return state;
  }

  @Override
  public Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put("door", List.of("open"));
    actions.put("presence", List.of("present"));
    actions.put("climate", List.of("temperature", "humidity"));
    return actions;
  }

  @Override
  public void act(String action, Map<String, Object> fields) {
    Fields given = new Fields(fields);
    switch (action) {
      case "door" -> door(given.yes("open"));
      case "presence" -> presence(given.yes("present"));
      default ->
          climate(
              given.has("temperature") ? given.number("temperature") : temperature,
              given.has("humidity") ? given.number("humidity") : humidity);
    }
  }
}
