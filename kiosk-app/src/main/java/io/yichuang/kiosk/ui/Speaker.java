package io.yichuang.kiosk.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether and how loud the terminal speaks, and what it says of a page. */
final class Speaker {
  private static final int USUAL = 3;
  private static final int LOUDEST = 4;

  /** Words between what is read; {@code voice.word.…}. */
  private static final List<String> WORDS =
      List.of(
          "key",
          "chosen",
          "disabled",
          "nothing",
          "private",
          "empty",
          "typed",
          "signature",
          "first",
          "last");

  private final KioskFrame frame;
  private final VoiceLine line = new VoiceLine();
  private boolean on;
  private int level = USUAL;

  Speaker(KioskFrame frame) {
    this.frame = frame;
    line.level(level);
    line.on("speech", this::beginSpeech);
    line.on("repeat", this::page);
    line.on("back", this::back);
    line.on("help", () -> frame.pressed(SillKey.HELP));
  }

  VoiceLine line() {
    return line;
  }

  boolean on() {
    return on;
  }

  /** 读给我听: the first touch reads the page; the next ones open the sheet of the voice. */
  void pressed() {
    if (on) {
      frame.open(() -> VoiceSheet.of(frame, this));
      return;
    }
    on = true;
    page();
  }

  /** The page anew, from its title. */
  void page() {
    if (on) {
      List<String> said = new ArrayList<>();
      if (frame.looks().contains(Look.REHEARSAL)) {
        said.add(frame.getTranslation("ui.rehearsal"));
      }
      frame.screen().ifPresent(screen -> said.addAll(screen.spoken()));
      line.page(said);
    }
  }

  /** A sheet rose over the page. */
  void sheet(String title) {
    if (on) {
      line.page(List.of(title));
    }
  }

  void louder() {
    level(Math.min(LOUDEST, level + 1));
  }

  void quieter() {
    level(Math.max(0, level - 1));
  }

  void hush() {
    line.hush();
  }

  /** With or without a voice: something is urgent. */
  void chime() {
    line.chime();
  }

  /** Somebody who plugs a headset in wants to hear; nothing personal is said without one. */
  void headset(boolean plugged) {
    line.headset(plugged);
    if (plugged && !on) {
      beginSpeech();
    }
  }

  private void level(int newLevel) {
    level = newLevel;
    line.level(level);
    line.say(List.of(frame.getTranslation("voice.level")));
  }

  /** No voice any more, and no speech mode. */
  void off() {
    on = false;
    level = USUAL;
    line.level(level);
    line.hush();
    frame.look(Look.SPEECH, false);
    frame.look(Look.CURTAIN, false);
  }

  private void beginSpeech() {
    on = true;
    frame.look(Look.SPEECH, true);
    List<String> said = new ArrayList<>(List.of(frame.getTranslation("voice.welcome")));
    frame.screen().ifPresent(screen -> said.addAll(screen.spoken()));
    line.page(said);
  }

  private void back() {
    if (!frame.back()) {
      line.say(List.of(frame.getTranslation("voice.no-back")));
    }
  }

  void language(String lang) {
    Map<String, String> words = new LinkedHashMap<>();
    WORDS.forEach(word -> words.put(word, frame.getTranslation("voice.word." + word)));
    line.language(lang, words);
    page();
  }
}
