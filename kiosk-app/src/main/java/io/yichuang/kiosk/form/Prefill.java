package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.platform.PlatformException;
import io.yichuang.kiosk.platform.SharedData;
import io.yichuang.kiosk.platform.Subject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Answers that nobody has to type: from the card and from the records of other departments. Blocks.
 */
@Service
public class Prefill {
  private static final Logger log = LoggerFactory.getLogger(Prefill.class);

  private final Platform platform;

  Prefill(Platform platform) {
    this.platform = platform;
  }

  /**
   * What is known already.
   *
   * @return answers by question, not yet seen by the citizen; a record that cannot be had leaves
   *     its questions open
   */
  public Map<String, Answer> answers(ServiceItem item, Citizen citizen) {
    var answers = new LinkedHashMap<String, Answer>();
    var records = new HashMap<AnswerSource, Optional<SharedData>>();
    for (Question question : item.questions()) {
      var prefill = question.prefill();
      if (prefill == null) {
        continue;
      }
      AnswerSource source = prefill.source();
      // Who came by a code brought the registered number along; for the others it is asked.
      boolean phone = source.equals(AnswerSource.PHONE) && citizen.phone().isBlank();
      if (source.shared() || phone) {
        records
            .computeIfAbsent(source, wanted -> record(wanted, item, citizen))
            .ifPresent(record -> {
              String value = record.fields().getOrDefault(prefill.field(), "");
              if (!value.isBlank()) {
                answers.put(question.id(), new Answer(value, source, record.fetchedAt(), false));
              }
            });
      } else {
        String value = own(source, prefill.field(), citizen);
        if (!value.isBlank()) {
          answers.put(question.id(), new Answer(value, source, null, false));
        }
      }
    }
    return answers;
  }

  private static String own(AnswerSource source, String field, Citizen citizen) {
    if (source.equals(AnswerSource.PHONE)) {
      return citizen.phone();
    }
    return switch (field) {
      case "name" -> citizen.name();
      case "idNumber" -> citizen.idNumber();
      case "address" -> citizen.address();
      case "birth" -> citizen.birth().toString();
      default -> "";
    };
  }

  private Optional<SharedData> record(AnswerSource source, ServiceItem item, Citizen citizen) {
    try {
      return Optional.of(
          platform.sharedData(
              source.name(),
              new Subject(citizen.idNumber(), citizen.name()),
              item.code(),
              Platform.Purpose.PREFILL));
    } catch (PlatformException e) {
      log.info("no prefill from {}: {} {}", source.name(), e.kind(), e.code());
      return Optional.empty();
    }
  }
}
