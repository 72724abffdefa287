package io.yichuang.kiosk.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Signature;
import io.yichuang.kiosk.ui.SignatureField;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signed with a finger; or, by who cannot see where to write, with a key that says so. The second
 * goes along as a consent of its own, and the office decides whether it is enough.
 */
final class Signing {
  /** {@code consents[].kind} of who signed without writing. */
  static final String BY_KEY = "signed-by-key";

  /** A name has some strokes; a dot is no signature. */
  private static final int FEWEST_POINTS = 10;

  private final SignatureJson json;
  private @Nullable Signature written;
  private boolean byKey;

  Signing(SignatureJson json) {
    this.json = json;
  }

  /**
   * The field, and where somebody goes by ear the key.
   *
   * @param words by key, in the language of the page
   * @param speech whether the page is read aloud
   * @param changed called when somebody has signed, or taken it back
   */
  Component field(UnaryOperator<String> words, boolean speech, Runnable changed) {
    if (byKey) {
      return new Hint(Light.GREEN, words.apply("submission.sign.by-key.done"), null);
    }
    var field =
        new SignatureField(
            new SignatureField.Words(
                words.apply("submission.sign"),
                words.apply("submission.sign.hint"),
                words.apply("submission.sign"),
                words.apply("submission.sign.again")),
            written,
            now -> {
              written = now;
              changed.run();
            });
    if (!speech) {
      return field;
    }
    var key =
        new Action(
                "sign-by-key",
                words.apply("submission.sign.by-key"),
                () -> {
                  byKey = true;
                  changed.run();
                })
            .with(Icon.SIGNATURE)
            .binds();
    return new Div(new ActionButton(key), field);
  }

  boolean byKey() {
    return byKey;
  }

  /** The strokes as a file; empty while nobody has signed. */
  Optional<String> signed() {
    if (byKey) {
      return Optional.of(SignatureJson.NONE);
    }
    return Optional.ofNullable(written)
        .filter(
            one -> one.strokes().stream().mapToInt(stroke -> stroke.size()).sum() >= FEWEST_POINTS)
        .map(json::of);
  }
}
