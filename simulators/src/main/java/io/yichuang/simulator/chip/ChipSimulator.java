package io.yichuang.simulator.chip;

import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays a chip on the virtual reader of {@code vpcd} (protocols.md 5.3): that listens, the card
 * connects to it; every message is two bytes of length and a body, of which those of one byte are
 * orders of the reader. To lift the card is to close the connection.
 */
public final class ChipSimulator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ChipSimulator.class);

  private static final int CONNECT_MILLIS = 2_000;
  private static final int LONGEST = 65_535;

  private static final int OFF = 0;
  private static final int ON = 1;
  private static final int RESET = 2;
  private static final int ATR = 4;

  /** Of a contactless card: T=1, eight historical bytes (PC/SC part 3). */
  private static final byte[] CONTACTLESS = {
    0x3B,
    (byte) 0x88,
    (byte) 0x80,
    0x01,
    0x00,
    0x73,
    (byte) 0xC8,
    0x40,
    0x13,
    0x00,
    (byte) 0x90,
    0x00,
    0x71
  };

  /** Pulled while a question is on its way. */
  public static final String PULLED = "pulled";

  /** Says nothing to a question, for ever. */
  public static final String NO_ANSWER = "no-answer";

  /** Says what is no answer. */
  public static final String GARBAGE = "garbage";

  private final Faults faults;
  private final int port;
  private final Random random;
  private final AtomicInteger asked = new AtomicInteger();
  private @Nullable Socket line;

  /**
   * Nothing is laid yet.
   *
   * @param port where vpcd listens, 35963 unless its configuration says otherwise
   */
  public ChipSimulator(int port, long seed) {
    this.port = port;
    this.random = new Random(seed);
    this.faults =
        new Faults(
            List.of(
                PULLED,
                NO_ANSWER,
                GARBAGE,
                ChipCard.NO_APPLICATION,
                ChipCard.BAD_SEAL,
                ChipCard.ENDS_EARLY),
            seed);
  }

  /** Sets a fault of the card; see {@link Faults}. */
  public void setFault(String name, FaultPlan plan) {
    faults.set(name, plan);
  }

  public void clearFaults() {
    faults.clear();
  }

  /** Questions that were put to the card so far. */
  public int asked() {
    return asked.get();
  }

  /**
   * Lays a document on the reader, in place of another.
   *
   * @throws IOException if nobody listens: pcscd does not run, or without vpcd
   */
  public synchronized void lay(PassportChip chip) throws IOException {
    lift();
    Socket fresh = connected();
    line = fresh;
    Thread.ofVirtual().name("chip").start(() -> lie(fresh, chip));
  }

  private Socket connected() throws IOException {
    Socket fresh = new Socket();
    try {
      fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      fresh.setTcpNoDelay(true);
      return fresh;
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
  }

  /** Takes it away; nothing happens if none lies there. */
  public synchronized void lift() {
    Socket old = line;
    line = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        log.debug("The line of a card did not end cleanly", e);
      }
    }
  }

  /** As long as it lies there: vpcd throws a card out whose answers it cannot take. */
  private void lie(Socket first, PassportChip chip) {
    Socket now = first;
    while (now != null) {
      serve(now, new ChipCard(chip, faults, random));
      now = again(now);
    }
  }

  private synchronized @Nullable Socket again(Socket old) {
    if (!old.equals(line)) {
      return null; // lifted, or another lies there
    }
    try {
      line = connected();
    } catch (IOException e) {
      log.debug("The reader has gone: {}", e.toString());
      line = null;
    }
    return line;
  }

  private void serve(Socket socket, ChipCard card) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        if (message.length == 1) {
          order(message[0], out);
          continue;
        }
        asked.incrementAndGet();
        byte[] answer = card.answer(message);
        if (faults.strikes(PULLED)) {
          lift();
          return;
        }
        if (!faults.strikes(NO_ANSWER)) {
          send(out, faults.strikes(GARBAGE) ? new byte[] {0x55} : answer);
        }
      }
    } catch (IOException e) {
      log.debug("A card's line ended: {}", e.toString());
    }
  }

  private static void order(byte order, DataOutputStream out) throws IOException {
    if (order == ATR) {
      send(out, CONTACTLESS);
    } else if (order != OFF && order != ON && order != RESET) {
      log.info("The reader gives an order that is not known: {}", order);
    }
  }

  private static void send(DataOutputStream out, byte[] body) throws IOException {
    if (body.length > LONGEST) {
      throw new IOException("An answer of " + body.length + " bytes");
    }
    byte[] message = new byte[body.length + 2];
    message[0] = (byte) (body.length >> 8);
    message[1] = (byte) body.length;
    System.arraycopy(body, 0, message, 2, body.length);
    out.write(message);
    out.flush();
  }

  @Override
  public void close() {
    lift();
  }
}
