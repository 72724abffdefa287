package io.yichuang.device.modbus;

/** The checksum of Modbus RTU: reflected polynomial A001, begun with FFFF. */
final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;

  private Crc16() {}

  static int of(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
      }
    }
    return crc;
  }
}
