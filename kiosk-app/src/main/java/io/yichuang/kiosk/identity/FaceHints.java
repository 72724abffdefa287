package io.yichuang.kiosk.identity;

import io.yichuang.vision.face.Challenge;
import io.yichuang.vision.face.FaceHint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the line above the live picture says what is seen, or what the person is to do. */
final class FaceHints {
  private FaceHints() {}

  /** Key of the words. Who turns the head, as asked, is not told to look here. */
  static String words(FaceHint hint, @Nullable Challenge asked) {
    return asked == null || hint == FaceHint.NO_FACE || hint == FaceHint.SEVERAL_FACES
        ? "identity.face.hint." + key(hint)
        : "identity.face.asked." + key(asked);
  }

  private static String key(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
