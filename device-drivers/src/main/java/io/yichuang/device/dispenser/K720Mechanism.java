package io.yichuang.device.dispenser;

import io.yichuang.device.CardDispenser.Place;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The 720 family: a frame, its ACK, our ENQ, and only then the unit acts or answers. Moves are not
 * answered: the flags tell their end.
 */
final class K720Mechanism implements Mechanism {
  private static final String FLAGS = "PB";
  private static final String TO_READER = "DH";
  private static final String TO_MOUTH = "ES";
  private static final String TAKE_BACK = "CP";
  private static final String RESET = "ST";
  private static final int SENDINGS = 3;

  private final FrameLine<K720Frame> line;
  private final DispenserTimings timings;
  private final LaneClock clock;

  /** The twelve flags of PB, as protocols name them. */
  private enum Flag {
    BIN_FULL,
    NOT_FED,
    TAKING_BACK,
    DISPENSING,
    LOW,
    JAM,
    WAS_TAKEN_BACK,
    WAS_TAKEN,
    READY,
    AT_READER,
    AT_MOUTH,
    EMPTY
  }

  K720Mechanism(ByteLink link, DispenserTimings timings, LaneClock clock) {
    this.line = new FrameLine<>(link, new K720Parser(), clock.nanos());
    this.timings = timings;
    this.clock = clock;
  }

  @Override
  public Sensors sensors() throws DeviceException {
    Set<Flag> flags = flags();
    return new Sensors(
        flags.contains(Flag.AT_MOUTH)
            ? Place.GATE
            : flags.contains(Flag.AT_READER) ? Place.INSIDE : Place.EMPTY,
        flags.contains(Flag.EMPTY)
            ? SupplyLevel.OUT
            : flags.contains(Flag.LOW) ? SupplyLevel.LOW : SupplyLevel.FULL,
        flags.contains(Flag.BIN_FULL),
        flags.contains(Flag.JAM));
  }

  private Set<Flag> flags() throws DeviceException {
    try {
      return ask();
    } catch (DeviceException e) {
      return switch (e.fault().code()) {
        case NO_ANSWER, BAD_CHECKSUM, MALFORMED -> ask();
        default -> throw e;
      };
    }
  }

  private Set<Flag> ask() throws DeviceException {
    order(FLAGS);
    var reply =
        (K720Frame.Reply)
            line.receive(
                frame -> frame instanceof K720Frame.Reply r && r.name().equals(FLAGS),
                timings.answer());
    int bits = reply.first() | reply.second() << 4 | reply.third() << 8;
    var flags = java.util.EnumSet.noneOf(Flag.class);
    int bit = 1;
    for (Flag flag : Flag.values()) {
      if ((bits & bit) != 0) {
        flags.add(flag);
      }
      bit <<= 1;
    }
    return flags;
  }

  @Override
  public void move(Move move, Turn turn) throws DeviceException, TurnOver {
    order(
        switch (move) {
          case FEED -> TO_READER;
          case PRESENT -> TO_MOUTH;
          case TAKE_BACK -> TAKE_BACK;
        });
    Set<Flag> flags =
        awaited(
            turn,
            now -> !now.contains(Flag.DISPENSING) && !now.contains(Flag.TAKING_BACK),
            "the move does not end");
    if (flags.contains(Flag.JAM)) {
      throw new DeviceException(FaultCode.CARD_JAM, "flags " + flags);
    }
    if (move == Move.FEED && flags.contains(Flag.NOT_FED)) {
      throw new DeviceException(FaultCode.CARD_NOT_FED, "flags " + flags);
    }
  }

  /** Looks at the flags until they are as they should be, no longer than a move takes. */
  private Set<Flag> awaited(Turn turn, Predicate<Set<Flag>> ended, String otherwise)
      throws DeviceException, TurnOver {
    long end = clock.nanos().getAsLong() + timings.move().toNanos();
    while (clock.nanos().getAsLong() - end <= 0) {
      // Before the first look, too: flags from before the order, said twice, have come by then.
      turn.pause(timings.poll());
      Set<Flag> flags = flags();
      if (ended.test(flags)) {
        return flags;
      }
    }
    throw new DeviceException(FaultCode.NO_ANSWER, otherwise);
  }

  @Override
  public boolean accepts() {
    return false;
  }

  @Override
  public void gate(boolean open) throws DeviceException {
    throw new DeviceException(FaultCode.PROTOCOL, "this family takes no cards in");
  }

  @Override
  public void reset(Turn turn) throws DeviceException, TurnOver {
    order(RESET);
    awaited(
        turn,
        now -> now.contains(Flag.READY) || now.contains(Flag.JAM),
        "the motors do not come to rest");
  }

  /** Sends an order until it has arrived whole, and releases it once. */
  private void order(String letters) throws DeviceException {
    line.drain();
    for (int sending = 1; ; sending++) {
      line.send(K720Frame.command(letters), timings.ack());
      K720Frame first = line.receive(frame -> !(frame instanceof K720Frame.Reply), timings.ack());
      if (first instanceof K720Frame.Ack) {
        line.send(new byte[] {K720Frame.ENQ}, timings.ack());
        return;
      }
      if (sending == SENDINGS) {
        throw new DeviceException(FaultCode.BAD_CHECKSUM, "the unit takes no frame");
      }
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
