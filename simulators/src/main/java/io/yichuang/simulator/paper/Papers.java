package io.yichuang.simulator.paper;

import io.yichuang.simulator.bench.BenchPapers;
import io.yichuang.simulator.bench.BenchRefusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The papers a newcomer at the bench can scan: drawn when asked for, between invented parties. */
public final class Papers implements BenchPapers {
  private static final String LEASE = "lease";
  private static final float JPEG_QUALITY = 0.85f;
  private static final long PHOTO_SEED = 7;
  private static final int LEASE_PAGES = 2;

  private static final Lease SHOWN =
      Lease.between("吴建民", "500103197505200038", "王小英", "50011919840612002X");

  @Override
  public List<Map<String, Object>> all() {
    return List.of(
        Map.of("id", LEASE, "name", "房屋租赁合同", "nameEn", "Housing lease", "pages", LEASE_PAGES));
  }

  @Override
  public byte[] pdf(String id) {
    try (PDDocument document = new PDDocument()) {
      for (BufferedImage sheet : sheets(id)) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDImageXObject image = JPEGFactory.createFromImage(document, sheet, JPEG_QUALITY);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] photo(String id, int page) {
    List<BufferedImage> sheets = sheets(id);
    if (page < 1 || page > sheets.size()) {
      throw BenchRefusal.unknown(
          "page",
          String.valueOf(page),
          IntStream.rangeClosed(1, sheets.size()).mapToObj(String::valueOf).toList());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(Photograph.of(sheets.get(page - 1), PHOTO_SEED + page).image(), "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<BufferedImage> sheets(String id) {
    if (!id.equals(LEASE)) {
      throw BenchRefusal.unknown("paper", id, List.of(LEASE));
    }
    return LeaseSheets.draw(SHOWN);
  }
}
