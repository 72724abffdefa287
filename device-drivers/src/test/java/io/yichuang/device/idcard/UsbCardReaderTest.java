package io.yichuang.device.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.IdCard;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.UsbStandIn;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.people.People;
import io.yichuang.simulator.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The driver on libusb's functions, called as the real ones are; behind them a library of ours and
 * the simulated reader. No reader on USB was at hand.
 */
@Timeout(120)
class UsbCardReaderTest {
  private static final int FASTER = 10;

  @TempDir Path folder;
  private IdCardReaderSimulator far;

  @BeforeEach
  void start() {
    CCompiler.assume();
    far = new IdCardReaderSimulator(SimulatorOptions.in(folder).withSpeed(FASTER));
  }

  @AfterEach
  void stop() {
    if (far != null) {
      far.close();
    }
  }

  private static SamIdCardReader open(String address) {
    return SamIdCardReader.open(
        new DeviceId("id-card-reader"),
        Address.parse(address),
        SamTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  private SamIdCardReader onBus(int bus) {
    return UsbStandIn.with(UsbStandIn.socket(far.address(), bus), UsbCardReaderTest::open);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void cards_are_read_over_one_pair_of_endpoints_and_over_two(int bus) {
    try (SamIdCardReader reader = onBus(bus)) {
      for (Person person : new People().all().subList(0, 3)) {
        far.lay(person);
        assertThat(done(reader.read(seconds(30))).number()).isEqualTo(person.number());
        far.take();
        assertThat(reader.awaitRemoval(seconds(30))).isInstanceOf(Outcome.Done.class);
      }
      assertThat(reader.selfTests().getFirst().run(seconds(30)))
          .matches(verdict -> verdict.toString().contains("passed=true"));
      far.setFault("sam-failure");
      assertThat(reader.selfTests().getFirst().run(seconds(30)))
          .matches(verdict -> verdict.toString().contains("passed=false"));
    }
  }

  @Test
  void two_readers_are_told_apart_by_their_sockets() {
    try (var other = other();
        SamIdCardReader first = onBus(1);
        SamIdCardReader second =
            UsbStandIn.with(UsbStandIn.socket(other.address(), 1), UsbCardReaderTest::open)) {
      Person one = new People().all().get(0);
      Person two = new People().all().get(1);
      far.lay(one);
      other.lay(two);
      assertThat(done(second.read(seconds(30))).number()).isEqualTo(two.number());
      assertThat(done(first.read(seconds(30))).number()).isEqualTo(one.number());
    }
  }

  @Test
  void a_reader_that_is_pulled_is_absent_and_serves_again_when_it_is_back() throws Exception {
    try (SamIdCardReader reader = onBus(1)) {
      await().until(() -> reader.status().ready());
      far.unplug();
      await().until(() -> reader.status().state() == DeviceState.NO_DEVICE);
      assertThat(fault(reader).code()).isEqualTo(FaultCode.UNPLUGGED);
      far.plug();
      await().until(() -> reader.status().ready());
      var waiting = CompletableFuture.supplyAsync(() -> reader.read(seconds(60)));
      far.unplug();
      assertThat(waiting.get()).isInstanceOf(Outcome.Failed.class);
      far.plug();
      far.lay(new People().all().getFirst());
      await().until(() -> reader.status().ready());
      done(reader.read(seconds(30)));
    }
  }

  @Test
  void noise_on_the_way_is_asked_for_once_more() {
    try (SamIdCardReader reader = onBus(1)) {
      await().until(() -> reader.status().ready());
      far.setFault("split", FaultPlan.ALWAYS);
      far.setFault("bad-checksum", FaultPlan.ONCE);
      far.lay(new People().all().getFirst());
      done(reader.read(seconds(30)));
    }
  }

  @Test
  void another_identity_is_not_there() {
    try (SamIdCardReader reader =
        UsbStandIn.with("usb:0483:5652?driver=sam", UsbCardReaderTest::open)) {
      await().until(() -> reader.status().state() == DeviceState.NO_DEVICE);
      assertThat(reader.read(seconds(5)))
          .matches(outcome -> outcome.toString().contains("UNPLUGGED"));
    }
  }

  @Test
  void without_a_card_the_read_ends_with_its_limit() {
    try (SamIdCardReader reader = onBus(1)) {
      assertThat(reader.read(Call.within(Duration.ofMillis(700))))
          .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
    }
  }

  private IdCardReaderSimulator other() {
    return new IdCardReaderSimulator(
        SimulatorOptions.in(folder.resolve("other")).withSpeed(FASTER));
  }

  private static DeviceFault fault(SamIdCardReader reader) {
    DeviceFault fault = reader.status().fault();
    assertThat(fault).isNotNull();
    return fault;
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static IdCard done(Outcome<IdCard> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<IdCard>) outcome).value();
  }

  /** Two slow cores that do much else have to be enough. */
  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40));
  }
}
