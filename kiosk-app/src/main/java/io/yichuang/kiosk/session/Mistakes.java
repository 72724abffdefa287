package io.yichuang.kiosk.session;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * A mistake of ours in the page's thread ends the turn in plain words. The framework's own handler
 * would log its message, which may be personal, and leave the page as it stands.
 */
@Component
class Mistakes implements VaadinServiceInitListener {
  private final OnePage onePage;

  Mistakes(OnePage onePage) {
    this.onePage = onePage;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(session ->
            session.getSession().setErrorHandler(error -> onePage.mistake(error.getThrowable())));
  }
}
