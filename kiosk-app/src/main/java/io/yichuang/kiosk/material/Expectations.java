package io.yichuang.kiosk.material;

import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Citizen;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.check.Doubt;
import io.yichuang.vision.check.Expectation;
import io.yichuang.vision.check.Line;
import io.yichuang.vision.check.Material;
import io.yichuang.vision.check.Precheck;
import io.yichuang.vision.text.TextLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalogue expects of a material, with the names and numbers of the case. Pure. */
final class Expectations {
  private static final MaterialRule.Expect NOTHING =
      new MaterialRule.Expect(null, null, null, null, null, null);

  private Expectations() {}

  /**
   * What the pages do not say though the case needs it. Where the catalogue expects no words, there
   * still may be too few pages, or one twice.
   */
  static List<Doubt> doubts(
      MaterialRule rule,
      Citizen citizen,
      Map<String, Answer> answers,
      List<Collected.Print> pages,
      LocalDate today) {
    var material =
        new Material(
            pages.stream().flatMap(page -> page.lines().stream()).map(Expectations::line).toList(),
            pages.stream().mapToInt(Collected.Print::seals).sum(),
            pages.size());
    var expect = rule.expect() == null ? NOTHING : rule.expect();
    var doubts =
        new ArrayList<>(Precheck.check(of(rule, expect, citizen, answers), material, today));
    doubts.addAll(
        Precheck.doubled(
            pages.stream()
                .map(page -> page.lines().stream().map(TextLine::text).toList())
                .toList()));
    return List.copyOf(doubts);
  }

  /** Where the catalogue expects no words, nothing is said to fit. */
  static Optional<List<Doubt>> told(MaterialRule rule, List<Doubt> doubts) {
    return rule.expect() == null && doubts.isEmpty() ? Optional.empty() : Optional.of(doubts);
  }

  private static Line line(TextLine read) {
    return new Line(read.text(), read.letters());
  }

  private static Expectation of(
      MaterialRule rule, MaterialRule.Expect expect, Citizen citizen, Map<String, Answer> answers) {
    return new Expectation(
        expect.titles() == null ? Set.of() : Set.copyOf(expect.titles()),
        values(expect.names(), citizen.name(), answers),
        Set.copyOf(values(expect.idNumbers(), citizen.idNumber(), answers)),
        Set.copyOf(values(expect.creditCodes(), "", answers)),
        Boolean.TRUE.equals(expect.inForce()),
        Boolean.TRUE.equals(expect.seal()),
        rule.pagesAtLeast());
  }

  /** Of the citizen and of what was answered; a question that was not asked expects nothing. */
  private static List<String> values(
      @Nullable List<String> sources, String ofCitizen, Map<String, Answer> answers) {
    if (sources == null) {
      return List.of();
    }
    return sources.stream()
        .map(source -> {
          if (source.equals(MaterialRule.Expect.CITIZEN)) {
            return ofCitizen;
          }
          Answer answer = answers.get(source);
          return answer == null ? "" : answer.value();
        })
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }
}
