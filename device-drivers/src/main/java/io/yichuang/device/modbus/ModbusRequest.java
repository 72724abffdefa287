package io.yichuang.device.modbus;

/**
 * One question to one unit (Modbus application protocol 1.1b3, functions 01 to 06).
 *
 * @param unit 1 to 247
 * @param address 0 to 65535, as on the wire, not as in tables that count from 1
 * @param count how many values, 1 to 2000 bits or 125 registers; 1 for a write
 * @param write true to write {@code value}
 * @param value 0 or 1 for a coil, 0 to 65535 for a register; 0 for a read
 */
public record ModbusRequest(
    int unit, ModbusTable table, int address, int count, boolean write, int value) {
  private static final int MOST_BITS = 2_000;
  private static final int MOST_REGISTERS = 125;

  /** A coil is set by FF00 and cleared by 0000; any other value is refused. */
  private static final int COIL_ON = 0xFF00;

  public ModbusRequest {
    if (unit < 1 || unit > 247 || address < 0 || address + count > 0x10000) {
      throw new IllegalArgumentException("no such Modbus unit or address: " + unit + "/" + address);
    }
    if (count < 1 || count > (table.bits() ? MOST_BITS : MOST_REGISTERS)) {
      throw new IllegalArgumentException("too many values at once: " + count);
    }
    if (write && (!table.writable() || value < 0 || value > (table.bits() ? 1 : 0xFFFF))) {
      throw new IllegalArgumentException("cannot write " + value + " to " + table);
    }
  }

  public static ModbusRequest read(int unit, ModbusTable table, int address, int count) {
    return new ModbusRequest(unit, table, address, count, false, 0);
  }

  public static ModbusRequest write(int unit, ModbusTable table, int address, int value) {
    return new ModbusRequest(unit, table, address, 1, true, value);
  }

  int function() {
    return write ? table.writes() : table.reads();
  }

  /** Unit, function, address, count or value, CRC with its low byte first. */
  byte[] frame() {
    int last = write ? (table.bits() ? value * COIL_ON : value) : count;
    byte[] frame = {
      (byte) unit,
      (byte) function(),
      (byte) (address >> 8),
      (byte) address,
      (byte) (last >> 8),
      (byte) last,
      0,
      0
    };
    int crc = Crc16.of(frame, 0, 6);
    frame[6] = (byte) crc;
    frame[7] = (byte) (crc >> 8);
    return frame;
  }

  /** How long the good answer to this is, CRC included. */
  int answerLength() {
    return write ? 8 : 5 + dataBytes();
  }

  int dataBytes() {
    return table.bits() ? Math.ceilDiv(count, 8) : 2 * count;
  }
}
