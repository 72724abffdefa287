package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;
import io.yichuang.device.modbus.ModbusLine;
import io.yichuang.device.modbus.ModbusTable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A board of coils and contacts.
 *
 * @param firstLock the coil of door 1; the others follow
 * @param feedback the table of the contacts
 * @param firstFeedback the contact of door 1
 * @param open the value that means open: it depends on how the feedback is wired
 * @param pulse how long a lock's coil is held; longer ones burn it
 */
record ModbusBoard(
    ModbusLine line,
    int unit,
    int firstLock,
    ModbusTable feedback,
    int firstFeedback,
    int open,
    Duration pulse)
    implements Board {

  @Override
  public void fire(int door) throws DeviceException {
    int coil = firstLock + door - 1;
    line.write(unit, ModbusTable.COIL, coil, 1);
    LockSupport.parkNanos(pulse.toNanos());
    line.write(unit, ModbusTable.COIL, coil, 0);
  }

  @Override
  public boolean isOpen(int door) throws DeviceException {
    return line.read(unit, feedback, firstFeedback + door - 1, 1).getFirst() == open;
  }

  @Override
  public void close() {
    line.close();
  }
}
