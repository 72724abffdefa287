package io.yichuang.kiosk;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the real time comes in. */
@Configuration(proxyBeanMethods = false)
class Clocks {
  @Bean
  Clock clock(KioskProperties properties) {
    return Clock.system(properties.terminal().zone());
  }
}
