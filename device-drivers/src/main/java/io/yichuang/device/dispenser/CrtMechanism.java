package io.yichuang.device.dispenser;

import io.yichuang.device.CardDispenser.Place;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.FrameLine;
import java.time.Duration;

/** The CRT-571/591 family: a frame, its ACK, the reply when the work is done, our ACK. */
final class CrtMechanism implements Mechanism {
  private static final String STATUS = "10";
  private static final String TO_READER = "21";
  private static final String TO_GATE = "20";
  private static final String TO_BIN = "23";
  private static final String ALLOW = "30";
  private static final String FORBID = "31";
  private static final String RESET_AND_LEAVE_CARD = "03";

  /** Errors by their two characters; most are named in one manual only. */
  private static final String JAMMED = "10";

  private static final String STACK_EMPTY = "A0";
  private static final String BIN_FULL = "A1";
  private static final String BIN_COUNTER = "50";

  /** A frame that arrives damaged three times in a row will not arrive. */
  private static final int SENDINGS = 3;

  private final FrameLine<CrtFrame> line;
  private final int address;
  private final DispenserTimings timings;
  private final Jam jam;

  /**
   * Whether a card is jammed. The unit tells it once, in the answer to the move, and its status
   * says nothing of it afterwards; so it outlives the connection, until a reset proves the path
   * free.
   */
  static final class Jam {
    private boolean there;
  }

  CrtMechanism(ByteLink link, int address, Jam jam, DispenserTimings timings, LaneClock clock) {
    this.jam = jam;
    this.line = new FrameLine<>(link, new CrtParser(), clock.nanos());
    this.address = address;
    this.timings = timings;
  }

  @Override
  public Sensors sensors() throws DeviceException {
    CrtFrame.Reply reply;
    try {
      reply = ask(STATUS, timings.answer());
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.CONNECTION_LOST) {
        throw e;
      }
      reply = ask(STATUS, timings.answer());
    }
    if (!reply.done() || reply.data().length() < 3) {
      jam.there |= reply.data().equals(JAMMED);
      if (jam.there) {
        return new Sensors(Place.INSIDE, SupplyLevel.UNKNOWN, false, true);
      }
      throw new DeviceException(FaultCode.PROTOCOL, "status is refused with " + reply.data());
    }
    return new Sensors(
        switch (reply.data().charAt(0)) {
          case '0' -> Place.EMPTY;
          case '1' -> Place.GATE;
          case '2' -> Place.INSIDE;
          default -> throw unknown(reply);
        },
        switch (reply.data().charAt(1)) {
          case '0' -> SupplyLevel.OUT;
          case '1' -> SupplyLevel.LOW;
          case '2' -> SupplyLevel.FULL;
          default -> SupplyLevel.UNKNOWN;
        },
        reply.data().charAt(2) == '1',
        jam.there);
  }

  private static DeviceException unknown(CrtFrame.Reply reply) {
    return new DeviceException(
        FaultCode.PROTOCOL, "a card position of '" + reply.data().charAt(0) + "'");
  }

  @Override
  public void move(Move move, Turn turn) throws DeviceException {
    String command =
        switch (move) {
          case FEED -> TO_READER;
          case PRESENT -> TO_GATE;
          case TAKE_BACK -> TO_BIN;
        };
    CrtFrame.Reply reply = ask(command, timings.move());
    if (!reply.done()) {
      jam.there |= reply.data().equals(JAMMED);
      throw refused(reply.data());
    }
  }

  private static DeviceException refused(String error) {
    FaultCode code =
        switch (error) {
          case JAMMED -> FaultCode.CARD_JAM;
          case STACK_EMPTY -> FaultCode.CARD_NOT_FED;
          case BIN_FULL, BIN_COUNTER -> FaultCode.BIN_FULL;
          default -> FaultCode.PROTOCOL;
        };
    return new DeviceException(code, "error " + error);
  }

  @Override
  public boolean accepts() {
    return true;
  }

  @Override
  public void gate(boolean open) throws DeviceException {
    CrtFrame.Reply reply = ask(open ? ALLOW : FORBID, timings.answer());
    if (!reply.done()) {
      throw refused(reply.data());
    }
  }

  @Override
  public void reset(Turn turn) throws DeviceException {
    CrtFrame.Reply reply = ask(RESET_AND_LEAVE_CARD, timings.move());
    boolean jammed = !reply.done() && reply.data().equals(JAMMED);
    jam.there = jammed || (jam.there && !reply.done());
    if (!reply.done() && !jammed) {
      throw refused(reply.data());
    }
  }

  /** Sends a command until it has arrived whole, and waits for its reply. */
  private CrtFrame.Reply ask(String command, Duration limit) throws DeviceException {
    line.drain();
    for (int sending = 1; ; sending++) {
      line.send(CrtFrame.command(address, command), timings.ack());
      CrtFrame first =
          line.receive(
              frame ->
                  frame instanceof CrtFrame.Ack
                      || mine(frame, command)
                      || frame instanceof CrtFrame.Nak,
              timings.ack());
      if (first instanceof CrtFrame.Nak) {
        if (sending == SENDINGS) {
          throw new DeviceException(FaultCode.BAD_CHECKSUM, "the unit takes no frame");
        }
        continue; // it says that the frame was damaged, so nothing was done
      }
      CrtFrame reply =
          first instanceof CrtFrame.Reply
              ? first // its ACK was lost on the way
              : line.receive(frame -> mine(frame, command), limit);
      line.send(new byte[] {CrtFrame.ACK}, timings.ack());
      return (CrtFrame.Reply) reply;
    }
  }

  private boolean mine(CrtFrame frame, String command) {
    return frame instanceof CrtFrame.Reply reply
        && reply.address() == address
        && reply.command().equals(command);
  }

  @Override
  public void close() {
    line.close();
  }
}
