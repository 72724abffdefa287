package io.yichuang.simulator.idcard;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.idcard.SamFrames.Request;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The SAM-V module's answers, one command at a time, from protocols.md 1.3 to 1.7. */
final class SamModule implements FarEnd.Receiver {
  private static final int DONE = 0x90;
  private static final int FOUND = 0x9F;
  private static final int CHECKSUM = 0x10;
  private static final int LENGTH = 0x11;
  private static final int BAD_COMMAND = 0x21;
  private static final int UNRECOGNISED = 0x24;
  private static final int WRONG_KIND = 0x40;
  private static final int READ_FAILED = 0x41;
  private static final int SELF_TEST_FAILED = 0x60;
  private static final int NOT_FOUND = 0x80;
  private static final int NOT_SELECTED = 0x81;
  private static final int EMPTY = 0x91;

  /**
   * What the radio and the card's own arithmetic take; measured by nobody we know, stated as "about
   * 1 s" [M].
   */
  private static final Duration FIND_TIME = Duration.ofMillis(30);

  private static final Duration READ_TIME = Duration.ofMillis(700);

  /** A half frame is forgotten after this silence; a frame of 11 bytes takes 1 ms. */
  private static final Duration HALF_FRAME_LIMIT = Duration.ofMillis(200);

  /** Parameter of command 60: 115200 to 9600. */
  private static final int[] BAUDS = {115_200, 57_600, 38_400, 19_200, 9_600};

  /**
   * 05.01-20260101-0000000001-0000000001: an invented module. Little-endian 2, 2, 4, 4, 4 bytes.
   */
  private static final byte[] SAM_ID = {5, 0, 1, 0, 0x05, 0x25, 0x35, 0x01, 1, 0, 0, 0, 1, 0, 0, 0};

  private static final byte[] NOTHING = {};

  private final Reader reader;
  private final Faults faults;
  private final Line line;
  private final UnaryOperator<Duration> scaled;
  private final SamFrames frames = new SamFrames();

  /** Speed from the next frame on; the answer to the change still goes out at the old one. */
  private int pendingBaud;

  private long lastByte = System.nanoTime();

  SamModule(Reader reader, Faults faults, Line line, UnaryOperator<Duration> scaled) {
    this.reader = reader;
    this.faults = faults;
    this.line = line;
    this.scaled = scaled;
  }

  @Override
  public void received(byte[] bytes) {
    long now = System.nanoTime();
    if (now - lastByte > scaled.apply(HALF_FRAME_LIMIT).toNanos()) {
      frames.drop();
    }
    for (Request request : frames.take(bytes)) {
      byte[] answer = answer(request);
      if (faults.strikes(IdCardReaderSimulator.BAD_CHECKSUM)) {
        answer[answer.length - 1] ^= 0x55;
      }
      line.send(answer);
      if (pendingBaud != 0) {
        line.speed(pendingBaud);
        pendingBaud = 0;
      }
    }
    lastByte = System.nanoTime();
  }

  private byte[] answer(Request request) {
    return switch (request) {
      case Request.BadChecksum() -> status(CHECKSUM);
      case Request.BadLength() -> status(LENGTH);
      case Request.Command command -> {
        if (faults.isSet(IdCardReaderSimulator.SAM_FAILURE)) {
          yield status(SELF_TEST_FAILED);
        }
        if (faults.strikes(IdCardReaderSimulator.BUSY)) {
          yield status(UNRECOGNISED);
        }
        yield command(command);
      }
    };
  }

  private byte[] command(Request.Command command) {
    return switch (command.command() << 8 | command.parameter()) {
      case 0x10FF -> {
        reader.resetModule();
        yield status(DONE);
      }
      case 0x11FF -> status(DONE);
      case 0x12FF -> SamFrames.answer(DONE, SAM_ID);
      case 0x2001 -> {
        pause(FIND_TIME);
        yield reader.find() ? SamFrames.answer(FOUND, new byte[4]) : status(NOT_FOUND);
      }
      case 0x2002 -> reader.select() ? SamFrames.answer(DONE, new byte[8]) : status(NOT_SELECTED);
      case 0x3001 -> read(false);
      case 0x3010 -> read(true);
      case 0x3003 -> reader.old() ? status(BAD_COMMAND) : appendedAddress();
      case 0x6000, 0x6001, 0x6002, 0x6003, 0x6004 -> {
        byte[] done = status(DONE);
        pendingBaud = BAUDS[command.parameter()];
        yield done;
      }
      default -> status(BAD_COMMAND);
    };
  }

  private byte[] read(boolean fingerprint) {
    Reader.Begun begun = reader.selected();
    if (begun == null) {
      return status(READ_FAILED);
    }
    pause(READ_TIME);
    if (faults.strikes(IdCardReaderSimulator.WRONG_CARD)) {
      reader.failRead();
      return status(WRONG_KIND);
    }
    if (faults.strikes(IdCardReaderSimulator.CARD_UNREADABLE)) {
      reader.failRead();
      return status(READ_FAILED);
    }
    return reader.finishRead(begun)
        ? SamFrames.answer(DONE, body(begun.card(), fingerprint))
        : status(READ_FAILED);
  }

  private byte[] body(SimulatedCard card, boolean fingerprint) {
    byte[] text =
        faults.strikes(IdCardReaderSimulator.BROKEN_DATES)
            ? CardText.withBrokenDates(card.text())
            : card.text();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    length(body, text);
    length(body, card.photo());
    if (fingerprint) {
      length(body, card.fingerprint());
    }
    body.writeBytes(text);
    body.writeBytes(card.photo());
    if (fingerprint) {
      body.writeBytes(card.fingerprint());
    }
    return body.toByteArray();
  }

  private byte[] appendedAddress() {
    SimulatedCard card = reader.known();
    if (card == null) {
      return status(READ_FAILED);
    }
    pause(FIND_TIME);
    byte @Nullable [] address = card.appendedAddress();
    return address == null ? status(EMPTY) : SamFrames.answer(DONE, address);
  }

  private void pause(Duration real) {
    Pace.pause(scaled.apply(real).toNanos());
  }

  private static void length(ByteArrayOutputStream out, byte[] part) {
    out.write(part.length >> 8);
    out.write(part.length);
  }

  private static byte[] status(int sw3) {
    return SamFrames.answer(sw3, NOTHING);
  }
}
