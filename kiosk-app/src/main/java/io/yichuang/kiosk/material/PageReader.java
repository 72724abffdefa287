package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.Seals;
import io.yichuang.vision.text.TextReader;
import io.yichuang.vision.text.Upright;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reads cleaned pages, one after the other, on a thread of its own: the models hold a core for some
 * seconds, and a virtual thread in native code would hold it from everybody else.
 */
@Service
class PageReader {
  private static final Logger log = LoggerFactory.getLogger(PageReader.class);
  private static final double POINTS_PER_INCH = 72;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("page-reader").daemon().factory());
  private @Nullable TextReader reader;

  /**
   * The page with what is printed on it, turned upright; as it was where it cannot be read. Blocks
   * for seconds.
   *
   * @param wanted asked when its time has come: pages of a citizen who has gone are not read
   */
  Collected.Page read(Collected.Page page, BooleanSupplier wanted) throws InterruptedException {
    try {
      return thread.submit(() -> wanted.getAsBoolean() ? readNow(page) : page).get();
    } catch (ExecutionException e) {
      // Reading is a help, no duty: without it the clerk reads alone, as before.
      log.warn("a page was not read", e.getCause());
      return page;
    }
  }

  private Collected.Page readNow(Collected.Page page) throws UnreadableImageException {
    TextReader ready = reader;
    if (ready == null) {
      ready = TextReader.load();
      reader = ready;
    }
    Upright upright = Upright.of(ready, clean(page));
    int seals = Seals.find(upright.page().jpeg()).size();
    boolean sideways = upright.turned().quarters() % 2 == 1;
    return new Collected.Page(
        upright.page().jpeg(),
        sideways ? page.heightPoints() : page.widthPoints(),
        sideways ? page.widthPoints() : page.heightPoints(),
        new Collected.Print(upright.lines(), seals));
  }

  private static CleanPage clean(Collected.Page page) throws UnreadableImageException {
    double inches = Math.max(page.widthPoints(), page.heightPoints()) / POINTS_PER_INCH;
    double dpi = Picture.longSide(page.jpeg()) / inches;
    return new CleanPage(
        page.jpeg(),
        (int) Math.round(page.widthPoints() * dpi / POINTS_PER_INCH),
        (int) Math.round(page.heightPoints() * dpi / POINTS_PER_INCH),
        (int) Math.round(dpi),
        Set.of());
  }

  @PreDestroy
  void close() {
    thread.execute(() -> {
      TextReader loaded = reader;
      if (loaded != null) {
        loaded.close();
        reader = null;
      }
    });
    thread.close();
  }
}
