package io.yichuang.kiosk.input;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.springframework.context.annotation.Scope;

/** The keyboard. */
@Tag("kiosk-keyboard")
@JsModule("context://kiosk/input/keyboard.js")
@org.springframework.stereotype.Component
@Scope("prototype")
public class KioskKeyboard extends Component {
  public void setLayout(KeyboardLayout layout) {
    getElement().setAttribute("layout", layout.name());
  }
}
