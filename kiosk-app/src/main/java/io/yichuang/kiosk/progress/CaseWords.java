package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Texts;
import io.yichuang.kiosk.ui.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** How a case is told to its citizen: its light, and the words beside it. */
final class CaseWords {
  private final Texts texts;
  private final Locale language;
  private final Clock clock;

  /** In that language; the clock tells today, in the terminal's zone. */
  CaseWords(Texts texts, Locale language, Clock clock) {
    this.texts = texts;
    this.language = language;
    this.clock = clock;
  }

  static boolean ended(CaseFile one) {
    return one.state() == CaseFile.State.FINISHED || one.state() == CaseFile.State.REJECTED;
  }

  static Light light(CaseFile one) {
    if (one.state() == CaseFile.State.REJECTED) {
      return Light.YELLOW; // red is an office's that is late
    }
    if (one.state() == CaseFile.State.CORRECTION) {
      return Light.YELLOW; // the citizen's own turn
    }
    return switch (one.light()) {
      case GREEN, NONE -> Light.GREEN;
      case YELLOW -> Light.YELLOW;
      case RED -> Light.RED;
    };
  }

  String state(CaseFile one) {
    return words("state." + one.state().name().toLowerCase(Locale.ROOT));
  }

  String lightWords(CaseFile one) {
    Integer left = one.daysLeft();
    return switch (one.light()) {
      case GREEN -> words("green");
      case YELLOW -> words("yellow");
      case RED ->
          unheard(one) ? words("red.unheard") : words("red", left == null ? 1 : Math.max(1, -left));
      case NONE -> state(one);
    };
  }

  String lightNote(CaseFile one) {
    LocalDate promised = one.promisedBy();
    if (ended(one)) {
      var finished = one.finishedAt();
      return finished == null
          ? ""
          : words(
              one.state() == CaseFile.State.REJECTED ? "rejected-on" : "finished-on",
              day(finished.atZone(clock.getZone()).toLocalDate()));
    }
    if (promised == null) {
      return one.reason() == null ? words("no-date") : one.reason().in(language);
    }
    Integer left = one.daysLeft();
    return switch (one.light()) {
      case RED ->
          unheard(one) && one.acceptBy() != null
              ? words("was-answer", day(one.acceptBy()))
              : words("was-due", day(promised));
      case YELLOW -> words("days-left", left == null ? 0 : left);
      case GREEN, NONE ->
          left == null ? words("due", day(promised)) : words("due-left", day(promised), left);
    };
  }

  /** The office has not said in time whether it takes the case; its promise still runs. */
  static boolean unheard(CaseFile one) {
    Integer left = one.daysLeft();
    return left != null && left >= 0;
  }

  String day(LocalDate date) {
    return words("day", date.getMonthValue(), date.getDayOfMonth());
  }

  Timeline.Point point(CaseFile.Point point) {
    var when =
        switch (point.state()) {
          case DONE -> Timeline.When.DONE;
          case NOW -> Timeline.When.NOW;
          case LATER -> Timeline.When.LATER;
        };
    String date = "";
    if (point.at() != null) {
      LocalDate at = point.at().atZone(clock.getZone()).toLocalDate();
      date = at.equals(LocalDate.now(clock)) ? words("today") : day(at);
    } else if (point.by() != null) {
      date = words("by", day(point.by()));
    } else if (when == Timeline.When.NOW) {
      date = words("today");
    } else {
      date = words("after");
    }
    var note = point.note() == null ? point.who() : point.note();
    return new Timeline.Point(
        when, date, point.what().in(language), note == null ? null : note.in(language));
  }

  private String words(String key, Object... values) {
    return texts.getTranslation("progress." + key, language, values);
  }
}
