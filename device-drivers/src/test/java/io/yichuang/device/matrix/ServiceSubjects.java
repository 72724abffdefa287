package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.Outcome;
import io.yichuang.device.XfsService;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import java.util.Map;

/** Devices whose command is a talk with a person behind an XFS4IoT service. */
final class ServiceSubjects {
  private ServiceSubjects() {}

  /** One command that tells what it asks of the person. */
  private abstract static class Asking extends Subject<XfsServiceSimulator> {
    private final String question;
    private volatile boolean asked;

    Asking(XfsServiceSimulator far, String question, int speed) {
      super(far, speed);
      this.question = question;
    }

    final Outcome<?> run(XfsService.Command command, Call call) {
      return ((XfsService) device)
          .run(command, event -> asked |= event.name().equals(question), call);
    }

    @Override
    void prepare() {
      asked = false;
    }

    @Override
    final boolean acting() {
      return asked;
    }
  }

  /** A permit is read, and then printed on. */
  static final class Endorser extends Asking {
    private static final XfsService.Command READ =
        new XfsService.Command("CardReader.ReadRawData", Map.of("chip", true), false);
    private static final XfsService.Command PRINT =
        new XfsService.Command("Printer.PrintNative", Map.of("data", "JVBERi0="), true);
    private volatile int before;

    Endorser(SimulatorOptions options, int speed) {
      super(XfsServiceSimulator.endorser(options), "CardReader.InsertCard", speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.SUPPLY_OUT, "paper-out");
    }

    @Override
    void prepare() {
      super.prepare();
      before = effects();
    }

    @Override
    Outcome<?> work(Call call) {
      Outcome<?> read = run(READ, call);
      return read instanceof Outcome.Done ? run(PRINT, call) : read;
    }

    @Override
    void assist(int time) {
      if (time > 0) { // it asks first
        far.medium(true);
      }
    }

    @Override
    boolean finishing() {
      return effects() > before;
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

  /** Six digits and enter. */
  static final class PinPad extends Asking {
    private static final int DIGITS = 6;
    private static final XfsService.Command ENTRY =
        new XfsService.Command(
            "Keyboard.PinEntry", Map.of("minLen", DIGITS, "maxLen", DIGITS), false);

    PinPad(SimulatorOptions options, int speed) {
      super(XfsServiceSimulator.pinPad(options), "Keyboard.Key", speed);
    }

    @Override
    Outcome<?> work(Call call) {
      return run(ENTRY, call);
    }

    @Override
    void assist(int time) {
      far.press(time % (DIGITS + 1) < DIGITS ? "1" : "E");
    }

    @Override
    boolean finishing() {
      return false;
    }

    /** What was typed for a command that failed is nobody's next number. */
    @Override
    void tidy() {
      far.reset();
    }
  }
}
