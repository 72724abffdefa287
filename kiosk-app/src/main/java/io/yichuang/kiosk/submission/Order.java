package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.journey.Journey;
import io.yichuang.kiosk.journey.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a citizen submits, taken from the visit while its lock was held, so that the slow part can
 * run without it.
 *
 * @param pdfs the scanned materials as PDF/A, by material
 */
public record Order(
    ServiceItem item,
    String catalogueVersion,
    Citizen citizen,
    Map<Visit.Means, Instant> means,
    ServiceItem.Assurance level,
    Map<String, Instant> consents,
    Journey journey,
    Map<String, Collected> basket,
    Map<String, byte[]> pdfs,
    String signature,
    String language) {

  /** Takes what is needed out of a visit whose journey is complete but for the submission. */
  public static Order of(Visit visit, Map<String, byte[]> pdfs, String signature, Locale locale) {
    return new Order(
        visit.item().orElseThrow(),
        visit.catalogueVersion().orElseThrow(),
        visit.citizen().orElseThrow(),
        Map.copyOf(visit.means()),
        visit.assurance().orElseThrow(),
        Map.copyOf(visit.consents()),
        visit.journey(),
        Map.copyOf(visit.basket()),
        Map.copyOf(pdfs),
        signature,
        Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh");
  }

  /** The questions that this citizen was asked. */
  List<Question> asked() {
    return item.questions().stream().filter(journey::asked).toList();
  }

  /** The number the citizen gave for this matter goes before the registered one. */
  String phone() {
    return asked().stream()
        .filter(question -> question.type() == Question.Type.PHONE && question.party() == null)
        .flatMap(question -> Optional.ofNullable(journey.answers().get(question.id())).stream())
        .map(Answer::value)
        .findFirst()
        .orElse(citizen.phone());
  }

  @Override
  public String toString() {
    return "Order[" + item.code() + "]";
  }
}
