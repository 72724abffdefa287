package io.yichuang.kiosk.session;

import io.yichuang.kiosk.journey.Journey;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.ui.Steps;
import java.util.List;
import java.util.Locale;

/** Where a journey stands, in words for the frame. */
public final class Strokes {
  private Strokes() {}

  /** Words from the bundles. */
  public interface Words {
    String of(String key, Object... values);
  }

  /** The stroke at a phase of the journey in hand. */
  public static Steps at(Turn turn, Step.Phase phase, Words words) {
    List<Step.Phase> phases = turn.visit().journey().phases();
    var names =
        phases.stream()
            .map(one -> words.of("session.phase." + one.name().toLowerCase(Locale.ROOT)))
            .toList();
    int now = phase == Step.Phase.RESULT ? phases.size() : Math.max(0, phases.indexOf(phase));
    return new Steps(names, now);
  }

  /** The small line above the title: item, which step of how many. */
  public static String eyebrow(Turn turn, Step.Phase phase, Words words) {
    Journey journey = turn.visit().journey();
    List<Step.Phase> phases = journey.phases();
    return words.of(
        "session.eyebrow",
        journey.item().name().in(turn.language()),
        phases.indexOf(phase) + 1,
        phases.size());
  }
}
