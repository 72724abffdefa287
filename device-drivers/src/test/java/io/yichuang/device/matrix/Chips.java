package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.ChipReader;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.permit.VirtualReader;
import io.yichuang.simulator.SimulatorOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Passports on Debian's {@code pcscd}. One cell runs at a time, since there is one daemon. */
final class Chips extends Subject<VirtualReader> implements Subject.Pullable {
  /** After so many questions the chip is open and a file is being read. */
  private static final int OPEN = 6;

  /** A card that goes and comes between two looks of pcscd 1.9.9 stays absent to it. */
  private static final long SLOW_LOOK = TimeUnit.SECONDS.toNanos(1);

  private static final int LIFTS = 8;

  private volatile boolean laid;
  private volatile int asked;

  Chips(SimulatorOptions options, int speed) {
    super(new VirtualReader(options.runFolder()), speed);
  }

  @Override
  Map<Fault, String> names() {
    return Map.of(Fault.BAD_CHECKSUM, "bad-seal", Fault.TRUNCATED, "ends-early");
  }

  @Override
  void prepare() {
    laid = false;
    asked = far.asked();
  }

  @Override
  Outcome<?> work(Call call) {
    return ((ChipReader) device).read(VirtualReader.KEY, call);
  }

  @Override
  void assist(int time) {
    if (time > 0 && !laid) { // the read waits already
      laid = far.lay();
    }
  }

  @Override
  boolean acting() {
    return true;
  }

  @Override
  boolean finishing() {
    return far.asked() > asked + OPEN;
  }

  @Override
  public void pull() {
    far.lift();
  }

  @Override
  void mend() {
    far.lift();
    super.mend();
  }

  /** A card that fell silent may need to be laid and lifted once more until pcscd sees it go. */
  @Override
  void tidy() {
    for (int i = 0; i < LIFTS; i++) {
      far.lift();
      LockSupport.parkNanos(SLOW_LOOK);
      if (device.status().media() == MediaState.NOT_PRESENT) {
        return;
      }
      far.lay();
      LockSupport.parkNanos(SLOW_LOOK);
    }
  }
}
