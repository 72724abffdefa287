package io.yichuang.kiosk.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The HTML page around everything: language, icon, drawings, the script that scales the page and
 * covers it while the server is away, and the security headers. Spring Security's headers do not
 * reach Vaadin's own page, so they are set here.
 */
@Component
final class Shell implements VaadinServiceInitListener {
  /**
   * Vaadin 25.2 does not start without unsafe-inline and unsafe-eval; everything else is closed.
   */
  static final String CSP =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src"
          + " 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors"
          + " 'none'";

  private final Texts texts;
  private final StartHeader header;
  private final boolean gallery;
  private final KioskProperties.Glass glass;
  private final String drawings = read("icons.svg");

  Shell(Texts texts, StartHeader header, KioskProperties properties) {
    this.texts = texts;
    this.header = header;
    this.gallery = properties.gallery();
    this.glass = properties.glass();
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::shape);
    // A citizen must never meet the framework's own red boxes.
    var messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    messages.setInternalErrorNotificationEnabled(false);
    messages.setCookiesDisabledNotificationEnabled(false);
    event.getSource().setSystemMessagesProvider(_ -> messages);
    if (gallery) {
      RouteConfiguration.forApplicationScope().setRoute("gallery", GalleryView.class);
    }
  }

  private void shape(IndexHtmlResponse response) {
    var headers = response.getVaadinResponse();
    headers.setHeader("Content-Security-Policy", CSP);
    headers.setHeader("X-Content-Type-Options", "nosniff");
    headers.setHeader("Referrer-Policy", "no-referrer");
    Document page = response.getDocument();
    page.child(0).attr("lang", "zh-CN");
    // The page is scaled whole and pinching is shut off by the browser's flags; a page that forbids
    // zoom is a barrier where somebody uses another browser.
    page.select("meta[name=viewport]").attr("content", "width=device-width, initial-scale=1");
    page.title(texts.getTranslation("ui.brand", KioskFrame.CHINESE));
    page.head()
        .appendElement("link")
        .attr("rel", "icon")
        .attr("type", "image/svg+xml")
        .attr("href", "kiosk/ui/mark.svg");
    page.head()
        .appendElement("meta")
        .attr("name", "yc-away")
        .attr(
            "content",
            texts.getTranslation("ui.away", KioskFrame.CHINESE)
                + "\n"
                + texts.getTranslation("ui.away", Locale.ENGLISH));
    page.head().appendElement("meta").attr("name", "yc-start").attr("content", header.start());
    page.head()
        .appendElement("meta")
        .attr("name", "yc-glass")
        .attr("content", glass.height() + "," + glass.lowerEdge());
    page.head().appendElement("script").attr("type", "module").attr("src", "kiosk/ui/shell.js");
    page.body().append(drawings);
  }

  private static String read(String name) {
    try {
      return new ClassPathResource(name, Shell.class).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
