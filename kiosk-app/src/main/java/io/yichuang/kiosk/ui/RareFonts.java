package io.yichuang.kiosk.ui;

import io.yichuang.kiosk.KioskProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the page the paper's own font, and the machine's font of rare characters, for what the
 * screen's slices lack (half of the characters of names): a browser fetches them when such a
 * character comes up, and only then.
 */
@Component
final class RareFonts implements WebMvcConfigurer {
  private final Path rare;

  RareFonts(KioskProperties properties) {
    rare = properties.rareFont();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    var fonts = registry.addResourceHandler("/kiosk/ui/rare/*.ttf");
    fonts.addResourceLocations("classpath:/fonts/ttf/NotoSansSC/");
    Path folder = rare.toAbsolutePath().getParent();
    if (folder != null && Files.isReadable(rare)) {
      fonts.addResourceLocations(folder.toUri().toString());
    }
  }
}
