package io.yichuang.device.matrix;

import io.yichuang.device.natives.CCompiler;
import io.yichuang.device.permit.VirtualReader;
import io.yichuang.device.ups.NutUps;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import io.yichuang.simulator.card.CardDispenserSimulator.Family;
import io.yichuang.simulator.locker.LockerBankSimulator.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every driver on every wire it has, by name. */
final class Subjects {
  private static final Logger log = LoggerFactory.getLogger(Subjects.class);

  /** Starts a device and its driver. */
  @FunctionalInterface
  interface Maker {
    Subject<?> make(SimulatorOptions options, int speed);
  }

  /** What every journey needs. */
  static final Map<String, Maker> CORE = new LinkedHashMap<>();

  static final Map<String, Maker> OTHERS = new LinkedHashMap<>();

  /** One at a time on a machine. */
  static final Set<String> SINGLE = Set.of("chip-reader");

  /** Behind daemons that take their time. */
  static final Set<String> SLOW = Set.of("chip-reader", "ups-nut");

  static {
    CORE.put("id-card-reader", CoreSubjects.CardReader::new);
    CORE.put("scanner", (options, speed) -> new CoreSubjects.Feeder(options, false, speed));
    CORE.put(
        "receipt-printer",
        (options, speed) -> new CoreSubjects.Roll(options, ReceiptWire.SERIAL, speed));
    CORE.put("page-printer", CoreSubjects.Pages::new);
    if (CCompiler.present()) { // else its far end cannot be built: see device-drivers/README.md
      OTHERS.put("id-card-reader-usb", CoreSubjects.UsbCardReader::new);
    }
    OTHERS.put("scanner-escl", (options, speed) -> new CoreSubjects.Feeder(options, true, speed));
    OTHERS.put(
        "receipt-printer-tcp",
        (options, speed) -> new CoreSubjects.Roll(options, ReceiptWire.TCP, speed));
    OTHERS.put("face-camera", QuietSubjects.Face::new);
    if (CCompiler.present()) {
      OTHERS.put("face-camera-v4l2", QuietSubjects.LinuxFace::new);
    }
    OTHERS.put("code-scanner", MoreSubjects.Codes::new);
    OTHERS.put("passport-reader", MoreSubjects.Documents::new);
    String missing = VirtualReader.missing();
    if (missing == null) {
      OTHERS.put("chip-reader", Chips::new);
    } else {
      log.warn("No chip reader in the matrix: {}", missing);
    }
    OTHERS.put(
        "card-dispenser",
        (options, speed) -> new MoreSubjects.Cards(options, Family.CRT591, speed));
    OTHERS.put(
        "card-dispenser-k720",
        (options, speed) -> new MoreSubjects.Cards(options, Family.K720, speed));
    OTHERS.put(
        "locker-bank",
        (options, speed) -> new MoreSubjects.Doors(options, Protocol.FRAMES_OPEN_IS_11, speed));
    OTHERS.put(
        "locker-bank-modbus",
        (options, speed) -> new MoreSubjects.Doors(options, Protocol.MODBUS, speed));
    OTHERS.put("site", MoreSubjects.Surroundings::new);
    OTHERS.put("ups", QuietSubjects.Power::new);
    OTHERS.put("certificate-printer", QuietSubjects.Certificates::new);
    OTHERS.put("fingerprint-reader", QuietSubjects.Fingers::new);
    OTHERS.put("endorser", ServiceSubjects.Endorser::new);
    OTHERS.put("pin-pad", ServiceSubjects.PinPad::new);
    if (NutUps.present()) {
      OTHERS.put("ups-nut", (options, _) -> new QuietSubjects.NutPower(options));
    } else {
      log.warn("No UPS behind NUT in the matrix: the Debian package nut-server is not installed");
    }
  }

  private Subjects() {}

  static Map<String, Maker> all() {
    var all = new LinkedHashMap<>(CORE);
    all.putAll(OTHERS);
    return all;
  }
}
