package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.session.Turn;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The very bytes of the photo are overwritten, not only let go of: who gets at the memory later
 * finds nothing where they lay. What is reached at all, {@link PhotoMemoryIT} tells.
 */
class PhotoZeroedIT extends BareTerminal {
  private static final String ITEM = "GA-JZ-01";

  /** Longer than any page waits. */
  private static final Duration LONG = Duration.ofMinutes(6);

  private byte[] photo;

  @BeforeEach
  void a_photo_lies_in_the_basket() {
    anew();
    begin(ITEM);
    identify();
    page.question("reason");
    page.choose(0);
    page.tap("next");
    page.question("address");
    page.tap("next");
    page.question("phone");
    page.tap("next");
    page.screen("materials");
    photo = taken();
  }

  @AfterEach
  void end() {
    simulators.idCardReader().take();
    page.until("nobody", () -> page.id().equals("standby") || page.id().equals("home"));
    if (page.id().equals("home")) {
      timeIsUp();
    }
  }

  @Test
  void the_bytes_of_the_photo_are_zeroed_when_somebody_walks_off() {
    page.tap("home");
    page.tap("leave-now");
    page.screen("home");
    assertThat(photo).containsOnly(0);
  }

  @Test
  void the_bytes_of_the_photo_are_zeroed_when_time_is_up() {
    timeIsUp();
    assertThat(photo).containsOnly(0);
  }

  @Test
  void the_bytes_of_both_photos_are_zeroed_when_it_is_brought_to_the_counter_instead() {
    page.tap("photo-again");
    byte[] second = taken();
    assertThat(second).isNotEqualTo(photo);
    page.tap("photo-window");
    page.screen("materials");
    assertThat(photo).containsOnly(0);
    assertThat(second).containsOnly(0);
    page.tap("home");
    page.tap("leave-now");
    page.screen("home");
  }

  /** By the key, as it is. */
  private byte[] taken() {
    byte[] portrait = simulators.people().portrait(simulators.person(PERSON)).orElseThrow();
    simulators.faceCamera().show(PhotoScene.before(portrait, PhotoScene.BLUE, 1.9));
    if (page.offers("photo-take-photo")) {
      page.tap("photo-take-photo");
      page.tap("agree-photo");
    }
    page.says("背后不是白的");
    page.tap("photo-now");
    page.screen("photo-choice");
    Collected inBasket = turn().visit().basket().get("photo");
    assertThat(inBasket).isInstanceOf(Collected.Photo.class);
    byte[] jpeg = ((Collected.Photo) inBasket).page().jpeg();
    assertThat(jpeg).startsWith(0xFF, 0xD8);
    return jpeg;
  }

  private void timeIsUp() {
    clock.forward(LONG);
    page.until(
        "asked, or away", () -> page.id().equals("still-there") || page.id().equals("standby"));
    clock.forward(LONG);
    page.screen("standby");
  }

  private static Turn turn() {
    return (Turn) all(UI.getCurrent()).filter(Turn.class::isInstance).findFirst().orElseThrow();
  }

  private static Stream<Component> all(Component from) {
    return Stream.concat(Stream.of(from), from.getChildren().flatMap(PhotoZeroedIT::all));
  }
}
