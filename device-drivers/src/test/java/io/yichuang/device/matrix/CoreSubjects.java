package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter.PageJob;
import io.yichuang.device.Receipt;
import io.yichuang.device.ReceiptPrinter;
import io.yichuang.device.link.UsbStandIn;
import io.yichuang.device.page.IppPagePrinter;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.page.SimulatedPagePrinter;
import io.yichuang.simulator.people.People;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import io.yichuang.simulator.scan.SimulatedScanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The four devices that every journey needs. */
final class CoreSubjects {
  private CoreSubjects() {}

  /** The same reader behind libusb's functions, on a bus of ours. */
  static final class UsbCardReader extends CardReader {
    UsbCardReader(SimulatorOptions options, int speed) {
      this(new IdCardReaderSimulator(options), speed);
    }

    private UsbCardReader(IdCardReaderSimulator far, int speed) {
      super(
          far,
          UsbStandIn.with(UsbStandIn.socket(far.address(), 1), where -> driver(far, where, speed)));
    }
  }

  static class CardReader extends Subject<IdCardReaderSimulator>
      implements Subject.Committing, Subject.Pullable {
    CardReader(SimulatorOptions options, int speed) {
      super(new IdCardReaderSimulator(options), speed);
    }

    CardReader(IdCardReaderSimulator far, Device device) {
      super(far, device);
    }

    @Override
    Outcome<?> work(Call call) {
      return ((IdCardReader) device).read(call);
    }

    @Override
    void assist(int time) {
      if (time == 1) { // the read waits already
        far.lay(new People().all().getFirst());
      }
    }

    @Override
    boolean acting() {
      return true;
    }

    @Override
    boolean finishing() {
      return far.cardPresent();
    }

    @Override
    public Outcome<?> commit(Call call) {
      return ((IdCardReader) device).awaitRemoval(call);
    }

    @Override
    public void take() {
      far.take();
    }

    @Override
    public void pull() {
      far.take();
    }

    @Override
    void tidy() {
      far.take();
    }
  }

  static class Roll extends Subject<ReceiptPrinterSimulator> {
    private static final Receipt RECEIPT =
        new Receipt(
            List.of(
                new Receipt.Text("回执", Receipt.Align.CENTRE, Receipt.Size.DOUBLE, true),
                new Receipt.Space(400)));

    Roll(SimulatorOptions options, ReceiptWire wire, int speed) {
      super(new ReceiptPrinterSimulator(options.withReceiptWire(wire)), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(
          Fault.JAM, "cutter-error",
          Fault.BUSY, "stall",
          Fault.SUPPLY_LOW, "paper-near-end",
          Fault.SUPPLY_OUT, "paper-out");
    }

    @Override
    Outcome<?> work(Call call) {
      return ((ReceiptPrinter) device).print(RECEIPT, new JobId("m"), call);
    }

    @Override
    boolean acting() {
      return Boolean.TRUE.equals(far.state().get("printing"));
    }

    @Override
    boolean finishing() {
      return !far.output().isEmpty();
    }

    @Override
    int effects() {
      return (int) far.output().stream().filter(each -> !each.interrupted()).count();
    }
  }

  static final class Feeder extends Subject<SimulatedScanner> implements Subject.Pullable {
    private static final int SHEETS = 3;

    /** So long each page is held, time enough for a fault to strike. */
    private static final int HOLD_MILLIS = 100;

    private final CountDownLatch struck = new CountDownLatch(1);

    private final AtomicInteger pages = new AtomicInteger();

    Feeder(SimulatorOptions options, boolean escl, int speed) {
      this(new SimulatedScanner(options), escl, speed);
    }

    private Feeder(SimulatedScanner far, boolean escl, int speed) {
      super(far, escl ? far.esclAddress() : far.address(), speed);
    }

    @Override
    void prepare() {
      pages.set(0);
      for (int sheet = 0; sheet < SHEETS; sheet++) {
        far.load(sheet(), "sheet");
      }
    }

    @Override
    Outcome<?> work(Call call) {
      var job = new ScanJob(ScanJob.Source.FEEDER, 75, ScanJob.Mode.GREY);
      return ((DocumentScanner) device).scan(job, _ -> held(), call);
    }

    /** The feeder waits for whoever takes the pages. */
    private boolean held() {
      pages.incrementAndGet();
      try {
        struck.await(HOLD_MILLIS, TimeUnit.MILLISECONDS); // nobody counts it down: a finite wait
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    boolean acting() {
      return pages.get() > 0;
    }

    @Override
    boolean finishing() {
      return pages.get() == SHEETS;
    }

    @Override
    public void pull() {
      far.emptyFeeder();
    }

    @Override
    void tidy() {
      far.emptyFeeder();
    }

    private static byte[] sheet() {
      var out = new ByteArrayOutputStream();
      try {
        ImageIO.write(new BufferedImage(100, 141, BufferedImage.TYPE_BYTE_GRAY), "png", out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  }

  static final class Pages extends Subject<SimulatedPagePrinter> implements Subject.Committing {
    private static final byte[] PDF = pdf();
    private final AtomicInteger jobs = new AtomicInteger();

    Pages(SimulatorOptions options, int speed) {
      super(new SimulatedPagePrinter(options), speed);
    }

    @Override
    Map<Fault, String> names() {
      return Map.of(Fault.SUPPLY_LOW, "paper-low", Fault.SUPPLY_OUT, "paper-out");
    }

    @Override
    Outcome<?> work(Call call) {
      var id = new JobId("m-" + jobs.incrementAndGet());
      return ((IppPagePrinter) device).print(new PageJob(PDF, 2), id, call);
    }

    @Override
    boolean acting() {
      return !Long.valueOf(0).equals(far.state().get("jobsOpen"));
    }

    @Override
    boolean finishing() {
      return !far.output().isEmpty();
    }

    @Override
    public Outcome<?> commit(Call call) {
      return ((IppPagePrinter) device).fate(new JobId("m-" + jobs.get()), call);
    }

    @Override
    int effects() {
      return (int)
          far.output().stream()
              .filter(job -> !Integer.valueOf(0).equals(job.get("impressionsCompleted")))
              .count();
    }

    private static byte[] pdf() {
      try (var document = new PDDocument()) {
        document.addPage(new PDPage());
        document.addPage(new PDPage());
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
