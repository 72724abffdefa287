package io.yichuang.device.scan;

import io.yichuang.device.Call;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary.End;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What a technician can have a scanner prove. */
final class ScanSelfTests {
  private static final int RESOLUTION = 300;

  private ScanSelfTests() {}

  /** The device answers and offers what scanning needs. */
  static SelfTest options(Function<Call, Outcome<List<String>>> names) {
    return test(
        "scanner-answers",
        call ->
            names
                .apply(call)
                .map(found ->
                    new SelfTest.Verdict(
                        found.contains("resolution"),
                        "expected a resolution among the options, saw " + found)));
  }

  /** The sheet that lies in the feeder comes out as a readable picture and the feeder is empty. */
  static SelfTest oneSheet(DocumentScanner scanner) {
    return test("scan-one-sheet", call -> scanOne(scanner, call));
  }

  static SelfTest test(String name, Function<Call, Outcome<SelfTest.Verdict>> run) {
    return new SelfTest() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome<Verdict> run(Call call) {
        return run.apply(call);
      }
    };
  }

  private static Outcome<SelfTest.Verdict> scanOne(DocumentScanner scanner, Call call) {
    var job = new ScanJob(ScanJob.Source.FEEDER, RESOLUTION, ScanJob.Mode.COLOUR);
    var seen = new AtomicReference<>("no picture");
    var readable = new AtomicReference<>(false);
    return scanner
        .scan(
            job,
            page -> {
              try {
                var image =
                    ImageIO.read(
                        // Not the stream itself: ImageIO would write it to the temporary folder.
                        new MemoryCacheImageInputStream(new ByteArrayInputStream(page.jpeg())));
                readable.set(image != null);
                seen.set(
                    image == null
                        ? "no JPEG"
                        : image.getWidth() + " x " + image.getHeight() + " pixels");
              } catch (IOException e) {
                seen.set("a broken JPEG");
              }
              return true;
            },
            call)
        .map(summary ->
            new SelfTest.Verdict(
                readable.get() && summary.end() == End.EMPTY,
                "expected readable pages until the feeder is empty, saw "
                    + seen.get()
                    + ", "
                    + summary));
  }
}
