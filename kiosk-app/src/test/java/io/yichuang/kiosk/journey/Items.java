package io.yichuang.kiosk.journey;

import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small invented items: only what a journey looks at. */
public final class Items {
  private static final LocalText WORDS = new LocalText("字", "words");

  private Items() {}

  public static ServiceItem item(
      ServiceItem.Kind kind, List<Question> questions, List<MaterialRule> materials) {
    return new ServiceItem(
        "TEST-1",
        kind,
        WORDS,
        WORDS,
        WORDS,
        "house",
        ServiceItem.Assurance.L2,
        ServiceItem.Night.OPEN,
        5,
        new ServiceItem.Fee(0, WORDS),
        new ServiceItem.Limits(null, null),
        List.of(),
        questions,
        materials,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  public static Question question(String id) {
    return question(id, null);
  }

  static Question question(String id, Question.@Nullable Condition when) {
    return question(id, Question.Type.TEXT, null, when);
  }

  /** A day from today on. */
  public static Question day(String id) {
    return question(id, Question.Type.DATE, "today", null);
  }

  private static Question question(
      String id,
      Question.Type type,
      @Nullable String notBefore,
      Question.@Nullable Condition when) {
    return new Question(
        id, type, WORDS, WORDS, null, null, null, true, null, null, null, null, notBefore, null,
        when, null, null);
  }

  public static MaterialRule material(String id, boolean required) {
    return material(id, required, null);
  }

  static MaterialRule material(String id, boolean required, @Nullable Integer minPages) {
    return new MaterialRule(
        id,
        MaterialRule.Means.SCAN,
        WORDS,
        WORDS,
        "page",
        required,
        null,
        null,
        minPages,
        null,
        null,
        null,
        null,
        null);
  }
}
