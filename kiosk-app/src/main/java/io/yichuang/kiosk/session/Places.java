package io.yichuang.kiosk.session;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.ui.Place;
import io.yichuang.kiosk.ui.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Where this terminal stands and who helps there, from configuration. */
@Component
public class Places {
  private final KioskProperties properties;
  private final Texts texts;

  Places(KioskProperties properties, Texts texts) {
    this.properties = properties;
    this.texts = texts;
  }

  public Place place(Locale language) {
    var terminal = properties.terminal();
    var help = properties.help();
    String duty = help.staffed() ? "session.help.staffed" : "session.help.by-phone";
    return new Place(
        terminal.place(), terminal.spot(), help.phone(), texts.getTranslation(duty, language));
  }
}
