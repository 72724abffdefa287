package io.yichuang.kiosk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The terminal. The style sheets' order matters: the house's tokens override Aura's. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
@Push
@Viewport("width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://kiosk/ui/fonts.css")
@StyleSheet("context://kiosk/ui/tokens.css")
@StyleSheet("context://kiosk/ui/frame.css")
@StyleSheet("context://kiosk/ui/parts.css")
@StyleSheet("context://kiosk/ui/home.css")
@StyleSheet("context://kiosk/ui/looks.css")
@StyleSheet("context://kiosk/ui/sample.css")
public class KioskApplication implements AppShellConfigurator {
  public static void main(String[] args) {
    application().run(args);
  }

  /** The application as it is started everywhere, in tests too. */
  static SpringApplication application() {
    var application = new SpringApplication(KioskApplication.class);
    application.addInitializers(new DataFolder());
    return application;
  }
}
