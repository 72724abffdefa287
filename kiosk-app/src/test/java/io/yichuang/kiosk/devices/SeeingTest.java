package io.yichuang.kiosk.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.vision.Availability;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class SeeingTest {

  @Test
  void nobody_waits_for_the_libraries_and_without_them_no_camera_serves() {
    var loading = new CompletableFuture<Availability>();
    var asked = new AtomicInteger();
    var seeing =
        new Seeing(() -> {
          asked.incrementAndGet();
          return loading.join();
        });
    assertThat(seeing.possible()).isTrue();
    assertThat(new VisionHealthIndicator(seeing).health().getDetails())
        .containsExactly(Map.entry("vision", "loading"));
    loading.complete(new Availability.Missing("no libraries for the processor"));
    await().until(() -> !seeing.possible());
    var health = new VisionHealthIndicator(seeing).health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("vision", "missing")
        .containsEntry("why", "no libraries for the processor");
    assertThat(asked).hasValue(1);
  }

  @Test
  void with_them_it_stays_possible() {
    var seeing = new Seeing(Availability.Ready::new);
    assertThat(seeing.possible()).isTrue();
    assertThat(seeing.possible()).isTrue();
  }
}
