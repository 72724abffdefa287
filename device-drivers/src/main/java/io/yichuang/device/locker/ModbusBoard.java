package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.modbus.ModbusLine;
import io.yichuang.device.modbus.ModbusTable;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board of coils and contacts. The coil of a lock is held by us, so we have to let it go: it
 * burns within seconds.
 *
 * @param wiring where the locks and their contacts are
 * @param held the doors whose coils may be held; outlives the connection
 */
record ModbusBoard(ModbusLine line, Wiring wiring, BitSet held) implements Board {
  private static final Logger log = LoggerFactory.getLogger(ModbusBoard.class);

  /**
   * What the address says of a board.
   *
   * @param doors how many locks it has
   * @param firstLock the coil of door 1; the others follow
   * @param feedback the table of the contacts
   * @param firstFeedback the contact of door 1
   * @param open the value that means open: it depends on how the feedback is wired
   * @param pulse how long a lock's coil is held; longer ones burn it
   */
  record Wiring(
      int unit,
      int doors,
      int firstLock,
      ModbusTable feedback,
      int firstFeedback,
      int open,
      Duration pulse) {
    int coil(int door) {
      return firstLock + door - 1;
    }
  }

  /** First what we know of, at once; then what an earlier run of this program may have left. */
  @Override
  public void settle() throws DeviceException {
    for (int door = held.nextSetBit(0); door >= 0; door = held.nextSetBit(door)) {
      letGo(door);
    }
    List<Integer> coils = coils();
    for (int i = 0; i < coils.size(); i++) {
      if (coils.get(i) != 0) {
        log.warn("The lock of door {} was left under current", i + 1);
        letGo(i + 1);
      }
    }
  }

  /** How the coils are; empty where a board does not tell. */
  private List<Integer> coils() throws DeviceException {
    try {
      return line.read(wiring.unit(), ModbusTable.COIL, wiring.firstLock(), wiring.doors());
    } catch (DeviceException e) {
      if (e.fault().code() != FaultCode.PROTOCOL) {
        throw e;
      }
      log.info("The board does not tell its coils: {}", e.getMessage());
      return List.of();
    }
  }

  @Override
  public boolean settled() {
    return held.isEmpty();
  }

  @Override
  public void fire(int door) throws DeviceException {
    held.set(door);
    try {
      line.write(wiring.unit(), ModbusTable.COIL, wiring.coil(door), 1);
      LockSupport.parkNanos(wiring.pulse().toNanos());
    } finally {
      letGo(door); // also when nobody confirmed that it was fired
    }
  }

  private void letGo(int door) throws DeviceException {
    held.set(door);
    line.putBack(wiring.unit(), wiring.coil(door), 0);
    held.clear(door);
  }

  @Override
  public boolean isOpen(int door) throws DeviceException {
    int contact = wiring.firstFeedback() + door - 1;
    return line.read(wiring.unit(), wiring.feedback(), contact, 1).getFirst() == wiring.open();
  }

  @Override
  public void close() {
    line.close();
  }
}
