package io.yichuang.device.scan;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Drain;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.scan.SaneDecoder.Decoded;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.TracedLink;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The control connection to a saned with one device open. Used by one thread at a time. */
final class SaneLine implements AutoCloseable {
  private final String host;
  private final ByteLink link;
  private final ScanTimings timings;
  private final FlightRecorder recorder;
  private byte[] held = new byte[4096];
  private int size;
  private int handle;
  private List<SaneOption> options = List.of();

  private SaneLine(String host, ByteLink link, ScanTimings timings, FlightRecorder recorder) {
    this.host = host;
    this.link = new TracedLink(link, recorder);
    this.timings = timings;
    this.recorder = recorder;
  }

  /**
   * Connects, says hello and opens the device.
   *
   * @param device its name; empty for the only one there is
   */
  static SaneLine open(
      String host, int port, String device, ScanTimings timings, FlightRecorder recorder)
      throws DeviceException {
    var line = new SaneLine(host, tcp(host, port), timings, recorder);
    try {
      line.greet(device);
      return line;
    } catch (DeviceException | RuntimeException e) {
      line.link.close();
      throw e;
    }
  }

  private static ByteLink tcp(String host, int port) throws DeviceException {
    var address = new Address("tcp", host, port, "", Map.of());
    return Port.at(address, SerialSettings.plain(9600), Set.of()).open();
  }

  private void greet(String device) throws DeviceException {
    SaneReply.Init init = ask(SaneRequest.init(), SaneDecoder::init);
    if (init.status() != SaneReply.Status.GOOD || init.version() >>> 24 != 1) {
      throw new DeviceException(
          FaultCode.PORT_BUSY,
          "saned refuses: status " + init.status() + "; is this host in its saned.conf?");
    }
    String name = device.isEmpty() ? onlyOne() : device;
    SaneReply.Open open = ask(SaneRequest.open(name), SaneDecoder::open);
    if (!open.resource().isEmpty()) {
      throw new DeviceException(
          FaultCode.PORT_BUSY, "saned wants a password for " + open.resource());
    }
    handle = open.handle();
    FaultCode refused =
        switch (open.status()) {
          case SaneReply.Status.GOOD -> null;
          case SaneReply.Status.DEVICE_BUSY -> FaultCode.BUSY; // another program has it
          case SaneReply.Status.ACCESS_DENIED -> FaultCode.PORT_BUSY;
          default -> FaultCode.UNPLUGGED;
        };
    if (refused != null) {
      throw new DeviceException(
          refused, "saned does not open " + name + ": status " + open.status());
    }
    reload();
  }

  /** The one device that saned knows; of several somebody has to say which is meant. */
  private String onlyOne() throws DeviceException {
    List<String> names = ask(SaneRequest.devices(), SaneDecoder::devices, timings.list()).names();
    if (names.size() != 1) {
      throw new DeviceException(
          FaultCode.UNPLUGGED,
          names.isEmpty()
              ? "saned knows no scanner; is it plugged in, and its backend in dll.conf?"
              : "saned knows several; write one behind the port, as sane://HOST:PORT/DEVICE: "
                  + String.join(", ", names));
    }
    return names.getFirst();
  }

  /** The options as the device has them now. */
  List<SaneOption> options() {
    return options;
  }

  /** Reads the descriptors anew: needed after every answer with RELOAD_OPTIONS. */
  void reload() throws DeviceException {
    options = ask(SaneRequest.options(handle), SaneDecoder::options).options();
  }

  int set(SaneOption option, String value) throws DeviceException {
    return control(SaneRequest.set(handle, option.index(), value, option.size()));
  }

  int set(SaneOption option, int word) throws DeviceException {
    return control(SaneRequest.set(handle, option.index(), option.type(), word));
  }

  private int control(byte[] request) throws DeviceException {
    SaneReply.Control reply = ask(request, SaneDecoder::control);
    if ((reply.info() & SaneReply.Control.RELOAD_OPTIONS) != 0) {
      reload();
    }
    return reply.status();
  }

  SaneReply.Parameters parameters() throws DeviceException {
    return ask(SaneRequest.parameters(handle), SaneDecoder::parameters);
  }

  /** Begins a picture; a feeder pulls its next sheet now, which takes its time. */
  SaneReply.Started start(Turn turn) throws DeviceException, TurnOver {
    send(SaneRequest.start(handle));
    while (true) {
      Decoded<SaneReply.Started> decoded = SaneDecoder.started(held, size);
      if (decoded instanceof Decoded.Value<SaneReply.Started>(var started, int length)) {
        drop(length);
        return started;
      }
      corrupt(decoded);
      turn.check();
      more(turn.atMost(timings.slice()));
    }
  }

  /** The connection over which the picture comes; of that only its length is noted. */
  ByteLink data(int port) throws DeviceException {
    recorder.say(true, 0, "picture from port " + port);
    return new Picture(tcp(host, port), recorder);
  }

  private static final class Picture implements ByteLink {
    private final ByteLink link;
    private final FlightRecorder recorder;
    private long bytes;

    Picture(ByteLink link, FlightRecorder recorder) {
      this.link = link;
      this.recorder = recorder;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws DeviceException {
      int count = link.read(buffer, timeout);
      bytes += count;
      return count;
    }

    @Override
    public void write(byte[] out, Duration timeout) throws DeviceException {
      link.write(out, timeout);
    }

    @Override
    public void close() {
      recorder.say(false, bytes, "picture");
      link.close();
    }
  }

  /** Ends the picture and the batch: the feeder lets go of what it holds. */
  void cancel() throws DeviceException {
    ask(SaneRequest.cancel(handle), SaneDecoder::done);
  }

  private void send(byte[] request) throws DeviceException {
    // An answer that came late, or twice, must not be taken for the next one.
    size = 0;
    Drain.of(link, new byte[8192]);
    link.write(request, timings.answer());
  }

  private <T> T ask(byte[] request, BiFunction<byte[], Integer, Decoded<T>> decoder)
      throws DeviceException {
    return ask(request, decoder, timings.answer());
  }

  private <T> T ask(byte[] request, BiFunction<byte[], Integer, Decoded<T>> decoder, Duration limit)
      throws DeviceException {
    send(request);
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Decoded<T> decoded = decoder.apply(held, size);
      if (decoded instanceof Decoded.Value<T>(T value, int length)) {
        drop(length);
        return value;
      }
      corrupt(decoded);
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || more(left) == 0) {
        throw new DeviceException(FaultCode.NO_ANSWER, "saned did not answer within " + limit);
      }
    }
  }

  private static void corrupt(Decoded<?> decoded) throws DeviceException {
    if (decoded instanceof Decoded.Corrupt<?>(String why)) {
      throw new DeviceException(FaultCode.MALFORMED, "not SANE: " + why);
    }
  }

  private int more(Duration timeout) throws DeviceException {
    byte[] chunk = new byte[8192];
    int count = link.read(chunk, timeout);
    if (size + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
    }
    System.arraycopy(chunk, 0, held, size, count);
    size += count;
    return count;
  }

  private void drop(int length) {
    System.arraycopy(held, length, held, 0, size - length);
    size -= length;
  }

  @Override
  public void close() {
    try {
      link.write(SaneRequest.close(handle), timings.slice());
      link.write(SaneRequest.exit(), timings.slice());
    } catch (DeviceException e) {
      // The far end is gone already: nothing is left to say goodbye to.
      size = 0;
    } finally {
      link.close();
    }
  }
}
