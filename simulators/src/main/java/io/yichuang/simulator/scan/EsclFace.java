package io.yichuang.simulator.scan;

import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The eSCL face: capabilities, status, one job at a time, its pages as JPEG. 404 ends a job's
 * pages; 409 says that the scanner cannot (the status says why); 503 that it is in use.
 */
final class EsclFace {
  static final String ROOT = "/eSCL";
  static final String JOBS = ROOT + "/ScanJobs";
  private static final String NEXT = "/NextDocument";

  /** Ended jobs that the status still lists. */
  private static final int JOBS_KEPT = 10;

  /**
   * A job nobody asks a page of for so long is dropped, so that a client that died does not block
   * the scanner.
   */
  private static final Duration ABANDONED = Duration.ofSeconds(60);

  private final ScanEngine engine;
  private final InstantSource clock;
  private final Deque<EsclJob> jobs = new ArrayDeque<>();

  EsclFace(ScanEngine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  HttpAnswer answer(HttpRequest request) throws IOException {
    String path = request.path();
    return switch (request.method()) {
      case "GET" -> {
        if (path.equals(ROOT + "/ScannerCapabilities")) {
          yield xml(EsclXml.capabilities());
        }
        if (path.equals(ROOT + "/ScannerStatus")) {
          yield xml(status());
        }
        if (path.startsWith(JOBS + "/") && path.endsWith(NEXT)) {
          yield page(path.substring(0, path.length() - NEXT.length()));
        }
        yield HttpAnswer.text(404, "no such resource");
      }
      case "POST" -> path.equals(JOBS) ? create(request) : HttpAnswer.text(404, "no such resource");
      case "DELETE" -> delete(path);
      default -> HttpAnswer.text(405, "GET, POST or DELETE");
    };
  }

  private static HttpAnswer xml(byte[] body) {
    return HttpAnswer.of(200, "text/xml; charset=utf-8", body);
  }

  private synchronized byte[] status() {
    SheetPath.@Nullable Stop blocked = engine.path.blocked();
    String adf;
    if (blocked != null) {
      adf =
          switch (blocked) {
            case JAM -> "ScannerAdfJam";
            case DOUBLE_FEED -> "ScannerAdfMultipickDetected";
            case COVER_OPEN -> "ScannerAdfDoorOpen";
          };
    } else {
      adf = engine.path.inFeeder() > 0 ? "ScannerAdfLoaded" : "ScannerAdfEmpty";
    }
    String state = blocked != null ? "Stopped" : engine.busy() ? "Processing" : "Idle";
    return EsclXml.status(state, adf, List.copyOf(jobs));
  }

  private synchronized HttpAnswer create(HttpRequest request) throws IOException {
    ScanRequest settings;
    try {
      settings = EsclXml.settings(request.body());
    } catch (ProtocolException e) {
      return HttpAnswer.text(400, String.valueOf(e.getMessage()));
    }
    for (EsclJob job : jobs) {
      if (job.running() && job.abandoned(ABANDONED)) {
        end(job, EsclJob.State.ABORTED);
      }
    }
    EsclJob job = new EsclJob(settings, clock);
    if (!engine.acquire(job)) {
      return HttpAnswer.text(503, "in use");
    }
    if (settings.source() != ScanRequest.Source.FLATBED
        && (engine.path.blocked() != null || engine.path.inFeeder() == 0)) {
      engine.release(job);
      return HttpAnswer.text(409, "see the status");
    }
    jobs.addFirst(job);
    if (jobs.size() > JOBS_KEPT) {
      jobs.removeLast();
    }
    String host = request.headers().get("host");
    String location = host == null ? job.path() : "http://" + host + job.path();
    return new HttpAnswer.Whole(201, Map.of("Location", location), new byte[0]);
  }

  private synchronized @Nullable EsclJob job(String path) {
    for (EsclJob job : jobs) {
      if (job.path().equals(path)) {
        job.touch();
        return job;
      }
    }
    return null;
  }

  private synchronized void end(EsclJob job, EsclJob.State how) {
    job.end(how);
    engine.release(job);
  }

  private HttpAnswer delete(String path) {
    EsclJob job = job(path);
    if (job == null) {
      return HttpAnswer.text(404, "no such job");
    }
    end(job, EsclJob.State.CANCELED);
    return HttpAnswer.text(200, "");
  }

  private HttpAnswer page(String path) throws IOException {
    EsclJob job = job(path);
    if (job == null) {
      return HttpAnswer.text(404, "no such job");
    }
    // One page at a time: a second request waits here, as paper cannot be fed twice at once.
    synchronized (job) {
      if (!job.running()) {
        return HttpAnswer.text(404, "no more pages");
      }
      if (engine.faults.isSet("busy")) {
        return HttpAnswer.text(503, "in use");
      }
      boolean flatbed = job.request().source() == ScanRequest.Source.FLATBED;
      SheetPath.Feed feed =
          flatbed
              ? job.images() > 0
                  ? new SheetPath.Feed.NoSheets()
                  : new SheetPath.Feed.Passing(engine.path.platen(), 0, false, null)
              : engine.path.next(job.request().source() == ScanRequest.Source.ADF_DUPLEX);
      return switch (feed) {
        case SheetPath.Feed.NoSheets() -> {
          end(job, EsclJob.State.COMPLETED);
          yield HttpAnswer.text(404, "no more pages");
        }
        case SheetPath.Feed.Blocked(SheetPath.Stop why) -> stopped(job, why);
        case SheetPath.Feed.Passing passing -> pass(job, passing);
      };
    }
  }

  private HttpAnswer stopped(EsclJob job, SheetPath.Stop why) {
    end(job, EsclJob.State.ABORTED);
    return HttpAnswer.text(409, "stopped: " + why);
  }

  private HttpAnswer pass(EsclJob job, SheetPath.Feed.Passing passing) throws IOException {
    if (passing.stop() != null) {
      engine.pace.await(engine.time(0.5));
      return stopped(job, passing.stop());
    }
    ScannedSide side = new ScannedSide(passing.side(), job.request());
    engine.pace.await(passing.back() ? Duration.ZERO : engine.time(1));
    if (!job.running()) {
      return HttpAnswer.text(404, "no more pages");
    }
    byte[] jpeg = jpeg(side.image(job.request().height()), job.request().dpi());
    job.delivered();
    job.touch();
    return HttpAnswer.of(200, "image/jpeg", jpeg);
  }

  private static byte[] jpeg(BufferedImage image, int dpi) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "jpeg", out);
    }
    byte[] jpeg = bytes.toByteArray();
    // JFIF 1.02: after SOI, APP0, its length, "JFIF\0" and the version come the unit (1 = per inch)
    // and two densities.
    jpeg[13] = 1;
    jpeg[14] = jpeg[16] = (byte) (dpi >> 8);
    jpeg[15] = jpeg[17] = (byte) dpi;
    return jpeg;
  }

  synchronized void reset() {
    List<EsclJob> running = new ArrayList<>(jobs);
    running.forEach(job -> end(job, EsclJob.State.ABORTED));
    jobs.clear();
  }
}
