package io.yichuang.kiosk.live;

import io.yichuang.device.FrameSource;
import io.yichuang.kiosk.session.TurnEnded;
import io.yichuang.kiosk.session.Turns;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives pictures to the page under addresses that work once, for the turn that asked, and are never
 * stored: camera streams as MJPEG, pages as JPEG. At the end of a turn every address dies and every
 * stream ends.
 */
@Component
public class LivePictures {
  private static final String PATH = "/live/";
  private static final String BOUNDARY = "yichuang-frame";

  /** Fast enough to lay a sheet by; slow enough for one core. */
  private static final int FRAMES_PER_SECOND = 12;

  /** How soon a stream without frames notices that its turn has ended. */
  private static final int POLL_SECONDS = 1;

  /**
   * Bytes after a picture, which browsers pass over: else its end would stay in the web server's
   * buffers, which are used again, until the next answer. They have 8 kB each.
   */
  static final int RINSE = 3 * 8192;

  private sealed interface Source {
    long epoch();

    record Stream(long epoch, FrameSource camera) implements Source {}

    record Still(long epoch, byte[] jpeg) implements Source {
      @Override
      public String toString() {
        return "Still";
      }
    }
  }

  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Turns turns;

  LivePictures(Turns turns) {
    this.turns = turns;
  }

  /** The address of a camera's live picture, good for one request of this turn. */
  public String stream(FrameSource camera, long epoch) {
    return register(new Source.Stream(epoch, camera));
  }

  /** The address of one JPEG, good for one request of this turn. */
  public String still(byte[] jpeg, long epoch) {
    return register(new Source.Still(epoch, jpeg));
  }

  private String register(Source source) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    sources.put(token, source);
    return PATH.substring(1) + token;
  }

  @EventListener
  void ended(TurnEnded turn) {
    sources.values().removeIf(source -> source.epoch() <= turn.epoch());
  }

  private void answer(String token, HttpServletResponse response) throws IOException {
    Source source = sources.remove(token);
    if (source == null || !turns.current(source.epoch())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    switch (source) {
      case Source.Still(long epoch, byte[] jpeg) -> {
        response.setContentType("image/jpeg");
        response.setContentLength(jpeg.length + RINSE);
        response.getOutputStream().write(jpeg);
        response.getOutputStream().write(new byte[RINSE]);
      }
      case Source.Stream(long epoch, FrameSource camera) -> stream(epoch, camera, response);
    }
  }

  private void stream(long epoch, FrameSource camera, HttpServletResponse response)
      throws IOException {
    response.setContentType("multipart/x-mixed-replace; boundary=" + BOUNDARY);
    var next = new SynchronousQueue<FrameSource.Frame>();
    OutputStream out = response.getOutputStream();
    try (var _ =
        camera.frames(new FrameSource.FrameSpec(FRAMES_PER_SECOND), frame -> next.offer(frame))) {
      while (turns.current(epoch)) {
        FrameSource.@Nullable Frame frame = next.poll(POLL_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
          continue; // a camera that is away comes back in the same stream
        }
        if (!turns.current(epoch)) {
          return;
        }
        String head =
            "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                .formatted(BOUNDARY, frame.jpeg().length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(frame.jpeg());
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the pictures beside Vaadin's own servlet. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> livePicturesServlet(LivePictures pictures) {
      var servlet =
          new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
              String path = request.getPathInfo();
              pictures.answer(path == null || path.isEmpty() ? "" : path.substring(1), response);
            }
          };
      return new ServletRegistrationBean<>(servlet, PATH + "*");
    }
  }
}
