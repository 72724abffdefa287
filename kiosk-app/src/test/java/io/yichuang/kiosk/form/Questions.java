package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small invented questions: only what a check or a page looks at. */
final class Questions {
  private static final LocalText WORDS = new LocalText("字", "words");
  private static final LocalText UNIT = new LocalText("元", "yuan");

  private Questions() {}

  static Question of(Question.Type type) {
    return question(type, true, null, null, null);
  }

  static Question optional(Question.Type type) {
    return question(type, false, null, null, null);
  }

  /** Bounds count characters for texts, and are values for numbers and money. */
  static Question between(Question.Type type, int least, int most) {
    return question(type, true, least, most, null);
  }

  static Question notBefore(String bound) {
    return question(Question.Type.DATE, true, null, null, bound);
  }

  private static Question question(
      Question.Type type,
      boolean required,
      @Nullable Integer least,
      @Nullable Integer most,
      @Nullable String notBefore) {
    boolean text = type == Question.Type.TEXT;
    return new Question(
        "q",
        type,
        WORDS,
        WORDS,
        null,
        null,
        type == Question.Type.MONEY ? UNIT : null,
        required,
        text ? least : null,
        text ? most : null,
        text ? null : least,
        text ? null : most,
        notBefore,
        List.of(
            new Question.Option("rent", new LocalText("租赁", "Rent"), null),
            new Question.Option("own", new LocalText("自有", "Own"), null)),
        null,
        null,
        null);
  }
}
