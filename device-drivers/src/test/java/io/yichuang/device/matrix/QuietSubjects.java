package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.Outcome;
import io.yichuang.device.Ups;
import io.yichuang.device.XfsService;
import io.yichuang.device.camera.PlayedCamera;
import io.yichuang.device.ups.NutUps;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.camera.SimulatedCamera;
import io.yichuang.simulator.power.UpsSimulator;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Devices without a path: what is looked at, and what stands behind a service. */
final class QuietSubjects {
  private QuietSubjects() {}

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

  /** At the speed of Debian's programs, which is the real one. */
  static final class NutPower extends Subject<NutUps> {
    NutPower(SimulatorOptions options) {
      super(new NutUps(options.runFolder()), 1);
    }

    @Override
    int speed(int asked) {
      return 1;
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

  /** A camera is good when its pictures are; while some come, something can go wrong. */
  private abstract static class Pictures<S extends SimulatedDevice> extends Subject<S> {
    private static final int FASTEST = 30;
    private final AtomicInteger pictures = new AtomicInteger();

    Pictures(S far, Device device) {
      super(far, device);
    }

    @Override
    int speed(int asked) {
      return slower(asked);
    }

    @Override
    void prepare() {
      pictures.set(0);
    }

    @Override
    Outcome<?> work(Call call) {
      try (var _ =
          ((FrameSource) device).frames(new FrameSpec(FASTEST), _ -> pictures.incrementAndGet())) {
        return device.selfTests().getFirst().run(call);
      }
    }

    @Override
    boolean acting() {
      return pictures.get() > 0;
    }

    @Override
    boolean finishing() {
      return false;
    }
  }

  /** The far end gives 30 frames a second at most, so silence is not cut to a twentieth. */
  private static int slower(int speed) {
    return Math.max(1, speed / 5);
  }

  static final class Face extends Pictures<SimulatedCamera> {
    Face(SimulatorOptions options, int speed) {
      this(SimulatedCamera.faceCamera(options), speed);
    }

    private Face(SimulatedCamera far, int speed) {
      super(far, driver(far, far.address(), slower(speed)));
    }
  }

  static final class LinuxFace extends Pictures<PlayedCamera> {
    LinuxFace(SimulatorOptions options, int speed) {
      this(new PlayedCamera(options.runFolder()), speed);
    }

    private LinuxFace(PlayedCamera far, int speed) {
      super(far, far.start(slower(speed)));
    }
  }
}
