package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who gave an answer. It goes to the platform with it.
 *
 * @param name {@code typed}, {@code card}, {@code phone}, or a dataset of the platform: which there
 *     are is the catalogue's affair
 */
public record AnswerSource(@JsonValue String name) {
  public static final AnswerSource TYPED = new AnswerSource("typed");
  public static final AnswerSource CARD = new AnswerSource("card");

  /** The phone number that is registered for the person. */
  public static final AnswerSource PHONE = new AnswerSource("phone");

  @JsonCreator
  public AnswerSource {
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("a source is a short name such as card, not " + name);
    }
  }

  /** True when the answer comes from a record of another department. */
  public boolean shared() {
    return !equals(TYPED) && !equals(CARD) && !equals(PHONE);
  }
}
