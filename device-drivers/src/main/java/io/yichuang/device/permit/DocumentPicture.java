package io.yichuang.device.permit;

import io.yichuang.device.TravelDocument;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.zone.Row;
import io.yichuang.vision.zone.ZoneReader;
import java.time.LocalDate;
import java.util.List;

/**
 * Passports and permits in pictures of a scanner or document camera: the machine-readable zone is
 * found, read and accepted when all its check digits hold. Names carry no check digit; they are
 * accepted when two readings of three agree. Any thread; a picture takes seconds of one core.
 */
public final class DocumentPicture implements AutoCloseable {
  private final ZoneReader zones;

  private DocumentPicture(ZoneReader zones) {
    this.zones = zones;
  }

  /** What came of a picture. */
  public sealed interface Reading {}

  /** Its zone. Personal. */
  public record Read(TravelDocument document) implements Reading {}

  /**
   * It has a zone, or is no picture at all, and cannot be read: it has to be laid again.
   *
   * @param why for a technician; never the data
   */
  public record Unreadable(String why) implements Reading {}

  /** No zone is to be seen. */
  public record None() implements Reading {}

  /**
   * Loads the models (some 100 ms).
   *
   * @throws IllegalStateException when vision or a model is missing
   */
  public static DocumentPicture load() {
    return new DocumentPicture(ZoneReader.load());
  }

  /**
   * Reads one picture; the document may lie in any direction.
   *
   * @param image JPEG or PNG
   * @param today tells in which century a two-digit year lies
   */
  public Reading read(byte[] image, LocalDate today) {
    List<Row> rows;
    try {
      rows = zones.read(image);
    } catch (UnreadableImageException e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    }
    if (rows.isEmpty()) {
      return new None();
    }
    return switch (ZoneText.read(rows.stream().map(Row::readings).toList(), today)) {
      case Mrz.Read(TravelDocument document) -> new Read(document);
      case Mrz.Wrong(String why) -> new Unreadable(why);
      case Mrz.NeedMore() -> new Unreadable("rows of it are missing");
    };
  }

  @Override
  public void close() {
    zones.close();
  }
}
