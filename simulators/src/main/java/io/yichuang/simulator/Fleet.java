package io.yichuang.simulator;

import io.yichuang.simulator.bench.BenchPapers;
import io.yichuang.simulator.bench.BenchPlatform;
import io.yichuang.simulator.camera.SimulatedCamera;
import io.yichuang.simulator.card.CardDispenserSimulator;
import io.yichuang.simulator.code.CodeScannerSimulator;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.page.SimulatedPagePrinter;
import io.yichuang.simulator.paper.Papers;
import io.yichuang.simulator.passport.PassportReaderSimulator;
import io.yichuang.simulator.people.People;
import io.yichuang.simulator.platform.SimulatedPlatform;
import io.yichuang.simulator.power.UpsSimulator;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import io.yichuang.simulator.scan.SimulatedScanner;
import io.yichuang.simulator.site.SiteSimulator;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that is simulated, in the order people see it. To add a device, add its constructor
 * here; nowhere else.
 */
final class Fleet {
  static final List<Function<SimulatorOptions, SimulatedDevice>> DEVICES =
      List.of(
          IdCardReaderSimulator::new,
          SimulatedScanner::new,
          SimulatedCamera::documentCamera,
          SimulatedCamera::faceCamera,
          ReceiptPrinterSimulator::new,
          SimulatedPagePrinter::new);

  /**
   * Devices that the kiosk's configuration does not know yet: on the bench as the others, but their
   * addresses are comments in {@code addresses.yaml}.
   */
  static final List<Function<SimulatorOptions, SimulatedDevice>> NOT_YET_IN_THE_KIOSK =
      List.of(
          CodeScannerSimulator::new,
          SiteSimulator::new,
          LockerBankSimulator::new,
          CardDispenserSimulator::new,
          UpsSimulator::new,
          PassportReaderSimulator::new,
          XfsServiceSimulator::endorser,
          XfsServiceSimulator::fingerprintReader,
          XfsServiceSimulator::pinPad,
          XfsServiceSimulator::certificatePrinter);

  static final BiFunction<SimulatorOptions, People, BenchPlatform> PLATFORM =
      SimulatedPlatform::new;

  static final Supplier<BenchPapers> PAPERS = Papers::new;

  private Fleet() {}
}
