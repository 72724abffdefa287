package io.yichuang.device.link;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open device of libusb's. A handle that is closed under a transfer crashes the process, so
 * transfers are short and closing waits for the one that runs.
 */
final class UsbPipes implements UsbBus.Pipes {
  private final LibUsb.Calls usb;
  private final MemorySegment handle;
  private final int number;
  private final List<Integer> endpoints;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;

  /** Guarded by {@link #lock}. */
  private boolean released;

  UsbPipes(LibUsb.Calls usb, MemorySegment handle, int number, List<Integer> endpoints) {
    this.usb = usb;
    this.handle = handle;
    this.number = number;
    this.endpoints = List.copyOf(endpoints);
  }

  @Override
  public List<Integer> endpoints() {
    return endpoints;
  }

  @Override
  public int transfer(int endpoint, byte[] bytes, int from, int count, int millis)
      throws DeviceException {
    lock.lock();
    try (Arena arena = Arena.ofConfined()) {
      if (closed) {
        throw new DeviceException(FaultCode.CONNECTION_LOST, "the USB device is closed");
      }
      boolean in = (endpoint & 0x80) != 0;
      MemorySegment buffer = arena.allocate(count);
      MemorySegment done = arena.allocate(JAVA_INT);
      if (!in) {
        MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, count);
      }
      int result = usb.bulk().call(handle, (byte) endpoint, buffer, count, done, millis).code();
      int moved = Math.clamp(done.get(JAVA_INT, 0), 0, count);
      if (in) {
        MemorySegment.copy(buffer, JAVA_BYTE, 0, bytes, from, moved);
      }
      buffer.fill((byte) 0); // may be personal, and freed memory is not wiped
      if (result == LibUsb.ERROR_PIPE) {
        usb.clearHalt().call(handle, (byte) endpoint);
      }
      // A transfer whose time is up may have moved some bytes all the same.
      if (result == 0 || result == LibUsb.ERROR_TIMEOUT) {
        return moved;
      }
      throw new DeviceException(
          FaultCode.CONNECTION_LOST, LibUsb.error("a USB transfer", result).fault().detail());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    lock.lock(); // at most one slice
    try {
      if (!released) {
        released = true;
        usb.release().call(handle, number); // of a device that is gone it fails; no matter
        usb.close().call(handle);
      }
    } finally {
      lock.unlock();
    }
  }
}
