package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import java.util.List;

/**
 * The USB devices of this machine, at the smallest border: what has to be asked of libusb. Any
 * thread.
 */
interface UsbBus {

  /** How long one call into the bus may take at most, unless a transfer is given more. */
  int SLICE_MILLIS = 100;

  /**
   * Whether such a device is plugged in. It is not asked itself. True where nobody can know, so
   * that {@link #open} says why.
   */
  boolean has(UsbPlace place);

  /**
   * Opens the first such device and takes its first interface with bulk endpoints.
   *
   * @throws DeviceException {@code UNPLUGGED}; {@code PORT_BUSY} when somebody else has it or
   *     access is denied; {@code NOT_INSTALLED} without libusb; {@code PROTOCOL} without bulk
   *     endpoints
   */
  Pipes open(UsbPlace place) throws DeviceException;

  /** An open device. One thread transfers; {@link #close} may come from any. */
  interface Pipes extends AutoCloseable {
    /** Addresses of the bulk endpoints in the order of the descriptors; bit 7 means in. */
    List<Integer> endpoints();

    /**
     * One transfer.
     *
     * @param bytes sent, or filled
     * @param from where in {@code bytes}
     * @param count how many at most; for an endpoint that is in, a multiple of its packet size
     * @param millis 1 or more; the transfer ends then
     * @return how many bytes went over, also when the time was up
     * @throws DeviceException {@code CONNECTION_LOST} when it is gone or closed
     */
    int transfer(int endpoint, byte[] bytes, int from, int count, int millis)
        throws DeviceException;

    /** Waits for a transfer that runs, and frees the device; never throws. */
    @Override
    void close();
  }
}
