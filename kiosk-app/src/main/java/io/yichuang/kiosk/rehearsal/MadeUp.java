package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Visit;
import io.yichuang.kiosk.ui.KioskFrame;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.time.LocalDate;

/** The card of somebody who does not exist, and what the offices would know of that person. */
final class MadeUp {
  private final Texts texts;
  private final Clock clock;

  MadeUp(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** The made-up citizen is sure, by that means. */
  void recognised(Visit visit, Visit.Means by) {
    visit.recognise(citizen(), by, clock.instant());
  }

  /** Its check digit is wrong (GB 11643): nobody can bear this number. */
  static final String NUMBER = "500119199001010000";

  /** What the message on the page says. */
  static final String CODE = "135790";

  private static final String PHONE = "13800000000";
  private static final LocalDate BIRTH = LocalDate.of(1990, 1, 1);
  private static final String WOMAN = "2";

  Citizen citizen() {
    return new Citizen(
        of("rehearsal.person.name"), NUMBER, of("rehearsal.person.address"), BIRTH, WOMAN, PHONE);
  }

  /** The person's name and address stand on a card, which has one language. */
  private String of(String key) {
    return texts.getTranslation(key, KioskFrame.CHINESE);
  }

  /**
   * Fills in what would come by itself: from the card, and from offices, whose words are examples.
   */
  void fill(Visit visit) {
    ServiceItem item = visit.item().orElseThrow();
    for (Question question : item.questions()) {
      String value = value(question);
      var prefill = question.prefill();
      if (prefill != null && !value.isBlank()) {
        visit.answer(question.id(), new Answer(value, prefill.source(), null, false));
      }
    }
    for (MaterialRule rule : item.materials()) {
      switch (rule.means()) {
        case CARD -> visit.collect(rule.id(), new Collected.FromCard(clock.instant()));
        case SHARED ->
            visit.collect(rule.id(), new Collected.FromData("rehearsal", clock.instant()));
        case LATER -> visit.collect(rule.id(), new Collected.Later());
        case SCAN, PHOTO, PROMISE -> {
          // These are practised.
        }
      }
    }
  }

  private String value(Question question) {
    var prefill = question.prefill();
    if (prefill == null) {
      return "";
    }
    Citizen citizen = citizen();
    return switch (prefill.field()) {
      case "name" -> citizen.name();
      case "idNumber" -> citizen.idNumber();
      case "address" -> citizen.address();
      case "birth" -> citizen.birth().toString();
      default -> prefill.source().equals(AnswerSource.PHONE) ? citizen.phone() : "";
    };
  }
}
