package io.yichuang.simulator.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.paper.Pdfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetLoadingTest {
  private SimulatedScanner scanner;

  @BeforeEach
  void start(@TempDir Path folder) {
    scanner = new SimulatedScanner(SimulatorOptions.in(folder).withSpeed(200));
  }

  @AfterEach
  void end() {
    assertThat(scanner.state()).as("nothing was loaded").containsEntry("sheetsInFeeder", 0);
    scanner.close();
  }

  private void refused(byte[] body, String why) {
    assertThatThrownBy(() -> scanner.load(body, "x"))
        .isInstanceOf(BenchRefusal.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_is_no_picture_is_refused() throws IOException {
    refused(new byte[0], "no readable PNG or JPEG");
    refused("GIF89a".getBytes(StandardCharsets.US_ASCII), "no readable PNG or JPEG");
    byte[] whole = TestSheets.grey(9);
    refused(Arrays.copyOf(whole, whole.length / 2), "no readable PNG or JPEG");
    refused("%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII), "no readable PDF");
    byte[] pdf = TestSheets.pdf(1);
    refused(Arrays.copyOf(pdf, 40), "no readable PDF");
  }

  @Test
  void a_hundred_megapixels_are_refused_before_they_are_decoded() {
    byte[] huge = TestSheets.grey(9);
    huge[18] = 0x27;
    huge[19] = 0x10;
    huge[22] = 0x27;
    huge[23] = 0x10;
    refused(huge, "100000000 pixels");
  }

  /** A page whose content of 300 MiB of spaces is packed into some two. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int i = 0; i < 300; i++) {
        deflate.write(spaces);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] withStream(byte[] raw, int width, int height) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(raw);
      }
      stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      if (width > 0) {
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setInt(COSName.WIDTH, width);
        stream.setInt(COSName.HEIGHT, height);
      }
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void a_pdf_bomb_is_refused_before_it_is_unpacked() throws IOException {
    byte[] pdf = withStream(bomb(), 0, 0);
    assertThat(pdf.length).isLessThan(4 << 20);
    refused(pdf, "unpacks to more than");
  }

  @Test
  void a_huge_picture_in_a_pdf_is_refused() throws IOException {
    refused(withStream(new byte[] {1}, 20_000, 20_000), "400000000 pixels");
  }

  @Test
  void a_pdf_of_too_many_pages_and_a_full_feeder_are_refused() throws IOException {
    refused(TestSheets.pdf(Pdfs.MAX_PAGES + 1), "501 pages");
    scanner.load(TestSheets.pdf(Pdfs.MAX_PAGES), "x");
    refused(TestSheets.grey(1), "holds 500 sheets");
    scanner.emptyFeeder();
  }
}
