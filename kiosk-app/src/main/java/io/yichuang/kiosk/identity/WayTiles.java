package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.ui.Chip;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Tile;
import java.util.function.UnaryOperator;

/** The ways to prove who one is, as tiles of equal size. */
record WayTiles(UnaryOperator<String> words) {
  /** Lit from the first second: the reader waits already, a touch only tells where to lay it. */
  Tile card(Runnable press) {
    return tile("way-card", Icon.ID, "identity.card", "identity.card.note", press)
        .chosen(true)
        .corner(Chip.of(Chip.Kind.SOLID, words.apply("identity.card.lit")));
  }

  /**
   * By a message.
   *
   * @param key of its words: the first way, or the second after a card
   */
  Tile message(String key, Runnable press) {
    return tile("way-sms", Icon.DEVICE_MOBILE_MESSAGE, key, key + ".note", press);
  }

  /** By a person, where the network is down and no message can be sent. */
  Tile window(Runnable press) {
    return tile("way-window", Icon.HEADSET, "identity.window", "identity.window.note", press);
  }

  /**
   * By the face.
   *
   * @param moves whether one may be asked to turn or blink
   */
  Tile face(boolean moves, Runnable press) {
    String note = moves ? "identity.face.note.asked" : "identity.face.note";
    return tile("way-face", Icon.FACE_ID, "identity.face", note, press)
        .corner(Chip.of(Chip.Kind.PLAIN, words.apply("identity.face.consent")));
  }

  private Tile tile(String id, Icon icon, String title, String note, Runnable press) {
    return new Tile(id, icon, words.apply(title), words.apply(note), press).tall();
  }
}
