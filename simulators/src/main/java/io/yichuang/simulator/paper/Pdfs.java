package io.yichuang.simulator.paper;

import io.yichuang.simulator.bench.BenchRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** PDFs that people hand in: nothing in them is unpacked before its size is known. */
public final class Pdfs {
  public static final int MAX_PAGES = 500;

  /** What all streams of one PDF may unpack to: a 40-megapixel colour scan and then some. */
  private static final long MAX_UNPACKED = 256L << 20;

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

  private Pdfs() {}

  /**
   * How many pages a PDF has, once it is known to be harmless.
   *
   * @throws BenchRefusal if it is no readable PDF or too large in any way
   */
  public static int require(byte[] pdf) {
    if (pdf.length > Pictures.MAX_BYTES) {
      throw tooLarge(
          "The PDF has " + pdf.length + " bytes, at most " + Pictures.MAX_BYTES + " are taken");
    }
    refuseBomb(pdf);
    try (PDDocument document = open(pdf)) {
      int count = document.getNumberOfPages();
      if (count > MAX_PAGES) {
        throw tooLarge("The PDF has " + count + " pages, at most " + MAX_PAGES + " are taken");
      }
      if (count == 0) {
        throw BenchRefusal.bad("no-pages", "The PDF has no pages");
      }
      refuseHugePictures(document);
      return count;
    } catch (IOException e) {
      throw BenchRefusal.bad("no-pdf", "This is no readable PDF: " + e.getMessage());
    }
  }

  /** Opens a PDF that {@link #require} has passed. */
  public static PDDocument open(byte[] pdf) throws IOException {
    try {
      return Loader.loadPDF(pdf);
    } catch (RuntimeException e) {
      // PDFBox throws some of these on broken files.
      throw new IOException("broken file", e);
    }
  }

  /**
   * Unpacks every stream as deflate into nothing, before the parser sees the file: cross-reference
   * and object streams are bombs too, and PDFBox unpacks those into memory while loading.
   */
  private static void refuseBomb(byte[] pdf) {
    byte[] sink = new byte[64 << 10];
    long unpacked = 0;
    for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
      Inflater inflater = new Inflater();
      try {
        int start = at;
        while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
          start++;
        }
        inflater.setInput(pdf, start, pdf.length - start);
        int n;
        while (!inflater.finished() && (n = inflater.inflate(sink)) > 0) {
          unpacked += n;
          if (unpacked > MAX_UNPACKED) {
            throw tooLarge("The PDF unpacks to more than " + MAX_UNPACKED + " bytes");
          }
        }
      } catch (DataFormatException notDeflate) {
        // A JPEG, for one: what it holds is what it costs.
      } finally {
        inflater.end();
      }
    }
  }

  private static int next(byte[] pdf, int from) {
    outer:
    for (int i = from; i <= pdf.length - STREAM.length; i++) {
      for (int k = 0; k < STREAM.length; k++) {
        if (pdf[i + k] != STREAM[k]) {
          continue outer;
        }
      }
      return i + STREAM.length;
    }
    return -1;
  }

  private static void refuseHugePictures(PDDocument document) throws IOException {
    Set<COSObjectKey> keys = new HashSet<>(document.getDocument().getXrefTable().keySet());
    for (COSObjectKey key : keys) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      if (!(object instanceof COSStream stream)) {
        continue;
      }
      COSBase filters = stream.getFilters();
      if (filters instanceof COSArray chain && chain.size() > 1 && !plain(chain)) {
        throw BenchRefusal.bad("no-pdf", "The PDF packs a stream several times over");
      }
      if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        long pixels = (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
        if (pixels < 0 || pixels > Pictures.MAX_PIXELS) {
          throw tooLarge(
              "A picture in the PDF has "
                  + pixels
                  + " pixels, at most "
                  + Pictures.MAX_PIXELS
                  + " are taken");
        }
      }
    }
  }

  /**
   * Text armour (ASCII85, ASCIIHex) before one packing is common; two packings are a bomb's way.
   */
  private static boolean plain(COSArray chain) {
    int packings = 0;
    for (int i = 0; i < chain.size(); i++) {
      String filter = chain.getName(i, "");
      if (!filter.startsWith("A")) {
        packings++;
      }
    }
    return packings <= 1;
  }

  private static BenchRefusal tooLarge(String message) {
    return new BenchRefusal(413, "too-large", message, List.of());
  }
}
