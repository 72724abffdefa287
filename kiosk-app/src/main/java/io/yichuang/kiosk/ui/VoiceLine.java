package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The voice in the page: it plays recordings, shows each text as a caption, and in speech mode lets
 * a person go through the page by six keys that can be felt. What is said stays in the page; only
 * the keys that mean something to the server come here.
 */
@Tag("yc-voice")
@JsModule("context://kiosk/voice/voice.js")
final class VoiceLine extends Component {
  /** A page begins with these texts, one after the other. */
  void page(List<String> texts) {
    call("page", texts);
  }

  /** Says something in between. */
  void say(List<String> texts) {
    call("say", texts);
  }

  void hush() {
    getElement().callJsFunction("hush");
  }

  private void call(String function, List<String> texts) {
    getElement().executeJs("this[$0]?.($1.split('\\n'))", function, String.join("\n", texts));
  }

  /** Language of the recordings, {@code zh} or {@code en}, and the words between what is read. */
  void language(String lang, Map<String, String> words) {
    getElement().setAttribute("lang", lang);
    getElement().setAttribute("words", JsonMapper.shared().writeValueAsString(words));
  }

  /** From 0, hardly heard, to 4; 6 dB from one to the next. */
  void level(int level) {
    getElement().setAttribute("level", Integer.toString(level));
  }

  /**
   * The first of the six keys was pressed ({@code speech}); say the page once more ({@code
   * repeat}); one page back ({@code back}); help.
   */
  void on(String event, Runnable listener) {
    getElement().addEventListener("yc-" + event, _ -> listener.run());
  }
}
