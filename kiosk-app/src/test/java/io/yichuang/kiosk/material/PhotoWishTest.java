package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.ui.LivePicture.Point;
import io.yichuang.vision.face.PhotoDoubt;
import io.yichuang.vision.face.PhotoRule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person before the camera is told, and what stands beside the photo. */
class PhotoWishTest {
  @ParameterizedTest
  @EnumSource(PhotoDoubt.class)
  void whatever_is_wrong_is_told_and_stands_beside_the_photo(PhotoDoubt doubt) throws IOException {
    assertThat(PhotoWish.told(Set.of(doubt))).contains(doubt);
    assertThat(PhotoWish.open(Set.of(doubt))).hasSize(1);
    for (String bundle : new String[] {"texts", "texts_en"}) {
      assertThat(texts(bundle))
          .containsKey(PhotoWish.hint(doubt))
          .containsKey(PhotoWish.open(Set.of(doubt)).getFirst().words());
    }
  }

  @Test
  void what_mends_other_things_too_is_told_first() {
    assertThat(PhotoWish.told(Set.of(PhotoDoubt.BACKGROUND, PhotoDoubt.TOO_FAR)))
        .contains(PhotoDoubt.TOO_FAR);
    assertThat(PhotoWish.told(Set.of(PhotoDoubt.BACKGROUND, PhotoDoubt.SHADOW)))
        .contains(PhotoDoubt.SHADOW);
    assertThat(PhotoWish.told(Set.of())).isEmpty();
    assertThat(PhotoWish.open(Set.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PhotoRule.class)
  void a_photo_is_as_large_on_paper_as_its_rule_says(PhotoRule rule) {
    var photo = new Shot(new byte[1], Set.of(PhotoDoubt.SHADOW)).as(rule);
    assertThat(photo.page().widthPoints() / 72 * 25.4)
        .isBetween(rule.widthMm() - 0.01, rule.widthMm() + 0.01);
    assertThat(photo.page().heightPoints() / 72 * 25.4)
        .isBetween(rule.heightMm() - 0.01, rule.heightMm() + 0.01);
    assertThat(photo.doubts()).containsExactly(PhotoDoubt.SHADOW);
  }

  @Test
  void a_photo_that_nobody_wants_is_overwritten_and_never_printed_in_words() {
    var shot = new Shot(new byte[] {7, 7, 7}, Set.of());
    shot.wipe();
    assertThat(shot.jpeg()).containsOnly(0);
    assertThat(shot.toString()).isEqualTo("Shot[]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {4 / 3.0, 16 / 9.0, 1})
  void the_outline_of_the_head_lies_within_the_picture_and_is_even(double shape) {
    for (PhotoRule rule : PhotoRule.values()) {
      var line = HeadOutline.of(rule, shape);
      assertThat(line)
          .allSatisfy(point -> {
            assertThat(point.x()).isBetween(0.0, 1.0);
            assertThat(point.y()).isBetween(0.0, 1.0);
          });
      assertThat(line.stream().mapToDouble(Point::x).average().orElseThrow())
          .isBetween(0.499, 0.501);
    }
  }

  private static Properties texts(String bundle) throws IOException {
    var texts = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                PhotoWishTest.class.getResourceAsStream(
                    "/io/yichuang/kiosk/material/" + bundle + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
