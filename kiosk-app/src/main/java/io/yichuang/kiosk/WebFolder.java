package io.yichuang.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives Tomcat its folders under the data folder; its own would lie in the temporary folder, where
 * a killed process leaves them.
 */
@Component
class WebFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Path folder;

  WebFolder(KioskProperties properties) throws IOException {
    folder = properties.data().resolve("tomcat").toAbsolutePath();
    Files.createDirectories(folder.resolve("root"));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setBaseDirectory(folder.toFile());
    factory.setDocumentRoot(folder.resolve("root").toFile());
  }
}
