package io.yichuang.simulator.modbus;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Units on one RTU bus, functions 01 to 06, 15 and 16 (protocols.md 5.5). A frame ends by its
 * length; a pause inside one drops it, a wrong checksum or another unit's frame is not answered.
 */
public final class ModbusFace implements FarEnd.Receiver {
  public static final String BAD_CHECKSUM = "bad-checksum";

  /** Every function is refused with 4: the unit itself has failed. */
  public static final String REFUSES = "refuses";

  private static final Duration ANSWERS_AFTER = Duration.ofMillis(15);

  /** 3.5 characters are 4 ms at 9600 baud; hosts on a desktop system pause longer in a frame. */
  private static final Duration HALF_FRAME_LIMIT = Duration.ofMillis(100);

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;
  private static final int FAILURE = 4;

  private final Map<Integer, Unit> units;
  private final IntPredicate dead;
  private final Faults faults;
  private final Line line;
  private final UnaryOperator<Duration> scaled;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long lastByte = System.nanoTime();

  /**
   * @param dead whether a unit does not answer now
   */
  public ModbusFace(
      Map<Integer, Unit> units,
      IntPredicate dead,
      Faults faults,
      Line line,
      UnaryOperator<Duration> scaled) {
    this.units = units;
    this.dead = dead;
    this.faults = faults;
    this.line = line;
    this.scaled = scaled;
  }

  @Override
  public void received(byte[] bytes) {
    if (System.nanoTime() - lastByte > scaled.apply(HALF_FRAME_LIMIT).toNanos()) {
      pending.reset();
    }
    pending.writeBytes(bytes);
    byte[] all = pending.toByteArray();
    int at = 0;
    for (int length = length(all, at); length > 0 && all.length - at >= length; ) {
      byte[] frame = Arrays.copyOfRange(all, at, at + length);
      if (crc(frame, length - 2)
          == ((frame[length - 2] & 0xFF) | (frame[length - 1] & 0xFF) << 8)) {
        serve(frame);
        at += length;
      } else {
        at++; // noise: a frame may begin at any byte
      }
      length = length(all, at);
    }
    pending.reset();
    pending.write(all, at, all.length - at);
    lastByte = System.nanoTime();
  }

  /** How long the frame is that begins here, or 0 when that cannot be told yet. */
  private static int length(byte[] all, int at) {
    if (all.length - at < 2) {
      return 0;
    }
    int function = all[at + 1];
    if (function == 15 || function == 16) {
      return all.length - at < 7 ? 0 : 9 + (all[at + 6] & 0xFF);
    }
    return 8;
  }

  private void serve(byte[] frame) {
    int number = frame[0] & 0xFF;
    Unit unit = units.get(number);
    if (unit == null || dead.test(number)) {
      return;
    }
    Pace.pause(scaled.apply(ANSWERS_AFTER).toNanos());
    byte[] body = faults.isSet(REFUSES) ? refusal(frame[1], FAILURE) : answer(unit, frame);
    byte[] answer = Arrays.copyOf(body, body.length + 3);
    System.arraycopy(body, 0, answer, 1, body.length);
    answer[0] = frame[0];
    int crc = crc(answer, answer.length - 2);
    answer[answer.length - 2] = (byte) crc;
    answer[answer.length - 1] = (byte) (crc >> 8);
    if (faults.strikes(BAD_CHECKSUM)) {
      answer[answer.length - 1] ^= 0x55;
    }
    line.send(answer);
  }

  /** Function and data. */
  private static byte[] answer(Unit unit, byte[] frame) {
    int function = frame[1];
    int address = word(frame, 2);
    int third = word(frame, 4);
    return switch (function) {
      case 1, 2, 3, 4 -> {
        if (third < 1 || third > (function < 3 ? 2000 : 125)) {
          yield refusal(function, ILLEGAL_VALUE);
        }
        int[] values = unit.read(function, address, third);
        yield values == null
            ? refusal(function, ILLEGAL_ADDRESS)
            : function < 3 ? bits(function, values) : registers(function, values);
      }
      case 5 -> {
        if (third != 0 && third != 0xFF00) {
          yield refusal(function, ILLEGAL_VALUE);
        }
        yield echo(unit.write(true, address, new int[] {third == 0 ? 0 : 1}), frame);
      }
      case 6 -> echo(unit.write(false, address, new int[] {third}), frame);
      case 15, 16 -> {
        boolean coil = function == 15;
        int bytes = coil ? (third + 7) / 8 : 2 * third;
        if (third < 1 || bytes != (frame[6] & 0xFF)) {
          yield refusal(function, ILLEGAL_VALUE);
        }
        int[] values = new int[third];
        for (int i = 0; i < third; i++) {
          values[i] = coil ? frame[7 + i / 8] >> i % 8 & 1 : word(frame, 7 + 2 * i);
        }
        yield echo(unit.write(coil, address, values), frame);
      }
      default -> refusal(function, ILLEGAL_FUNCTION);
    };
  }

  private static byte[] bits(int function, int[] values) {
    byte[] body = new byte[2 + (values.length + 7) / 8];
    body[0] = (byte) function;
    body[1] = (byte) (body.length - 2);
    for (int i = 0; i < values.length; i++) {
      body[2 + i / 8] |= (byte) (values[i] << i % 8);
    }
    return body;
  }

  private static byte[] registers(int function, int[] values) {
    byte[] body = new byte[2 + 2 * values.length];
    body[0] = (byte) function;
    body[1] = (byte) (2 * values.length);
    for (int i = 0; i < values.length; i++) {
      body[2 + 2 * i] = (byte) (values[i] >> 8);
      body[3 + 2 * i] = (byte) values[i];
    }
    return body;
  }

  private static byte[] echo(boolean written, byte[] frame) {
    return written ? Arrays.copyOfRange(frame, 1, 6) : refusal(frame[1], ILLEGAL_ADDRESS);
  }

  private static byte[] refusal(int function, int code) {
    return new byte[] {(byte) (function | 0x80), (byte) code};
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** CRC-16/MODBUS, a table built once. */
  private static int crc(byte[] bytes, int to) {
    int crc = 0xFFFF;
    for (int i = 0; i < to; i++) {
      crc = crc >>> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return crc;
  }

  private static final int[] TABLE = new int[256];

  static {
    for (int n = 0; n < 256; n++) {
      int c = n;
      for (int bit = 0; bit < 8; bit++) {
        c = (c & 1) != 0 ? 0xA001 ^ c >>> 1 : c >>> 1;
      }
      TABLE[n] = c;
    }
  }
}
