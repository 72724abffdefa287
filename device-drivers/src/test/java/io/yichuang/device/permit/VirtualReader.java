package io.yichuang.device.permit;

import io.yichuang.device.ChipKey;
import io.yichuang.device.DeviceException;
import io.yichuang.device.permit.PcscReader.CardLost;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.chip.ChipSimulator;
import io.yichuang.simulator.chip.PassportChip;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code pcscd} with its virtual reader, and a passport that is laid on it. To unplug it
 * is to end the daemon, since a virtual reader cannot be pulled.
 */
public final class VirtualReader implements SimulatedDevice {
  /** What is printed on the passport that is laid. */
  public static final ChipKey KEY =
      new ChipKey("E12345678", LocalDate.of(1992, 3, 17), LocalDate.of(2034, 5, 20));

  /** Long enough that something can happen meanwhile: the virtual reader takes 40 ms a question. */
  private static final int PORTRAIT = 2_000;

  /** Another program has opened the card. */
  private static final String BUSY = "busy";

  private static final int TRIES = 400;
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(25);

  private final Faults faults =
      new Faults(ChipSimulator.NO_ANSWER, ChipSimulator.GARBAGE, "bad-seal", "ends-early", BUSY);
  private final Pcscd pcscd;
  private final ChipSimulator chip;
  private final PassportChip passport;
  private @Nullable PcscReader holder;

  /** Waits for its turn: there is one daemon a machine. */
  public VirtualReader(Path folder) {
    byte[] portrait = new byte[PORTRAIT];
    portrait[0] = (byte) 0xFF;
    portrait[1] = (byte) 0xD8;
    portrait[2] = (byte) 0xFF;
    passport =
        new PassportChip(
            "P<CHNWANG<<XIAOYING<<<<<<<<<<<<<<<<<<<<<<<<<"
                + "E123456782CHN9203170F3405204<<<<<<<<<<<<<<08",
            portrait);
    try {
      pcscd = new Pcscd(Files.createDirectories(folder));
      pcscd.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chip = new ChipSimulator(pcscd.port(), 4);
  }

  /** Why there can be none on this machine; null if there can. */
  public static @Nullable String missing() {
    return Pcscd.missing();
  }

  /** Lays the passport; false while there is no reader to lay it on. */
  public boolean lay() {
    try {
      chip.lay(passport);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Takes it away. */
  public void lift() {
    chip.lift();
  }

  /** Questions that were put to the passport so far. */
  public int asked() {
    return chip.asked();
  }

  @Override
  public String id() {
    return "chip-reader";
  }

  @Override
  public String address() {
    return "pcsc:Virtual PCD";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("asked", asked());
  }

  @Override
  public Faults faultSet() {
    return faults;
  }

  @Override
  public void setFault(String name) {
    faults.set(name);
    if (name.equals(BUSY)) {
      hold();
    } else {
      chip.setFault(name, FaultPlan.ALWAYS);
    }
  }

  /** Opens the card as any other program might, for itself alone. */
  private synchronized void hold() {
    lay();
    for (int i = 0; i < TRIES; i++) {
      try {
        PcscReader other =
            holder == null
                ? PcscReader.open(PcscReader.ANY, ChipTimings.usual(), new AtomicInteger())
                : holder;
        holder = other;
        if (other.power()) {
          return;
        }
      } catch (DeviceException | CardLost e) {
        throw new IllegalStateException("the card cannot be held", e);
      }
      LockSupport.parkNanos(STEP); // pcscd looks a few times a second
    }
    throw new IllegalStateException("the card was never seen");
  }

  @Override
  public synchronized void clearFaults() {
    faults.clear();
    chip.clearFaults();
    PcscReader other = holder;
    holder = null;
    if (other != null) {
      other.close();
    }
  }

  @Override
  public void unplug() {
    pcscd.stop();
  }

  @Override
  public void plug() {
    try {
      pcscd.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void reset() {
    clearFaults();
    lift();
    plug();
  }

  @Override
  public void close() {
    clearFaults();
    chip.close();
    pcscd.close();
  }
}
