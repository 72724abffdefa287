package io.yichuang.device.locker;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.LockerBank;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.Mask;
import java.util.ArrayList;
import java.util.List;

/** Lockers behind boards on one line. */
public final class BoardLockerBank extends LaneDevice<LockerSession> implements LockerBank {
  private final int doors;
  private final int testDoor;
  private final LockerTimings timings;

  private BoardLockerBank(
      Lane<LockerSession> lane, int doors, int testDoor, LockerTimings timings) {
    super(lane);
    this.doors = doors;
    this.testDoor = testDoor;
    this.timings = timings;
  }

  /**
   * Starts the driver; the boards need not be there yet. The address is a line with {@code
   * driver=8a} and {@code doors}, {@code boards}, {@code open=00|11}; or {@code modbus+serial:…}
   * with {@code unit}, {@code doors}, {@code lock=0}, {@code feedback=discrete/0}, {@code
   * open=0|1}. With {@code test-door=11} there is a self-test that opens this door.
   *
   * @throws IllegalArgumentException for a wrong address
   */
  public static BoardLockerBank open(
      DeviceId id, Address address, LockerTimings timings, LaneClock clock) {
    LockerAddress at = LockerAddress.of(address, timings, clock);
    Wire<LockerSession> wire =
        Wire.over(
            at.port(),
            Mask.NOTHING,
            clock,
            link -> new LockerSession(at.board().apply(link), timings, clock),
            BoardLockerBank::probe);
    return new BoardLockerBank(
        Lane.start(id, wire, timings.lane(), clock), at.doors(), at.testDoor(), timings);
  }

  private static Health probe(LockerSession session) throws DeviceException {
    session.look();
    return Health.online(MediaState.UNKNOWN);
  }

  @Override
  public int doors() {
    return doors;
  }

  private void check(int door) {
    if (door < 1 || door > doors) {
      throw new IllegalArgumentException("no door " + door + "; there are 1 to " + doors);
    }
  }

  @Override
  public Outcome<Opened> open(int door, Call call) {
    check(door);
    return lane().run(call, (session, turn) -> session.open(door, turn));
  }

  @Override
  public Outcome<Door> door(int door, Call call) {
    check(door);
    return lane()
        .run(
            call,
            (session, turn) -> new Outcome.Done<>(session.isOpen(door) ? Door.OPEN : Door.CLOSED));
  }

  @Override
  public Outcome<Closed> awaitClosed(int door, Call call) {
    check(door);
    return lane()
        .run(
            call,
            (session, turn) -> {
              while (session.isOpen(door)) {
                if (!turn.pausedInTime(timings.poll())) {
                  return new Outcome.Refused<>(Refusal.STILL_PRESENT);
                }
              }
              return new Outcome.Done<>(new Closed());
            });
  }

  /** Moves nothing: a door has no state but open and shut. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(call, BoardLockerBank::probe);
  }

  @Override
  public List<SelfTest> selfTests() {
    SelfTest allShut = proof("all-shut", this::proveAllShut);
    return testDoor == 0
        ? List.of(allShut) // no door is opened that nobody has named
        : List.of(allShut, proof("one-door", this::proveOneDoor));
  }

  /** Every door answers and is shut; fires nothing. A wrongly set feedback shows as all open. */
  private Outcome<Verdict> proveAllShut(LockerSession session, Turn turn)
      throws DeviceException, TurnOver {
    var open = new ArrayList<Integer>();
    for (int door = 1; door <= doors; door++) {
      turn.check();
      if (session.isOpen(door)) {
        open.add(door);
      }
    }
    return new Outcome.Done<>(
        new Verdict(open.isEmpty(), "expected " + doors + " shut doors; open are " + open));
  }

  /** The named door is shut, springs open and says so: its lock and its feedback are good. */
  private Outcome<Verdict> proveOneDoor(LockerSession session, Turn turn)
      throws DeviceException, TurnOver {
    if (session.isOpen(testDoor)) {
      return new Outcome.Done<>(
          new Verdict(false, "expected door " + testDoor + " to be shut before; it is open"));
    }
    Outcome<Opened> opened = session.open(testDoor, turn);
    return new Outcome.Done<>(
        new Verdict(
            opened instanceof Outcome.Done,
            "expected door " + testDoor + " to open; came " + opened));
  }
}
