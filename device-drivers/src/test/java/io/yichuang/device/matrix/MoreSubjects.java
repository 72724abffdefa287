package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.CardDispenser;
import io.yichuang.device.CodeScanner;
import io.yichuang.device.LockerBank;
import io.yichuang.device.Outcome;
import io.yichuang.device.PassportReader;
import io.yichuang.device.Site;
import io.yichuang.device.Ups;
import io.yichuang.device.XfsService;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.camera.SimulatedCamera;
import io.yichuang.simulator.card.CardDispenserSimulator;
import io.yichuang.simulator.code.CodeScannerSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.passport.PassportReaderSimulator;
import io.yichuang.simulator.power.UpsSimulator;
import io.yichuang.simulator.site.SiteSimulator;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import java.util.Map;

/** The other devices. */
final class MoreSubjects {
  private MoreSubjects() {}

  static final class Cards extends Subject<CardDispenserSimulator> {
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
    Outcome<?> commit(Call call) {
      var there = box().present(call);
      return there instanceof Outcome.Done ? box().awaitTaken(call) : there;
    }

    @Override
    void take() {
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

  static final class Doors extends Subject<LockerBankSimulator> {
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
    Outcome<?> commit(Call call) {
      return ((LockerBank) device).awaitClosed(DOOR, call);
    }

    @Override
    void take() {
      far.shut(DOOR);
    }

    @Override
    int effects() {
      return far.isOpen(DOOR) ? 1 : 0;
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
  }

  static final class Power extends Subject<UpsSimulator> {
    Power(SimulatorOptions options, int speed) {
      super(new UpsSimulator(options), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.BUSY, "echo");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((Ups) device).look(call);
    }

    @Override
    boolean acting() {
      return true;
    }

    @Override
    boolean finishing() {
      return true;
    }
  }

  static final class Codes extends Subject<CodeScannerSimulator> {
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
    void pull() {
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

  static final class Certificates extends Subject<XfsServiceSimulator> {
    private static final XfsService.Command PRINT =
        new XfsService.Command("Printer.PrintNative", Map.of("data", "JVBERi0="), true);

    Certificates(SimulatorOptions options, int speed) {
      super(XfsServiceSimulator.certificatePrinter(options), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.SUPPLY_OUT, "paper-out");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((XfsService) device).run(PRINT, _ -> {}, call);
    }

    @Override
    boolean acting() {
      return true;
    }

    @Override
    boolean finishing() {
      return !far.output().isEmpty();
    }

    @Override
    int effects() {
      return far.output().size();
    }

    @Override
    void tidy() {
      far.medium(false);
    }
  }

  static final class Fingers extends Subject<XfsServiceSimulator> {
    private static final XfsService.Command READ =
        new XfsService.Command("Biometric.Read", Map.of(), false);
    private volatile boolean asked;
    private volatile boolean seen;

    Fingers(SimulatorOptions options, int speed) {
      super(XfsServiceSimulator.fingerprintReader(options), speed);
    }

    @Override
    void prepare() {
      asked = false;
      seen = false;
    }

    @Override
    Outcome<?> work(Call call) {
      return ((XfsService) device)
          .run(
              READ,
              event -> {
                asked = true;
                seen |= event.name().equals("Biometric.SubjectDetected");
              },
              call);
    }

    @Override
    void assist(int time) {
      far.finger(true);
    }

    @Override
    boolean acting() {
      return asked;
    }

    @Override
    boolean finishing() {
      return seen;
    }

    @Override
    void tidy() {
      far.finger(false);
    }
  }

  static final class Face extends Subject<SimulatedCamera> {
    Face(SimulatorOptions options, int speed) {
      super(SimulatedCamera.faceCamera(options), speed);
    }

    @Override
    Outcome<?> work(Call call) {
      return device.selfTests().getFirst().run(call);
    }

    @Override
    boolean acting() {
      return true;
    }

    @Override
    boolean finishing() {
      return true;
    }
  }
}
