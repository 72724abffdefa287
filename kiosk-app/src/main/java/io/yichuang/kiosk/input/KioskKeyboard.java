package io.yichuang.kiosk.input;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keyboard of the house: types into the field in focus. One for each page that needs one; runs
 * in the UI's thread. It keeps nothing of what was typed.
 */
@Tag("kiosk-keyboard")
@JsModule("context://kiosk/input/keyboard.js")
@StyleSheet("context://kiosk/input/keyboard.css")
@org.springframework.stereotype.Component
@Scope("prototype")
public final class KioskKeyboard extends Component implements LocaleChangeObserver {
  /** By paging one comes to every character of a sound: rare ones stand in people's names. */
  private static final int MOST_CANDIDATES = 200;

  /** Beyond these it is quicker to write again. */
  private static final int MOST_WRITTEN = 60;

  private static final Logger LOG = LoggerFactory.getLogger(KioskKeyboard.class);
  private static final String PREFIX = "input.";
  private static final List<String> WORDS =
      List.of(
          "key.language",
          "key.signs",
          "key.letters",
          "key.permit",
          "key.id",
          "key.space",
          "key.shift",
          "key.backspace",
          "key.more",
          "key.fewer",
          "key.before",
          "key.next",
          "key.hand",
          "key.pinyin",
          "key.rewrite",
          "key.rare",
          "rare.how",
          "key.region",
          "hand.here",
          "tag.place",
          "tag.road");

  /** More text than this is no character's strokes: 64 strokes of a thousand points. */
  private static final int MOST_TEXT = 1 << 20;

  private final PinyinEngine engine;
  private final ObjectProvider<HandwritingEngine> handwriting;
  private final ObjectProvider<RareCharacters> rare;
  private final Regions regions;
  private KeyboardLayout layout = KeyboardLayout.TEXT;

  /**
   * A keyboard for text.
   *
   * @param engine answers pinyin
   * @param handwriting answers strokes; read when the first are written
   * @param rare answers what a character is made of; read when first asked
   * @param regions to choose from
   */
  public KioskKeyboard(
      PinyinEngine engine,
      ObjectProvider<HandwritingEngine> handwriting,
      ObjectProvider<RareCharacters> rare,
      Regions regions) {
    this.engine = engine;
    this.handwriting = handwriting;
    this.rare = rare;
    this.regions = regions;
    setLayout(KeyboardLayout.TEXT);
  }

  /** Which keys stand there; pinyin not yet turned into words is dropped. */
  public void setLayout(KeyboardLayout layout) {
    this.layout = layout;
    getElement().setAttribute("layout", layout.name());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    words();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    words();
  }

  private void words() {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    WORDS.forEach(word -> words.put(word, getTranslation(PREFIX + word)));
    getElement().setPropertyJson("texts", words);
  }

  /**
   * Answers the browser; any page can call it with anything, so the engine cuts what is too long.
   */
  @ClientCallable
  private ObjectNode candidates(String keys, String before) {
    return answer(engine, keys, before, layout == KeyboardLayout.NAME);
  }

  /** As {@link #candidates}, for strokes; what are none are answered with nothing. */
  @ClientCallable
  private ObjectNode written(String strokes) {
    return answer(handwriting.getObject(), strokes);
  }

  /** As {@link #candidates}, for what a character is made of. */
  @ClientCallable
  private ObjectNode rare(String keys) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("spelled", keys.substring(0, Math.min(keys.length(), PinyinEngine.MOST_KEYS)));
    var list = answer.putArray("candidates");
    for (String character : rare.getObject().candidates(keys, MOST_WRITTEN)) {
      list.addObject().put("text", character).put("consumed", keys.length()).put("kind", "WORD");
    }
    return answer;
  }

  /**
   * What lies in a region: names to put into the field. At the top the way to this terminal's
   * county comes first, as one name.
   */
  @ClientCallable
  private ObjectNode regions(String code) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("candidates");
    List<Regions.Region> near = regions.wayHere();
    if (code.isEmpty() && !near.isEmpty()) {
      String whole = String.join("", near.stream().map(Regions.Region::name).toList());
      list.addObject().put("text", whole).put("code", near.getLast().code()).put("kind", "PLACE");
    }
    for (Regions.Region region : regions.in(code)) {
      list.addObject()
          .put("text", region.name())
          .put("code", region.more() ? region.code() : "")
          .put("kind", "WORD");
    }
    return answer;
  }

  /** What keyboard.js wants to know of strokes. */
  static ObjectNode answer(HandwritingEngine engine, String strokes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("candidates");
    try {
      if (strokes.length() <= MOST_TEXT) {
        List<double[]> given = HandwritingEngine.strokes(JsonMapper.shared().readTree(strokes));
        for (String character : engine.candidates(given, MOST_WRITTEN)) {
          list.addObject().put("text", character).put("consumed", 0).put("kind", "WORD");
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.debug("what came from the sheet is no strokes", e);
    }
    return answer;
  }

  /** What keyboard.js wants to know. */
  static ObjectNode answer(PinyinEngine engine, String keys, String before, boolean name) {
    PinyinEngine.Reading reading =
        engine.read(keys, Expected.behind(before, name), MOST_CANDIDATES);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("spelled", reading.spelled());
    var list = answer.putArray("candidates");
    for (Candidate candidate : reading.candidates()) {
      list.addObject()
          .put("text", candidate.text())
          .put("consumed", candidate.consumed())
          .put("kind", candidate.kind().name());
    }
    return answer;
  }
}
