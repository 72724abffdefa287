package io.yichuang.device.modbus;

import java.util.List;

/** What a unit says. */
sealed interface ModbusAnswer {
  /**
   * What was read.
   *
   * @param values as asked for, in order: bits as 0 and 1, registers as 0 to 65535
   */
  record Values(List<Integer> values) implements ModbusAnswer {}

  /** The write was repeated back. */
  record Written() implements ModbusAnswer {}

  /**
   * The unit says no.
   *
   * @param code 1 function, 2 address, 3 value, 4 failure, 6 busy
   */
  record Refused(int code) implements ModbusAnswer {}
}
