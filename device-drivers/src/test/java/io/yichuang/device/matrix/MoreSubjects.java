package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.CardDispenser;
import io.yichuang.device.CodeScanner;
import io.yichuang.device.LockerBank;
import io.yichuang.device.Outcome;
import io.yichuang.device.PassportReader;
import io.yichuang.device.Site;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.card.CardDispenserSimulator;
import io.yichuang.simulator.code.CodeScannerSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.passport.PassportReaderSimulator;
import io.yichuang.simulator.site.SiteSimulator;
import java.util.Map;

/** The other devices on lines. */
final class MoreSubjects {
  private MoreSubjects() {}

  static final class Cards extends Subject<CardDispenserSimulator> implements Subject.Committing {
    private static final int STACK = 50;

    Cards(SimulatorOptions options, CardDispenserSimulator.Family family, int speed) {
      super(new CardDispenserSimulator(options, family), speed);
    }

    private CardDispenser box() {
      return (CardDispenser) device;
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(
          Fault.BUSY, "nak", Fault.SUPPLY_LOW, "stack-low", Fault.SUPPLY_OUT, "stack-empty");
    }

    @Override
    Outcome<?> work(Call call) {
      return box().feed(call);
    }

    @Override
    boolean acting() {
      return far.moving();
    }

    @Override
    boolean finishing() {
      return far.place().equals("reader") && !far.moving();
    }

    @Override
    public Outcome<?> commit(Call call) {
      var there = box().present(call);
      return there instanceof Outcome.Done ? box().awaitTaken(call) : there;
    }

    @Override
    public void take() {
      if (far.place().equals("gate")) {
        far.take();
      }
    }

    @Override
    int effects() {
      return STACK - far.stack();
    }

    @Override
    void tidy() {
      box().takeBack(Call.within(java.time.Duration.ofSeconds(20)));
    }
  }

  static final class Doors extends Subject<LockerBankSimulator> implements Subject.Committing {
    private static final int DOOR = 11;

    Doors(SimulatorOptions options, LockerBankSimulator.Protocol protocol, int speed) {
      super(new LockerBankSimulator(options, protocol), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.JAM, "stuck");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((LockerBank) device).open(DOOR, call);
    }

    @Override
    boolean acting() {
      return far.fired(DOOR) > 0;
    }

    @Override
    boolean finishing() {
      return far.isOpen(DOOR);
    }

    @Override
    public Outcome<?> commit(Call call) {
      return ((LockerBank) device).awaitClosed(DOOR, call);
    }

    @Override
    public void take() {
      far.shut(DOOR);
    }

    @Override
    int effects() {
      return far.isOpen(DOOR) ? 1 : 0;
    }

    @Override
    String leftBehind() {
      return far.held(DOOR) ? "the lock is still under current" : "";
    }

    @Override
    void tidy() {
      far.shut(DOOR);
    }
  }

  static final class Surroundings extends Subject<SiteSimulator> {
    Surroundings(SimulatorOptions options, int speed) {
      super(new SiteSimulator(options), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.BUSY, "refuses");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((Site) device).releaseDoor(call);
    }

    @Override
    boolean acting() {
      return far.held();
    }

    @Override
    boolean finishing() {
      return far.released() > 0 && !far.held();
    }

    @Override
    int effects() {
      return far.released();
    }

    @Override
    String leftBehind() {
      return far.held() ? "the door's relay is still held" : "";
    }
  }

  static final class Codes extends Subject<CodeScannerSimulator> implements Subject.Pullable {
    Codes(SimulatorOptions options, int speed) {
      super(new CodeScannerSimulator(options), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.BUSY, "refuses");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((CodeScanner) device).scan(call);
    }

    @Override
    void assist(int time) {
      far.show("https://example.cn/q?id=20261122"); // what came damaged is shown again
    }

    @Override
    boolean acting() {
      return far.lit();
    }

    @Override
    boolean finishing() {
      return Boolean.TRUE.equals(far.state().get("read"));
    }

    @Override
    public void pull() {
      far.takeAway();
    }

    @Override
    void tidy() {
      far.takeAway();
    }
  }

  static final class Documents extends Subject<PassportReaderSimulator> {
    Documents(SimulatorOptions options, int speed) {
      super(new PassportReaderSimulator(options), speed);
    }

    @Override
    Outcome<?> work(Call call) {
      return ((PassportReader) device).read(call);
    }

    @Override
    void assist(int time) {
      if (time > 0) { // the read waits already
        far.swipe("passport");
      }
    }

    @Override
    boolean acting() {
      return true;
    }

    @Override
    boolean finishing() {
      return !"".equals(far.state().get("document"));
    }
  }
}
