package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pad under its heading, beside which stands the key to sign anew. */
public final class SignatureField extends Div {
  /**
   * What stands on it.
   *
   * @param heading above the pad
   * @param hint the note in the pad's corner
   * @param label name for screen readers
   * @param again on the key that clears it
   */
  public record Words(String heading, String hint, String label, String again) {}

  /**
   * A field, empty or with what was written before.
   *
   * @param changed called at the end of each stroke, and with null when it was cleared
   */
  public SignatureField(
      Words words, @Nullable Signature before, Consumer<@Nullable Signature> changed) {
    var pad = new SignaturePad(words.hint(), words.label(), before, changed);
    var again =
        new ActionButton(new Action("sign-again", words.again(), pad::clear).with(Icon.REFRESH))
            .small();
    addClassName("yc-signature-field");
    add(Parts.div("yc-signature-head", Parts.head(words.heading()), again), pad);
  }
}
