package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says the date, not the number of days. */
final class Dates {
  private Dates() {}

  /**
   * When a next step is, in words; without a case the platform has not said yet, and neither do we.
   */
  static String when(
      ServiceItem.Next step, Optional<CaseFile> made, Texts texts, Locale language, Clock clock) {
    return switch (step.when()) {
      case TODAY -> texts.getTranslation("submission.today", language);
      case ACCEPTED_BY -> by(made.map(CaseFile::acceptBy).orElse(null), texts, language, clock);
      case FINISHED_BY -> by(made.map(CaseFile::promisedBy).orElse(null), texts, language, clock);
      case AFTER -> texts.getTranslation("submission.after", language);
    };
  }

  private static String by(@Nullable LocalDate date, Texts texts, Locale language, Clock clock) {
    if (date == null) {
      return texts.getTranslation("submission.soon", language);
    }
    return date.getYear() == LocalDate.now(clock).getYear()
        ? texts.getTranslation(
            "submission.by", language, date.getMonthValue(), date.getDayOfMonth())
        : texts.getTranslation(
            "submission.by-year",
            language,
            Integer.toString(date.getYear()),
            date.getMonthValue(),
            date.getDayOfMonth());
  }
}
