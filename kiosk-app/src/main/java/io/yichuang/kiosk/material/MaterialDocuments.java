package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.Availability;
import io.yichuang.vision.Vision;
import io.yichuang.vision.page.PageDocument;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Scanned materials and photos as documents: one PDF/A-2b each. Slow, and much of it native: call
 * it by {@code Turn.work}.
 */
@Service
public class MaterialDocuments {
  private static final List<PageDocument.Sheet> NOTHING = List.of();

  private final Clock clock;

  MaterialDocuments(Clock clock) {
    this.clock = clock;
  }

  /**
   * The documents of what was scanned or taken, by material. The title is the material's id: it
   * holds nothing personal.
   */
  public Map<String, byte[]> pdfs(Map<String, Collected> basket) throws IOException {
    var documents = new LinkedHashMap<String, byte[]>();
    for (var entry : basket.entrySet()) {
      var sheets =
          switch (entry.getValue()) {
            case Collected.Scanned(var pages, var check) ->
                pages.stream().map(MaterialDocuments::sheet).toList();
            // A face is not ink on paper: its picture stays as it is.
            case Collected.Photo(var page, var doubts) ->
                List.of(
                    new PageDocument.Sheet(page.jpeg(), page.widthPoints(), page.heightPoints()));
            case Collected.FromCard(var at) -> NOTHING;
            case Collected.FromData(var dataset, var at) -> NOTHING;
            case Collected.Promised(var at) -> NOTHING;
            case Collected.Later() -> NOTHING;
          };
      if (!sheets.isEmpty()) {
        documents.put(
            entry.getKey(), PageDocument.pdf(entry.getKey(), ZonedDateTime.now(clock), sheets));
      }
    }
    return documents;
  }

  /** Small where it can be made so, and with what was read as text that can be searched. */
  private static PageDocument.Sheet sheet(Collected.Page page) {
    var print = page.print();
    return new PageDocument.Sheet(
        page.jpeg(),
        page.widthPoints(),
        page.heightPoints(),
        Vision.availability() instanceof Availability.Ready,
        print == null ? List.of() : print.phrases());
  }
}
