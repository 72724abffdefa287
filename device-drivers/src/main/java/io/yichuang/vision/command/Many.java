package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.FaceHint;
import io.yichuang.vision.face.Thresholds;
import io.yichuang.vision.page.PageBinder;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageDocument.Sheet;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.PageWatcher;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether memory stays flat over many: live frames through finder, watcher and face, and the sheets
 * of a stack. Ten lines on the way, each with what the process holds and what of the heap is left
 * after a collection.
 */
record Many(VisionCommand command, Clock clock, List<byte[]> images) {

  private static final float A4_WIDTH = 595.28f;
  private static final float A4_HEIGHT = 841.89f;
  private static final int A4_DPI = 300;
  private static final int LINES = 10;

  /** As many good frames as one comparison may have; then another begins. */
  private static final int FRAMES_A_FACE = 50;

  private byte[] image(int at) {
    return images.get(at % images.size());
  }

  private static int until(int part, int count) {
    return (int) ((long) count * (part + 1) / LINES);
  }

  /** Live frames, one after the other. */
  void frames(int count) {
    var usual = Thresholds.usual();
    var thresholds = new Thresholds(usual.pass(), usual.retry(), usual.live(), FRAMES_A_FACE);
    var watcher = new PageWatcher();
    try (var engine = FaceEngine.load()) {
      for (var part = 0; part < LINES; part++) {
        var first = until(part - 1, count);
        var most = until(part, count);
        command.line(
            Map.of("frames", most),
            line -> {
              var pages = 0;
              var faces = 0;
              var before = Spent.now();
              for (var from = first; from < most; from += FRAMES_A_FACE) {
                try (var check = new FaceCheck(engine, image(from), thresholds)) {
                  for (var i = from; i < Math.min(most, from + FRAMES_A_FACE); i++) {
                    watcher.look(image(i));
                    pages += PageFinder.find(image(i)).isPresent() ? 1 : 0;
                    faces += check.look(image(i)).hint() == FaceHint.GOOD ? 1 : 0;
                  }
                }
              }
              line.put("pages", pages);
              line.put("goodFaces", faces);
              told(line, Spent.now().since(before), most - first);
            });
      }
    }
  }

  /** A stack through the feeder: each sheet cleaned and bound as it comes. */
  void sheets(int count) throws IOException {
    try (var binder = new PageBinder()) {
      for (var part = 0; part < LINES; part++) {
        var first = until(part - 1, count);
        var most = until(part, count);
        command.line(
            Map.of("sheets", most),
            line -> {
              var before = Spent.now();
              for (var i = first; i < most; i++) {
                bind(binder, image(i));
              }
              told(line, Spent.now().since(before), most - first);
            });
      }
      command.line(
          Map.of("bound", count),
          line -> {
            var before = Spent.now();
            var file = new Counted();
            binder.write("bench", ZonedDateTime.now(clock), file);
            line.put("pdfBytes", file.bytes);
            told(line, Spent.now().since(before), count);
          });
    }
  }

  private static void bind(PageBinder binder, byte[] image)
      throws IOException, UnreadableImageException {
    var page = PageCleaner.cleanScan(image, A4_DPI);
    binder.add(new Sheet(page.jpeg(), A4_WIDTH, A4_HEIGHT, true, List.of()));
  }

  private static void told(Map<String, @Nullable Object> line, Spent spent, int times) {
    line.put("cpuMsEach", Json.rounded(spent.cpuNanos() / 1e6 / Math.max(1, times), 1));
    line.put("residentMB", Spent.residentMegabytes());
    line.put("heapMB", Json.rounded(Spent.heldHeapBytes() / 1e6, 1));
  }

  /** A file that is only measured. */
  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int count) {
      bytes += count;
    }
  }
}
