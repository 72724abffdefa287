package io.yichuang.device.idcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.IdCard;
import io.yichuang.device.IdCardReader.Removal;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver on a pseudo-terminal, the simulated reader at its far end, ten times faster. */
@Timeout(60)
class SamIdCardReaderTest {
  private static final int FASTER = 4;

  /** One of the invented citizens was born on a day that does not exist. */
  private static final String NO_DAY = "20011332";

  @TempDir Path folder;
  private Simulators simulators;
  private IdCardReaderSimulator far;
  private SamIdCardReader reader;

  @BeforeEach
  void start() {
    simulators = Simulators.start(SimulatorOptions.in(folder).withSpeed(FASTER));
    far = simulators.idCardReader();
    reader = open(far.address());
  }

  @AfterEach
  void stop() {
    reader.close();
    simulators.close();
  }

  private static SamIdCardReader open(String address) {
    return SamIdCardReader.open(
        new DeviceId("id-card-reader"),
        Address.parse(address),
        SamTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @Test
  void every_citizens_card_is_read_as_it_is_written() {
    for (Person person : simulators.people().all()) {
      far.lay(person);
      if (person.birth().equals(NO_DAY)) {
        assertThat(reader.read(seconds(20)))
            .isEqualTo(new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM));
        far.take();
        continue;
      }
      IdCard card = done(reader.read(seconds(20)));
      assertThat(card.number()).as(person.id()).isEqualTo(person.number());
      assertThat(card.birth()).isEqualTo(day(person.birth()));
      assertThat(card.validFrom()).isEqualTo(day(person.validFrom()));
      assertThat(card.validUntil())
          .isEqualTo(person.validTo().equals("长期") ? null : day(person.validTo()));
      assertThat(card.sex()).isEqualTo(person.sex());
      assertThat(card.name())
          .isEqualTo(person.name().isEmpty() ? person.englishName() : person.name());
      assertThat(card.nationality()).isEqualTo(person.nationality());
      assertThat(card.permitNumber()).isEqualTo(person.travelPermit());
      if (card.kind() == IdCard.Kind.RESIDENT || card.kind() == IdCard.Kind.HMT_PERMIT) {
        String newer = person.appendedAddress();
        assertThat(card.address()).isEqualTo(newer == null ? person.address() : newer);
      } else {
        assertThat(card.latinName()).isEqualTo(person.englishName());
      }
      far.take();
      assertThat(reader.awaitRemoval(seconds(20))).isEqualTo(new Outcome.Done<>(new Removal()));
    }
    assertThat(simulators.people().all()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void a_card_laid_after_the_question_is_read() throws Exception {
    var outcome = CompletableFuture.supplyAsync(() -> reader.read(seconds(20)));
    await().until(() -> reader.status().media() == MediaState.NOT_PRESENT);
    far.lay(somebody());
    assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void without_a_card_the_read_ends_with_its_limit() {
    assertThat(reader.read(Call.within(Duration.ofMillis(500))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
  }

  @Test
  void a_card_left_on_the_reader_is_still_present_and_is_not_read_again() {
    far.lay(somebody());
    done(reader.read(seconds(20)));
    assertThat(reader.awaitRemoval(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    assertThat(reader.status().media()).isEqualTo(MediaState.PRESENT);
    assertThat(reader.read(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    far.take();
    far.lay(somebody());
    done(reader.read(seconds(20)));
  }

  @Test
  void laying_and_taking_a_card_are_told_once_each() {
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    await().until(() -> reader.status().media() == MediaState.NOT_PRESENT);
    reader.subscribe(events::add);
    far.lay(somebody());
    await().until(() -> count(events, DeviceEvent.MediaInserted.class) == 1);
    done(reader.read(seconds(20)));
    far.take();
    await().until(() -> count(events, DeviceEvent.MediaRemoved.class) == 1);
    assertThat(count(events, DeviceEvent.MediaInserted.class)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void where_a_read_card_cannot_be_asked_for_no_removal_is_made_up(boolean byAddress) {
    if (byAddress) {
      reader.close();
      reader = open(far.address() + "&presence=none");
    } else {
      far.old(true);
    }
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    reader.subscribe(events::add);
    far.lay(somebody());
    done(reader.read(seconds(20)));
    assertThat(reader.awaitRemoval(Call.within(Duration.ofMillis(500))))
        .isEqualTo(new Outcome.Refused<>(Refusal.UNSUPPORTED));
    assertThat(reader.read(Call.within(Duration.ofSeconds(1))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
    assertThat(reader.status().media()).isEqualTo(MediaState.UNKNOWN);
    assertThat(count(events, DeviceEvent.MediaRemoved.class)).isZero();
    far.take();
    far.lay(somebody());
    done(reader.read(seconds(20))); // which proves that the first was taken
    await().until(() -> count(events, DeviceEvent.MediaInserted.class) == 2);
    assertThat(count(events, DeviceEvent.MediaRemoved.class)).isEqualTo(1);
  }

  @Test
  void a_read_card_that_lies_there_when_the_line_is_back_has_not_been_taken() {
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    reader.subscribe(events::add);
    far.lay(somebody());
    done(reader.read(seconds(20)));
    far.unplug(); // the module keeps its power and its card
    await().until(() -> reader.status().state() == DeviceState.NO_DEVICE);
    far.plug();
    await().until(() -> reader.status().media() == MediaState.PRESENT);
    assertThat(reader.awaitRemoval(Call.within(Duration.ofMillis(500))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    assertThat(count(events, DeviceEvent.MediaRemoved.class)).isZero();
    far.take();
    await().until(() -> count(events, DeviceEvent.MediaRemoved.class) == 1);
  }

  @Test
  void a_card_whose_read_failed_lies_there_until_it_is_lifted() {
    far.setFault("wrong-card", FaultPlan.ONCE);
    far.lay(somebody());
    assertThat(reader.read(seconds(20))).isEqualTo(new Outcome.Refused<>(Refusal.INVALID_MEDIUM));
    assertThat(reader.awaitRemoval(Call.within(Duration.ofSeconds(1))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    assertThat(reader.status().media()).isEqualTo(MediaState.PRESENT);
    far.take();
    assertThat(reader.awaitRemoval(seconds(20))).isEqualTo(new Outcome.Done<>(new Removal()));
  }

  @Test
  void a_card_pulled_early_is_unreadable_and_is_read_when_laid_again() {
    far.setFault("card-unreadable", FaultPlan.ONCE);
    far.lay(somebody());
    assertThat(reader.read(seconds(20)))
        .isEqualTo(new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM));
    far.take();
    far.lay(somebody());
    done(reader.read(seconds(20)));
  }

  @Test
  void a_wrong_card_and_broken_dates_are_refused() {
    far.setFault("wrong-card");
    far.lay(somebody());
    assertThat(reader.read(seconds(20))).isEqualTo(new Outcome.Refused<>(Refusal.INVALID_MEDIUM));
    far.clearFaults();
    far.setFault("broken-dates");
    far.lay(somebody());
    assertThat(reader.read(seconds(20)))
        .isEqualTo(new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM));
  }

  @Test
  void a_damaged_answer_is_asked_for_once_more() {
    await().until(() -> reader.status().ready());
    far.setFault("bad-checksum", FaultPlan.ONCE);
    far.lay(somebody());
    done(reader.read(seconds(20)));
  }

  @Test
  void a_line_that_never_falls_silent_is_a_fault_and_serves_again_when_it_does() {
    await().until(() -> reader.status().ready());
    far.setFault("endless");
    far.lay(somebody());
    assertThat(reader.read(seconds(5))).isNotInstanceOf(Outcome.Done.class);
    far.take();
    far.clearFaults();
    await().until(() -> reader.status().ready());
    far.lay(somebody());
    done(reader.read(seconds(20)));
  }

  @Test
  void a_dead_security_module_is_a_hardware_error_and_fails_the_self_test() {
    Outcome<Verdict> good = reader.selfTests().getFirst().run(seconds(20));
    assertThat(done(good).passed()).as(done(good).seen()).isTrue();
    assertThat(done(good).seen()).contains("05.01-20260101-0000000001-0000000001");
    far.setFault("sam-failure");
    await().until(() -> reader.status().state() == DeviceState.HARDWARE_ERROR);
    assertThat(done(reader.selfTests().getFirst().run(seconds(20))).passed()).isFalse();
    far.lay(somebody());
    assertThat(reader.read(seconds(20))).isInstanceOf(Outcome.Failed.class);
    far.clearFaults();
    await().until(() -> reader.status().state() == DeviceState.ONLINE);
  }

  @Test
  void an_expired_card_is_read_and_says_so() {
    far.lay(simulators.person("zhao-guoqiang"));
    IdCard card = done(reader.read(seconds(20)));
    assertThat(card.validUntil()).isNotNull();
    assertThat(card.expired(card.validUntil())).isFalse();
    assertThat(card.expired(card.validUntil().plusDays(1))).isTrue();
    assertThat(card).hasToString("IdCard[RESIDENT]");
  }

  @Test
  void cancelling_ends_the_wait() throws Exception {
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> reader.read(new Call(Duration.ofHours(1), stop)));
    await().until(() -> reader.status().media() == MediaState.NOT_PRESENT);
    stop.cancel();
    assertThat(outcome.get()).isEqualTo(new Outcome.Cancelled<>());
  }

  private Person somebody() {
    return simulators.people().all().getFirst();
  }

  private static long count(List<DeviceEvent> events, Class<? extends DeviceEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  private static LocalDate day(String digits) {
    return LocalDate.parse(digits, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
