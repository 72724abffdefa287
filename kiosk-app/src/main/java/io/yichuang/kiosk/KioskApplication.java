package io.yichuang.kiosk;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The terminal. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
@Push
public class KioskApplication implements AppShellConfigurator {
  public static void main(String[] args) {
    SpringApplication.run(KioskApplication.class, args);
  }
}
