package io.yichuang.kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.KioskProperties.Face;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.vision.face.Challenge;
import io.yichuang.vision.face.FaceHint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceChallengeTest {

  @ParameterizedTest
  @EnumSource(names = {"SPEECH", "HELPED", "LOW_REACH", "ELDER", "HIGH_CONTRAST"})
  void nothing_is_asked_of_who_may_not_see_it_or_not_be_able_to(Look look) {
    for (Face.Challenge configured : Face.Challenge.values()) {
      assertThat(FaceChecks.challenge(configured, Set.of(look, Look.NIGHT), new Random(1)))
          .isEmpty();
    }
  }

  @Test
  void it_is_off_unless_configured_and_the_side_is_drawn_by_lot() {
    var lot = new Random(1);
    assertThat(FaceChecks.challenge(Face.Challenge.NONE, Set.of(), lot)).isEmpty();
    assertThat(FaceChecks.challenge(Face.Challenge.BLINK, Set.of(Look.NIGHT), lot))
        .contains(Challenge.BLINK);
    var sides = new HashSet<Optional<Challenge>>();
    for (int i = 0; i < 64; i++) {
      sides.add(FaceChecks.challenge(Face.Challenge.TURN, Set.of(), lot));
    }
    assertThat(sides)
        .containsExactlyInAnyOrder(
            Optional.of(Challenge.TURN_LEFT), Optional.of(Challenge.TURN_RIGHT));
  }

  @Test
  void each_hint_and_each_challenge_has_words_and_who_turns_is_not_told_to_look_here()
      throws Exception {
    var texts = new Properties();
    try (var in =
            FaceScreen.class.getResourceAsStream("/io/yichuang/kiosk/identity/texts.properties");
        var reader = new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    for (FaceHint hint : FaceHint.values()) {
      assertThat(texts.getProperty(FaceHints.words(hint, null))).as(hint.name()).isNotBlank();
    }
    for (Challenge asked : Challenge.values()) {
      assertThat(texts.getProperty(FaceHints.words(FaceHint.LOOK_HERE, asked))).isNotBlank();
      assertThat(FaceHints.words(FaceHint.LOOK_HERE, asked)).contains("asked");
      assertThat(FaceHints.words(FaceHint.NO_FACE, asked)).contains("no-face");
    }
  }
}
