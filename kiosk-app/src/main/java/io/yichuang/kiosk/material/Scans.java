package io.yichuang.kiosk.material;

import io.yichuang.device.Call;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.vision.Availability;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.FullFrame;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.Quad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Sheets through the feeder, and photographs: scanned, found, straightened, cleaned. Blocks. */
@Service
class Scans {
  private static final Logger log = LoggerFactory.getLogger(Scans.class);

  /** Text of 3 mm stays readable, and a page of text stays under 100 kB. */
  static final int DPI = 300;

  /** A slow scanner takes 4 s a sheet; a warm-up lamp up to 20 s. */
  private static final Duration A_PAGE = Duration.ofSeconds(25);

  private final DeviceBoard devices;

  Scans(DeviceBoard devices) {
    this.devices = devices;
  }

  /** What came through the feeder. */
  sealed interface Fed {
    /**
     * Pages came.
     *
     * @param trouble key of the words if the job ended otherwise than by an empty feeder, else
     *     empty
     */
    record Pages(List<CleanPage> pages, String trouble) implements Fed {
      @Override
      public String toString() {
        return "Pages[" + pages.size() + "]";
      }
    }

    /**
     * Nothing came.
     *
     * @param text key of the words
     * @param code for the staff, or empty
     */
    record Nothing(String text, String code) implements Fed {}
  }

  /**
   * Scans what lies in the feeder.
   *
   * @param most pages that are wanted; the job stops after them
   * @param progress told the number of each page as it comes
   */
  Fed feed(int most, IntConsumer progress) {
    Optional<DocumentScanner> scanner = devices.scanner();
    if (scanner.isEmpty()) {
      return new Fed.Nothing(dead(), "");
    }
    var pages = new ArrayList<CleanPage>();
    var unreadable = new boolean[1];
    Outcome<ScanSummary> outcome =
        scanner
            .get()
            .scan(
                new ScanJob(ScanJob.Source.FEEDER, DPI, ScanJob.Mode.COLOUR),
                page -> {
                  if (pages.size() == most) {
                    // One more than wanted tells that there are too many; it is not looked at.
                    return false;
                  }
                  progress.accept(pages.size() + 1);
                  try {
                    pages.add(cleaned(page));
                  } catch (UnreadableImageException e) {
                    unreadable[0] = true;
                  }
                  return true;
                },
                Call.within(A_PAGE));
    if (unreadable[0]) {
      return new Fed.Nothing("material.feeder.broken", "");
    }
    return switch (outcome) {
      case Outcome.Done<ScanSummary>(ScanSummary summary) ->
          pages.isEmpty()
              ? new Fed.Nothing("material.feeder.no-medium", "")
              : new Fed.Pages(pages, trouble(summary, most));
      case Outcome.Refused<ScanSummary>(Refusal why) -> new Fed.Nothing(refusal(why), "");
      case Outcome.Failed<ScanSummary>(var fault) -> new Fed.Nothing(dead(), fault.code().code());
      case Outcome.Uncertain<ScanSummary>(var fault) ->
          new Fed.Nothing(dead(), fault.code().code());
      case Outcome.Cancelled<ScanSummary>() -> new Fed.Nothing("material.feeder.no-medium", "");
    };
  }

  /** The other way, only if it is there. */
  private String dead() {
    return devices.canServe(DeviceBoard.DOCUMENT_CAMERA)
        ? "material.feeder.trouble"
        : "material.feeder.trouble.alone";
  }

  /** Where pictures cannot be looked at, the page is taken as the scanner gave it. */
  private static CleanPage cleaned(DocumentScanner.ScannedPage page)
      throws UnreadableImageException {
    return Vision.availability() instanceof Availability.Ready
        ? PageCleaner.cleanScan(page.jpeg(), page.resolution())
        : PageCleaner.asScanned(page.jpeg(), page.resolution());
  }

  private static String trouble(ScanSummary summary, int most) {
    return switch (summary.end()) {
      case EMPTY -> "";
      case CANCELLED -> summary.pages() > most ? "material.feeder.too-many" : "";
      case JAM -> "material.feeder.jam";
      case DOUBLE_FEED -> "material.feeder.double";
      case COVER -> "material.feeder.cover";
      case LOST -> "material.feeder.lost";
    };
  }

  private String refusal(Refusal why) {
    return switch (why) {
      case NO_MEDIUM, SUPPLY_OUT -> "material.feeder.no-medium";
      case JAMMED -> "material.feeder.jam";
      case COVER_OPEN -> "material.feeder.cover";
      case INVALID_MEDIUM, UNREADABLE_MEDIUM, UNSUPPORTED, OCCUPIED, STILL_PRESENT -> dead();
    };
  }

  /**
   * Finds the sheet in a photograph and cleans it; without a found edge the whole picture is the
   * page. Empty if the picture is broken.
   */
  Optional<Photographed> photograph(byte[] jpeg) {
    try {
      Optional<Quad> found = PageFinder.find(jpeg);
      // A copy: other threads may still send the camera's own frame, and this one is overwritten.
      var original = new Original(jpeg.clone(), found, found);
      var page = PageCleaner.clean(jpeg, found);
      return Optional.of(
          new Photographed(found.isPresent() ? page : withoutEdge(jpeg, page), original));
    } catch (UnreadableImageException e) {
      log.info("a frame cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Where no edge was found the sheet may hang over all of them. */
  private static CleanPage withoutEdge(byte[] jpeg, CleanPage page)
      throws UnreadableImageException {
    var findings = new HashSet<>(page.findings());
    findings.addAll(FullFrame.findings(jpeg));
    return new CleanPage(page.jpeg(), page.width(), page.height(), page.dpi(), findings);
  }

  /** Cuts a sheet out of its photo anew; empty if the photo was overwritten meanwhile. */
  Optional<Photographed> cut(Original photo, Optional<Quad> used) {
    try {
      return Optional.of(
          new Photographed(
              PageCleaner.clean(photo.frame(), used),
              new Original(photo.frame(), photo.found(), used)));
    } catch (UnreadableImageException e) {
      log.info("a photo cannot be cut: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** A page and the photo it was made from. */
  record Photographed(CleanPage page, Original original) {}
}
