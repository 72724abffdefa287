package io.yichuang.device.modbus;

/** The four tables of a Modbus unit, and the function codes that read and write them. */
public enum ModbusTable {
  COIL(0x01, 0x05),
  DISCRETE(0x02, 0),
  HOLDING(0x03, 0x06),
  INPUT(0x04, 0);

  private final int reads;
  private final int writes;

  ModbusTable(int reads, int writes) {
    this.reads = reads;
    this.writes = writes;
  }

  int reads() {
    return reads;
  }

  /** The function that writes one value, or 0 where none does. */
  int writes() {
    return writes;
  }

  public boolean writable() {
    return writes != 0;
  }

  /** True for tables of single bits. */
  public boolean bits() {
    return this == COIL || this == DISCRETE;
  }
}
