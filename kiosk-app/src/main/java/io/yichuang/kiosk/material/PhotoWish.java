package io.yichuang.kiosk.material;

import io.yichuang.vision.face.PhotoDoubt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an office asks of a photo, in the order in which it is shown beside it. */
enum PhotoWish {
  SIZE(
      PhotoDoubt.NO_FACE,
      PhotoDoubt.SEVERAL_FACES,
      PhotoDoubt.TOO_FAR,
      PhotoDoubt.MORE_ROOM,
      PhotoDoubt.HEAD_SIZE),
  LOOK(PhotoDoubt.MASK, PhotoDoubt.LOOK_HERE, PhotoDoubt.EYES_CLOSED),
  SHARP(PhotoDoubt.TOO_DARK, PhotoDoubt.BLURRED),
  LIGHT(PhotoDoubt.UNEVEN_LIGHT),
  GROUND(PhotoDoubt.SHADOW, PhotoDoubt.BACKGROUND);

  /** The first of them is told first: what comes after it may mend itself. */
  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that cannot be changed
  private final List<PhotoDoubt> doubts;

  PhotoWish(PhotoDoubt... doubts) {
    this.doubts = List.of(doubts);
  }

  /** What is wrong with it, the first to mend; empty when nothing is. */
  Optional<PhotoDoubt> first(Set<PhotoDoubt> seen) {
    return doubts.stream().filter(seen::contains).findFirst();
  }

  /** The wishes that a photo does not meet. */
  static List<PhotoWish> open(Set<PhotoDoubt> seen) {
    return Arrays.stream(values()).filter(wish -> wish.first(seen).isPresent()).toList();
  }

  /** The one thing that is told a person before the camera; empty when all is well. */
  static Optional<PhotoDoubt> told(Set<PhotoDoubt> seen) {
    return Arrays.stream(values()).flatMap(wish -> wish.first(seen).stream()).findFirst();
  }

  /** Key of its words. */
  String words() {
    return "material.photo.wish." + key(this);
  }

  /** Key of the words that tell what to change. */
  static String hint(PhotoDoubt doubt) {
    return "material.photo.hint." + key(doubt);
  }

  private static String key(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
