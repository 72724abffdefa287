package io.yichuang.kiosk;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The terminal. */
@SpringBootApplication
@Push
public class KioskApplication implements AppShellConfigurator {
  public static void main(String[] args) {
    SpringApplication.run(KioskApplication.class, args);
  }
}
