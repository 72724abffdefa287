package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceId;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.TravelDocument;
import io.yichuang.device.TravelDocument.Form;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.passport.PassportReaderSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver on a pseudo-terminal, a simulated swipe reader at its far end. */
@Timeout(60)
class SerialPassportReaderTest {
  private static final int FASTER = 2;

  @TempDir Path folder;
  private PassportReaderSimulator far;
  private SerialPassportReader reader;

  @BeforeEach
  void start() {
    far = new PassportReaderSimulator(SimulatorOptions.in(folder).withSpeed(10));
    reader = open(far.address());
    await().until(() -> reader.status().ready());
  }

  private static SerialPassportReader open(String address) {
    return SerialPassportReader.open(
        new DeviceId("passport-reader"),
        Address.parse(address),
        MrzTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @AfterEach
  void stop() {
    reader.close();
    far.close();
  }

  /** Draws the document through again and again until the read that waits has seen it. */
  private Outcome<TravelDocument> swiped(String document) throws Exception {
    var outcome = CompletableFuture.supplyAsync(() -> reader.read(seconds(20)));
    await()
        .pollInterval(Duration.ofMillis(700))
        .until(() -> {
          if (!outcome.isDone()) {
            far.swipe(document);
          }
          return outcome.isDone();
        });
    return outcome.get();
  }

  /** A swipe that began before the read did is half a zone: it is made again, as people do. */
  private TravelDocument whole(String document) throws Exception {
    for (int attempt = 1; attempt < 5; attempt++) {
      if (swiped(document) instanceof Outcome.Done<TravelDocument>(TravelDocument read)) {
        return read;
      }
    }
    return done(swiped(document));
  }

  @ParameterizedTest
  @CsvSource({
    "passport, TD3, E12345678",
    "td2, TD2, E12345678",
    "card, TD1, E12345678",
    "permit, HK_MACAU_PERMIT, CA0000001"
  })
  void a_document_is_read(String document, Form form, String number) throws Exception {
    for (String fault : new String[] {"", "one-line", "split"}) {
      if (!fault.isEmpty()) {
        far.setFault(fault);
      }
      TravelDocument read = whole(document);
      assertThat(read.form()).isEqualTo(form);
      assertThat(read.number()).isEqualTo(number);
      assertThat(read.birth()).isEqualTo(LocalDate.of(1992, 3, 17));
      assertThat(read.expiry()).isEqualTo(LocalDate.of(2034, 5, 20));
      far.clearFaults();
    }
  }

  @Test
  void without_a_document_the_read_ends_with_its_limit() {
    assertThat(reader.read(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
    far.setFault("unreadable");
    far.swipe("passport");
    assertThat(reader.read(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"misread", "truncated", "dropped-byte", "garbage"})
  void a_zone_that_was_damaged_is_unreadable_and_read_when_swiped_again(String fault)
      throws Exception {
    far.setFault(fault);
    assertThat(swiped("passport"))
        .as(fault)
        .isEqualTo(new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM));
    far.clearFaults();
    await().until(() -> swiped("passport") instanceof Outcome.Done);
  }

  @Test
  void a_document_of_the_citizen_before_is_never_the_answer() {
    far.swipe("passport");
    await().pollDelay(Duration.ofMillis(500)).until(() -> reader.status().ready());
    assertThat(reader.read(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
  }

  @Test
  void cancelling_ends_the_wait() throws Exception {
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> reader.read(new Call(Duration.ofHours(1), stop)));
    stop.cancel();
    assertThat(outcome.get()).isEqualTo(new Outcome.Cancelled<>());
  }

  @Test
  void the_self_test_passes_on_a_good_reader_and_fails_on_a_bad_one() throws Exception {
    await().until(this::tested); // a swipe that began before the test did is half a zone
    far.setFault("misread");
    assertThat(tested()).isFalse();
  }

  private boolean tested() throws Exception {
    var outcome =
        CompletableFuture.supplyAsync(() -> reader.selfTests().getFirst().run(seconds(20)));
    await()
        .pollInterval(Duration.ofMillis(700))
        .until(() -> {
          if (!outcome.isDone()) {
            far.swipe("card");
          }
          return outcome.isDone();
        });
    return outcome.get() instanceof Outcome.Done<Verdict>(Verdict verdict) && verdict.passed();
  }

  @Test
  void a_wrong_address_is_refused_with_the_choices() {
    assertThatThrownBy(() -> open("serial:/dev/ttyS9?driver=ocr")).hasMessageContaining("mrz");
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
