package io.yichuang.kiosk.devices;

import io.yichuang.device.PortraitDecoder;
import io.yichuang.device.portrait.NativePortraitDecoder;
import io.yichuang.device.portrait.PortraitLibrary;
import io.yichuang.kiosk.KioskProperties;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vendor's library for the portraits of cards, in a process of its own; most have none. */
@Configuration(proxyBeanMethods = false)
class PortraitConfiguration {
  @Bean
  PortraitDecoder portraitDecoder(KioskProperties properties) {
    Path library = properties.portraitLibrary();
    return library == null
        ? PortraitDecoder.none()
        : new NativePortraitDecoder(
            PortraitLibrary.usual(library.toString()), NativePortraitDecoder.USUAL_LIMIT);
  }
}
