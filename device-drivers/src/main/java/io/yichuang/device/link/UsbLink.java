package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A line of bytes over bulk endpoints.
 *
 * <p>The module's manual names two pairs, one for a message's length part and one for the rest;
 * most readers have one. So the first pair is used, and where there is a second way in it is
 * listened to as soon as the first has spoken: the order of the bytes stays that of the message.
 */
final class UsbLink implements ByteLink {
  /**
   * A multiple of every packet size of bulk endpoints (8 to 1024): less would end in an overflow.
   */
  private static final int TRANSFER = 4096;

  /** With two ways in each gets a turn this long. */
  private static final int TURN_MILLIS = 10;

  private final UsbBus.Pipes pipes;
  private final List<Integer> in;
  private final List<Integer> out;
  private final int split;
  private final byte[] held = new byte[TRANSFER];
  private int from;
  private int to;
  private boolean spoken;

  /**
   * @param split so many bytes of what is written go over the first way out and the rest over the
   *     second; 0 for all over the first
   */
  UsbLink(UsbBus.Pipes pipes, int split) throws DeviceException {
    this.pipes = pipes;
    this.split = split;
    in = pipes.endpoints().stream().filter(UsbLink::isIn).limit(2).toList();
    out = pipes.endpoints().stream().filter(each -> !isIn(each)).limit(2).toList();
    if (in.isEmpty() || out.size() < (split > 0 ? 2 : 1)) {
      pipes.close();
      throw new DeviceException(
          FaultCode.PROTOCOL,
          "the device has " + in.size() + " bulk endpoints in and " + out.size() + " out");
    }
  }

  private static boolean isIn(int endpoint) {
    return (endpoint & 0x80) != 0;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws DeviceException {
    long end = System.nanoTime() + timeout.toNanos();
    boolean look = timeout.isZero() || timeout.isNegative();
    while (from == to) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0 && !look) {
        return 0;
      }
      boolean both = in.size() > 1 && (spoken || look);
      int slice = look ? 1 : (int) Math.min(left, both ? TURN_MILLIS : UsbBus.SLICE_MILLIS);
      fill(in.getFirst(), slice);
      if (from == to && both) {
        fill(in.getLast(), slice);
      }
      if (look && from == to) {
        return 0;
      }
    }
    spoken = true;
    int count = Math.min(buffer.length, to - from);
    System.arraycopy(held, from, buffer, 0, count);
    Arrays.fill(held, from, from + count, (byte) 0); // may be personal
    from += count;
    return count;
  }

  private void fill(int endpoint, int millis) throws DeviceException {
    from = 0;
    to = pipes.transfer(endpoint, held, 0, TRANSFER, millis);
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    spoken = false;
    int head = Math.min(split, bytes.length);
    long end = System.nanoTime() + timeout.toNanos();
    send(out.getFirst(), bytes, 0, head == 0 ? bytes.length : head, end);
    if (head > 0) {
      send(out.getLast(), bytes, head, bytes.length, end);
    }
  }

  private void send(int endpoint, byte[] bytes, int begin, int until, long end)
      throws DeviceException {
    for (int at = begin; at < until; ) {
      at += pipes.transfer(endpoint, bytes, at, until - at, UsbBus.SLICE_MILLIS);
      if (at < until && System.nanoTime() - end > 0) {
        throw new DeviceException(
            FaultCode.NO_ANSWER, (until - at) + " bytes were not taken in time");
      }
    }
  }

  @Override
  public void close() {
    pipes.close();
  }
}
