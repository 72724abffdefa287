package io.yichuang.device.workshop;

import io.yichuang.device.Call;
import io.yichuang.device.CardDispenser;
import io.yichuang.device.ChipReader;
import io.yichuang.device.CodeScanner;
import io.yichuang.device.Device;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.Frame;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.JobId;
import io.yichuang.device.LockerBank;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.PagePrinter.PageJob;
import io.yichuang.device.PassportReader;
import io.yichuang.device.Receipt;
import io.yichuang.device.ReceiptPrinter;
import io.yichuang.device.SelfTest;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Site;
import io.yichuang.device.Ups;
import io.yichuang.device.XfsService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One action on one device. Each answers whether all is well.
 *
 * @param lines takes what is to be told, a line each
 */
record Work(Device device, Request request, Consumer<Map<String, @Nullable Object>> lines) {
  /** What reads a medium, by the interface of the standard that the address names. */
  private static final Map<String, String> XFS_READS =
      Map.of("CardReader", "CardReader.ReadRawData", "Biometric", "Biometric.Read");

  private static final int FRAMES_PER_SECOND = 5;

  boolean run() throws UsageException, IOException {
    return switch (request.action()) {
      case STATUS -> status();
      case READ -> read();
      case SCAN -> scan();
      case PRINT -> print(java.util.Objects.requireNonNull(request.input()));
      case SELFTEST -> selfTests();
    };
  }

  private Call call() {
    return Call.within(request.limit());
  }

  private Words words() {
    return new Words(request.plain());
  }

