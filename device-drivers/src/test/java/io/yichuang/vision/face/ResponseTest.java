package io.yichuang.vision.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {

  @ParameterizedTest
  @CsvSource({
    "TURN_LEFT, 0 5 12 16 18 12 3, true",
    "TURN_RIGHT, 0 -5 -12 -16 -18 -12 -3, true",
    "TURN_LEFT, 0 -5 -12 -16 -18 -12 -3, false",
    "TURN_RIGHT, 0 16 18 3, false",
    // A single turned frame may be a mistake, and who stays turned has not come back.
    "TURN_LEFT, 0 16 12 16 3, false",
    "TURN_LEFT, 0 16 18 18 16, false",
    // Who was turned from the first has not turned.
    "TURN_LEFT, 18 18 18 3, false"
  })
  void a_turn_goes_aside_and_comes_back(Challenge asked, String yaws, boolean done) {
    var response = new Response(asked);
    for (var yaw : yaws.split(" ", -1)) {
      response.see(Double.parseDouble(yaw), 1, true);
    }
    assertThat(response.done()).isEqualTo(done);
    assertThat(response.late()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 0.05 1, true",
    "1 0.5 0.02 0.4 0.95, true",
    "1 0.5 0.3 1, false",
    "0.05 1 1, false",
    "1 0.05 0.05, false",
    // Eyes that the model is never sure of are not told to blink.
    "0.3 0.02 0.3, false"
  })
  void a_blink_is_open_closed_open(String open, boolean done) {
    var response = new Response(Challenge.BLINK);
    for (var eyes : open.split(" ", -1)) {
      response.see(2, Double.parseDouble(eyes), true);
    }
    assertThat(response.done()).isEqualTo(done);
  }

  @Test
  void a_nod_away_is_no_blink() {
    var response = new Response(Challenge.BLINK);
    response.see(0, 1, true);
    response.see(30, 0.01, true);
    response.see(0, 1, true);
    assertThat(response.done()).isFalse();
  }

  @Test
  void what_another_face_did_counts_for_nobody() {
    var response = new Response(Challenge.TURN_LEFT);
    response.see(0, 1, true);
    response.see(17, 1, false);
    response.see(17, 1, false);
    response.see(0, 1, true);
    assertThat(response.done()).isFalse();
    response.see(17, 1, true);
    response.see(17, 1, true);
    response.see(0, 1, true);
    assertThat(response.done()).isTrue();
    response.see(0, 1, false);
    assertThat(response.done()).as("once done it stays").isTrue();
  }

  @Test
  void who_does_nothing_is_late_and_never_refused() {
    var response = new Response(Challenge.TURN_LEFT);
    for (var i = 0; i < Response.MOST_FRAMES; i++) {
      assertThat(response.late()).isFalse();
      response.see(0, 1, true);
    }
    assertThat(response.late()).isTrue();
    assertThat(response.done()).isFalse();
  }
}
