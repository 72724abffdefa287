package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.page.PageDocument.Phrase;
import io.yichuang.vision.page.PageDocument.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * A stack through the feeder. The long run, as a terminal would have it: {@code
 * -Dyichuang.vision.sheets=200 -Dyichuang.vision.dpi=300}.
 */
class PageBinderTest {

  /** The platform's own: no logging library is on this module's path, and the log is the proof. */
  private static final System.Logger log = System.getLogger(PageBinderTest.class.getName());

  private static final int SHEETS = Integer.getInteger("yichuang.vision.sheets", 5);
  private static final int DPI = Integer.getInteger("yichuang.vision.dpi", 100);
  private static final float WIDTH = 595.28f;
  private static final float HEIGHT = 841.89f;

  /** A page of text in the document; its cleaned JPEG has ten times that at 300 dpi. */
  private static final int MOST_KEPT_BYTES = 100_000;

  /** What a collector and the classes of a first page may leave. */
  private static final long SLACK_BYTES = 8L << 20;

  private static final ZonedDateTime AT =
      ZonedDateTime.of(2026, 11, 22, 9, 30, 5, 0, ZoneId.of("Asia/Shanghai"));

  @Test
  void of_a_stack_only_what_the_document_holds_is_kept() throws Exception {
    var scans = scans();
    var cache = new CountedCache();
    try (var binder = new PageBinder(() -> cache)) {
      bind(binder, scans, 2);
      var before = heldHeap();
      var cleaned = 0L;
      for (var share : new int[] {10, 50, 100}) {
        cleaned += bind(binder, scans, Math.max(3, SHEETS * share / 100));
        log.log(
            System.Logger.Level.INFO,
            "{0} sheets: {1} kB kept, heap {2} kB more; their cleaned pictures have {3} kB",
            binder.pages(),
            cache.bytes() / 1000,
            (heldHeap() - before) / 1000,
            cleaned / 1000);
      }
      assertThat(cache.bytes()).as("seeds 0 to 2").isLessThan((long) SHEETS * MOST_KEPT_BYTES);
      assertThat(heldHeap() - before)
          .as("%s sheets", SHEETS)
          .isLessThan(SLACK_BYTES + (long) SHEETS * MOST_KEPT_BYTES);
      var out = new ByteArrayOutputStream();
      binder.write("x", AT, out);
      assertThat(out.size()).isLessThan(SHEETS * MOST_KEPT_BYTES);
      try (var read = Loader.loadPDF(out.toByteArray())) {
        assertThat(read.getNumberOfPages()).isEqualTo(SHEETS);
        assertThat(new PDFTextStripper().getText(read)).contains("sheet 2", "sheet " + SHEETS);
      }
    }
  }

  /** In memory, as PDFBox's own, and told how much that is. */
  private static final class CountedCache implements RandomAccessStreamCache {
    private final List<RandomAccess> buffers = new ArrayList<>();

    @Override
    public RandomAccess createBuffer() {
      var buffer = new RandomAccessReadWriteBuffer();
      buffers.add(buffer);
      return buffer;
    }

    long bytes() throws IOException {
      var sum = 0L;
      for (var buffer : buffers) {
        sum += buffer.isClosed() ? 0 : buffer.length();
      }
      return sum;
    }

    @Override
    public void close() {
      // The document closes each.
    }
  }

  /** Some distinct sheets; the next turn takes the first again. */
  private static List<byte[]> scans() {
    var scans = new ArrayList<byte[]>();
    for (var i = 0; i < 3; i++) {
      scans.add(Printed.text(DPI, 36, i).bytes("jpg"));
    }
    return scans;
  }

  /** Cleans and binds until there are so many; the answer is the size of what was cleaned. */
  private static long bind(PageBinder binder, List<byte[]> scans, int until) throws Exception {
    var cleaned = 0L;
    while (binder.pages() < until) {
      var page = PageCleaner.cleanScan(scans.get(binder.pages() % scans.size()), DPI);
      cleaned += page.jpeg().length;
      var text = "sheet " + (binder.pages() + 1);
      binder.add(new Sheet(page.jpeg(), WIDTH, HEIGHT, true, List.of(phrase(text))));
    }
    return cleaned;
  }

  private static Phrase phrase(String text) {
    return new Phrase(
        text,
        new Quad(
            new Point(100, 100), new Point(300, 100), new Point(300, 130), new Point(100, 130)));
  }

  private static long heldHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Test
  void a_sheet_that_is_no_picture_leaves_the_others_in_the_document() throws Exception {
    var page = new Sheet(Printed.text(60, 10, 1).bytes("jpg"), WIDTH, HEIGHT);
    try (var binder = new PageBinder()) {
      binder.add(page);
      for (var small : new boolean[] {true, false}) {
        var broken = new Sheet(new byte[] {1, 2, 3, 4}, WIDTH, HEIGHT, small, List.of());
        assertThatThrownBy(() -> binder.add(broken)).isInstanceOf(IllegalArgumentException.class);
      }
      binder.add(page);
      var out = new ByteArrayOutputStream();
      binder.write("x", AT, out);
      try (var read = Loader.loadPDF(out.toByteArray())) {
        assertThat(read.getNumberOfPages()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_document_is_written_once_and_not_without_pages() throws IOException {
    var page = new Sheet(Printed.text(60, 10, 1).bytes("jpg"), WIDTH, HEIGHT);
    var out = new ByteArrayOutputStream();
    try (var binder = new PageBinder()) {
      assertThatThrownBy(() -> binder.write("x", AT, out))
          .isInstanceOf(IllegalStateException.class);
      binder.add(page);
      binder.write("x", AT, out);
      assertThatThrownBy(() -> binder.write("x", AT, out))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> binder.add(page)).isInstanceOf(IllegalStateException.class);
    }
  }
}