  /** The first status that is known, at most the limit later. */
  private boolean status() {
    var known = new CountDownLatch(1);
    try (var _ = device.subscribe(_ -> known.countDown())) {
      if (device.status().state() == DeviceState.STARTING
          && !known.await(request.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        tell(Map.of("state", "starting", "detail", "nothing was known within the limit"));
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var line = Words.status(device.status());
    if (device.status().ready()) {
      switch (device) {
        case Ups ups -> line.put("power", Words.power(ups.power()));
        case Site site -> line.put("seen", Words.surroundings(site.surroundings()));
        default -> {} // the status says all
      }
    }
    tell(line);
    return device.status().ready() && device.status().fault() == null;
  }

  private boolean read() throws UsageException {
    return switch (device) {
      case IdCardReader reader -> told(reader.read(call()), words()::card);
      case PassportReader reader -> told(reader.read(call()), words()::document);
      case ChipReader reader -> told(reader.identify(call()), Words::chip);
      case CodeScanner scanner -> told(scanner.scan(call()), words()::code);
      case CardDispenser box -> told(box.look(call()), Words::word);
      case Site site -> told(site.look(call()), Words::surroundings);
      case Ups ups -> told(ups.look(call()), Words::power);
      case LockerBank lockers -> doors(lockers);
      case XfsService service -> xfs(service);
      default -> throw cannot();
    };
  }

  private boolean doors(LockerBank lockers) {
    boolean good = true;
    for (int door = 1; door <= lockers.doors(); door++) {
      var outcome = lockers.door(door, call());
      var line = line(outcome, Words::word);
      line.put("door", door);
      tell(line);
      good &= outcome instanceof Outcome.Done;
    }
    return good;
  }

  private boolean xfs(XfsService service) throws UsageException {
    String name = XFS_READS.get(request.address().parameter("class", ""));
    if (name == null) {
      throw new UsageException("read needs class=CardReader or class=Biometric in the address");
    }
    var command = new XfsService.Command(name, Map.of(), false);
    Outcome<XfsService.Answer> outcome =
        service.run(command, event -> tell(Map.of("event", event.name())), call());
    return told(outcome, answer -> request.plain() ? answer.payload() : answer.payload().keySet());
  }

  private boolean scan() throws UsageException, IOException {
    return switch (device) {
      case DocumentScanner scanner -> pages(scanner);
      case FrameSource camera -> frame(camera);
      case CodeScanner scanner -> told(scanner.scan(call()), words()::code);
      default -> throw cannot();
    };
  }

  private boolean pages(DocumentScanner scanner) {
    var job = new ScanJob(request.source(), request.resolution(), request.mode());
    var unkept = new AtomicBoolean();
    boolean told =
        told(
            scanner.scan(
                job,
                page -> {
                  var line = new LinkedHashMap<String, @Nullable Object>();
                  line.put("sheet", page.sheet());
                  line.put("side", page.side());
                  line.put("bytes", page.jpeg().length);
                  boolean kept = keep(line, page.sheet() + "-" + page.side() + ".jpg", page.jpeg());
                  unkept.compareAndSet(false, !kept);
                  return tell(line) && kept;
                },
                call()),
            summary -> {
              var value = new LinkedHashMap<String, Object>();
              value.put("pages", summary.pages());
              value.put("sheets", summary.sheets());
              value.put("end", Words.word(summary.end()));
              value.put("lastSheetCertain", summary.lastSheetCertain());
              return value;
            });
    return told && !unkept.get();
  }

  /** Into the folder of {@code -o}, which of a trace is its own file; without it, nothing is. */
  private boolean keep(Map<String, @Nullable Object> line, String name, byte[] bytes) {
    Path folder = request.out();
    if (folder == null || request.traced()) {
      return true;
    }
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      line.put("file", Files.write(file, bytes).toString());
      return true;
    } catch (IOException e) {
      line.put("error", "cannot write " + file + ": " + e);
      return false;
    }
  }

  private boolean frame(FrameSource camera) {
    var frames = new ArrayBlockingQueue<Frame>(1);
    try (var _ = camera.frames(new FrameSpec(FRAMES_PER_SECOND), frames::offer)) {
      Frame frame = frames.poll(request.limit().toMillis(), TimeUnit.MILLISECONDS);
      if (frame == null) {
        tell(Words.status(camera.status()));
        return false;
      }
      var line = new LinkedHashMap<String, @Nullable Object>();
      line.put("bytes", frame.jpeg().length);
      boolean kept = keep(line, "frame.jpg", frame.jpeg());
      return tell(line) && kept;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean print(Path file) throws UsageException, IOException {
    var job = new JobId("workshop-" + ProcessHandle.current().pid());
    return switch (device) {
      case ReceiptPrinter printer ->
          told(
              printer.print(receipt(file), job, call()),
              printed -> Map.of("receipts", printed.sheets()));
      case PagePrinter printer ->
          told(
              printer.print(new PageJob(Files.readAllBytes(file), 1), job, call()),
              printed -> Map.of("sheets", printed.sheets()));
      default -> throw cannot();
    };
  }

  /** A line of the file, a line on paper. */
  private static Receipt receipt(Path file) throws IOException {
    return new Receipt(
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .<Receipt.Line>map(
                text -> new Receipt.Text(text, Receipt.Align.LEFT, Receipt.Size.NORMAL, false))
            .toList());
  }

  private boolean selfTests() {
    boolean good = true;
    for (SelfTest test : device.selfTests()) {
      Outcome<Verdict> outcome = test.run(call());
      boolean passed =
          outcome instanceof Outcome.Done<Verdict>(Verdict verdict) && verdict.passed();
      var line = Words.outcome(outcome);
      line.put("test", test.name());
      line.put("passed", passed);
      if (outcome instanceof Outcome.Done<Verdict>(Verdict verdict)) {
        line.put("seen", verdict.seen());
      }
      tell(line);
      good &= passed;
    }
    return good;
  }

  private <T> boolean told(Outcome<T> outcome, Function<? super T, @Nullable Object> value) {
    tell(line(outcome, value));
    return outcome instanceof Outcome.Done;
  }

  private static <T> Map<String, @Nullable Object> line(
      Outcome<T> outcome, Function<? super T, @Nullable Object> value) {
    var line = Words.outcome(outcome);
    if (outcome instanceof Outcome.Done<T>(T done)) {
      line.put("value", value.apply(done));
    }
    return line;
  }

  private boolean tell(Map<String, ? extends @Nullable Object> what) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("device", request.kind().word());
    line.put("action", request.action().word());
    line.putAll(what);
    lines.accept(line);
    return true;
  }

  private UsageException cannot() {
    return new UsageException("a " + request.kind().word() + " cannot " + request.action().word());
  }
}
