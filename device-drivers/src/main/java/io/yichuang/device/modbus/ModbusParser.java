package io.yichuang.device.modbus;

import io.yichuang.device.link.FrameParser;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Finds the answer to one request. RTU has no start mark: what an answer looks like is known from
 * its question, and everything else is noise.
 */
final class ModbusParser extends FrameParser<ModbusAnswer> {
  /** 250 bytes of data is the most that a count allows. */
  static final int LONGEST = 256;

  private static final int EXCEPTION = 0x80;
  private static final int EXCEPTION_LENGTH = 5;

  private ModbusRequest asked = ModbusRequest.read(1, ModbusTable.COIL, 0, 1);

  /** From now on the answer to this is looked for. */
  void expect(ModbusRequest request) {
    asked = request;
    clear();
  }

  @Override
  public Parsed<ModbusAnswer> next() {
    if (held() < 2) {
      return held() == 0 || at(0) == asked.unit() ? new NeedMore<>() : noise();
    }
    boolean refusal = at(1) == (asked.function() | EXCEPTION);
    if (at(0) != asked.unit() || (at(1) != asked.function() && !refusal)) {
      return noise();
    }
    if (!refusal && !asked.write() && held() > 2 && at(2) != asked.dataBytes()) {
      return noise();
    }
    int length = refusal ? EXCEPTION_LENGTH : asked.answerLength();
    if (held() < length) {
      return new NeedMore<>();
    }
    byte[] frame = range(0, length);
    if (Crc16.of(frame, 0, length - 2) != (at(length - 2) | at(length - 1) << 8)) {
      return drop(1, new Corrupt<>("a wrong checksum", true));
    }
    if (refusal) {
      return drop(length, new Frame<>(new ModbusAnswer.Refused(at(2))));
    }
    if (!asked.write()) {
      return drop(length, new Frame<>(values(frame)));
    }
    return Arrays.equals(frame, asked.frame())
        ? drop(length, new Frame<>(new ModbusAnswer.Written()))
        : drop(length, new Corrupt<>("another write than ours is confirmed", false));
  }

  private ModbusAnswer values(byte[] frame) {
    var values = new ArrayList<Integer>(asked.count());
    for (int i = 0; i < asked.count(); i++) {
      values.add(
          asked.table().bits()
              ? frame[3 + i / 8] >> i % 8 & 1
              : (frame[3 + 2 * i] & 0xFF) << 8 | (frame[4 + 2 * i] & 0xFF));
    }
    return new ModbusAnswer.Values(values);
  }

  private Parsed<ModbusAnswer> noise() {
    return drop(1, new Corrupt<>("bytes that answer nothing", false));
  }
}
