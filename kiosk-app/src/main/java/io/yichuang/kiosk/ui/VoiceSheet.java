package io.yichuang.kiosk.ui;

/** Once more, louder, quieter, the screen dark, no voice. */
final class VoiceSheet {
  private VoiceSheet() {}

  static Overlay of(KioskFrame frame, Speaker speaker) {
    boolean dark = frame.looks().contains(Look.CURTAIN);
    var again =
        new Action(
                "say-again",
                frame.getTranslation("ui.voice.again"),
                () -> {
                  frame.closeOverlay();
                  speaker.page();
                })
            .with(Icon.REFRESH);
    var louder =
        new Action("louder", frame.getTranslation("ui.voice.louder"), speaker::louder)
            .with(Icon.PLUS);
    var quieter =
        new Action("quieter", frame.getTranslation("ui.voice.quieter"), speaker::quieter)
            .with(Icon.MINUS);
    var curtain =
        new Action(
                "curtain",
                frame.getTranslation(dark ? "ui.voice.light" : "ui.voice.dark"),
                () -> {
                  frame.closeOverlay();
                  frame.look(Look.CURTAIN, !dark);
                  speaker.page();
                })
            .with(Icon.EYE);
    var hush =
        new Action(
                "hush",
                frame.getTranslation("ui.voice.off"),
                () -> {
                  frame.closeOverlay();
                  speaker.off();
                })
            .with(Icon.X);
    return new Overlay(
            "voice",
            frame.getTranslation("ui.voice.title"),
            Parts.div(
                "yc-voice-keys",
                new ActionButton(again),
                new ActionButton(curtain),
                new ActionButton(louder),
                new ActionButton(quieter)))
        .keys(
            hush, new Action("close", frame.getTranslation("ui.view.close"), frame::closeOverlay));
  }
}
