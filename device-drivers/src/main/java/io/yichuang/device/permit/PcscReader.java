package io.yichuang.device.permit;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.lane.Health;
import io.yichuang.device.permit.Pcsc.PcscException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader behind {@code pcscd}, and the card on it while a command uses it. Lane's thread. */
final class PcscReader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PcscReader.class);

  /** Of an address: whichever reader there is. */
  static final String ANY = "*";

  /** More calls that never returned are no reason to try another. */
  private static final int MOST_OWED = 4;

  /** pcscd asks a reader for its card every 400 ms (PCSCLITE_STATUS_POLL_RATE); one and a half. */
  private static final Duration UNTIL_SEEN = Duration.ofMillis(600);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Pcsc pcsc;
  private final PcscCalls calls;
  private final ChipTimings timings;
  private final AtomicInteger owed;
  private final long context;
  private final String name;

  /** The calls' thread alone. */
  private Pcsc.@Nullable Handle card;

  private PcscReader(
      Pcsc pcsc,
      PcscCalls calls,
      ChipTimings timings,
      AtomicInteger owed,
      long context,
      String name) {
    this.pcsc = pcsc;
    this.calls = calls;
    this.timings = timings;
    this.owed = owed;
    this.context = context;
    this.name = name;
  }

  /** The card has gone, was changed or does not speak: it has to be laid anew. */
  static final class CardLost extends Exception {
    CardLost(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Connects to the daemon and finds a reader.
   *
   * @param wanted how its name begins: pcscd puts a number behind it that changes with every plug
   * @param owed counts calls of this device that have not returned
   */
  static PcscReader open(String wanted, ChipTimings timings, AtomicInteger owed)
      throws DeviceException {
    Pcsc pcsc = Pcsc.load();
    if (owed.get() >= MOST_OWED) {
      throw PcscCalls.daemonIsSilent();
    }
    var calls = new PcscCalls(owed);
    var context = new AtomicLong();
    try {
      String[] names =
          calls.ask(
              () -> {
                context.set(pcsc.establish());
                return pcsc.readers(context.get());
              },
              timings.service(),
              PcscCalls.daemonIsSilent());
      String name =
          Arrays.stream(names)
              .filter(each -> wanted.equals(ANY) || each.startsWith(wanted))
              .findFirst()
              .orElseThrow(() ->
                  new DeviceException(
                      FaultCode.UNPLUGGED, "no such reader; there are " + Arrays.asList(names)));
      return new PcscReader(pcsc, calls, timings, owed, context.get(), name);
    } catch (PcscException e) {
      calls.end(() -> release(pcsc, context.get()), timings.service());
      throw fault(e);
    } catch (DeviceException e) {
      calls.end(() -> release(pcsc, context.get()), timings.service());
      throw e;
    }
  }

  /** The reader as it is now; proves that the daemon and the reader are there. */
  Pcsc.Reader look() throws DeviceException {
    try {
      Pcsc.Reader now =
          calls.ask(() -> pcsc.look(context, name), timings.service(), PcscCalls.daemonIsSilent());
      if ((now.state() & (Pcsc.STATE_UNKNOWN | Pcsc.STATE_UNAVAILABLE)) != 0) {
        throw new DeviceException(FaultCode.UNPLUGGED, "the reader has gone");
      }
      return now;
    } catch (PcscException e) {
      throw fault(e);
    }
  }

  static Health health(Pcsc.Reader now) {
    boolean present = (now.state() & Pcsc.STATE_PRESENT) != 0;
    return new Health(
        DeviceState.ONLINE, present ? MediaState.PRESENT : MediaState.NOT_PRESENT, Map.of(), null);
  }

  /** Powers the card; false while there is none. */
  boolean power() throws DeviceException, CardLost {
    if (owed.get() > 0) {
      throw PcscCalls.cardIsSilent(); // one that was left behind has it
    }
    try {
      return calls.ask(
          () -> {
            disconnect();
            card = pcsc.connect(context, name);
            return true;
          },
          timings.question(),
          PcscCalls.cardIsSilent());
    } catch (PcscException e) {
      if (e.code() == Pcsc.NO_CARD || e.code() == Pcsc.REMOVED_CARD) {
        return false;
      }
      throw lostOr(e);
    }
  }

  /** One question to the powered card. */
  byte[] ask(byte[] command) throws DeviceException, CardLost {
    try {
      return calls.ask(
          () -> {
            Pcsc.Handle now = card;
            if (now == null) {
              throw new IllegalStateException("the card is not powered");
            }
            return pcsc.transmit(now, command);
          },
          timings.question(),
          PcscCalls.cardIsSilent());
    } catch (PcscException e) {
      throw lostOr(e);
    }
  }

  /** Ends what the card was opened for; there may be none any more. */
  void unpower() {
    try {
      calls.ask(
          () -> {
            disconnect();
            return true;
          },
          timings.question(),
          PcscCalls.cardIsSilent());
    } catch (DeviceException | PcscException e) {
      log.debug("its power goes with the connection: {}", e.toString());
    }
  }

  private void disconnect() {
    Pcsc.Handle old = card;
    card = null;
    if (old != null) {
      try {
        pcsc.disconnect(old);
      } catch (PcscException e) {
        log.debug("a card had gone: {}", e.toString());
      }
    }
  }

  private CardLost lostOr(PcscException e) throws DeviceException {
    return switch (e.code()) {
      case Pcsc.NO_CARD,
          Pcsc.REMOVED_CARD,
          Pcsc.RESET_CARD,
          Pcsc.UNRESPONSIVE_CARD,
          Pcsc.UNPOWERED_CARD,
          Pcsc.UNSUPPORTED_CARD,
          Pcsc.PROTOCOL_MISMATCH ->
          new CardLost(String.valueOf(e.getMessage()));
      case Pcsc.SHARING -> throw fault(e); // whoever has it opened knows whether it is there
      default -> {
        // A card that is pulled in the middle shows as a failed transmission first; the reader
        // knows, but pcscd only with its next question to it.
        if (goneSoon()) {
          yield new CardLost(String.valueOf(e.getMessage()));
        }
        throw fault(e);
      }
    };
  }

  private boolean goneSoon() throws DeviceException {
    long until = System.nanoTime() + UNTIL_SEEN.toNanos();
    boolean gone = gone();
    while (!gone && System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      gone = gone();
    }
    return gone;
  }

  private boolean gone() throws DeviceException {
    return (look().state() & Pcsc.STATE_PRESENT) == 0;
  }

  private static DeviceException fault(PcscException e) {
    return switch (e.code()) {
      case Pcsc.NO_SERVICE, Pcsc.SERVICE_STOPPED ->
          new DeviceException(FaultCode.UNPLUGGED, "pcscd does not run");
      case Pcsc.NO_READERS, Pcsc.UNKNOWN_READER, Pcsc.READER_UNAVAILABLE ->
          new DeviceException(FaultCode.UNPLUGGED, "pcscd knows no such reader");
      case Pcsc.SHARING ->
          new DeviceException(FaultCode.PORT_BUSY, "another program has opened the card");
      case Pcsc.TIMEOUT -> new DeviceException(FaultCode.NO_ANSWER, String.valueOf(e.getMessage()));
      default -> new DeviceException(FaultCode.CONNECTION_LOST, String.valueOf(e.getMessage()));
    };
  }

  private static void release(Pcsc pcsc, long context) {
    try {
      pcsc.release(context);
    } catch (PcscException e) {
      log.debug("a context had ended with its daemon: {}", e.toString());
    }
  }

  /** Any thread, also while a call is late. */
  @Override
  public void close() {
    calls.end(
        () -> {
          disconnect();
          release(pcsc, context);
        },
        timings.service());
  }
}
