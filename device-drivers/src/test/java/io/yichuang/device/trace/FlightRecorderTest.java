package io.yichuang.device.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.idcard.SamIdCardReader;
import io.yichuang.device.idcard.SamTimings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.locker.BoardLockerBank;
import io.yichuang.device.locker.LockerTimings;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.people.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FlightRecorderTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

  private FlightRecorder recorder(Mask mask) {
    return new FlightRecorder(mask, clock::get);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING, 0102, 0304",
    "ANSWERS, 0102, masked",
    "QUESTIONS, masked, 0304",
    "ALL, masked, masked"
  })
  void what_may_be_personal_is_never_kept(Mask mask, String question, String answer) {
    FlightRecorder recorder = recorder(mask);
    recorder.note(true, new byte[] {1, 2, 9}, 2);
    recorder.note(false, new byte[] {3, 4}, 2);
    recorder.note(false, new byte[8], 0);
    assertThat(recorder.traffic())
        .extracting(Traffic::toString)
        .containsExactly(NOON + " > 2 " + question, NOON + " < 2 " + answer);
  }

  @Test
  void minutes_are_kept_and_no_more() {
    FlightRecorder recorder = recorder(Mask.NOTHING);
    for (int second = 0; second <= 600; second++) {
      clock.set(NOON.plusSeconds(second));
      recorder.note(true, new byte[] {1}, 1);
    }
    assertThat(recorder.traffic()).hasSize(301);
    assertThat(recorder.traffic().getFirst().at()).isEqualTo(NOON.plusSeconds(300));
  }

  @Test
  void a_wire_that_never_rests_fills_no_memory() {
    FlightRecorder recorder = recorder(Mask.NOTHING);
    for (int i = 0; i < 10_000; i++) {
      recorder.note(false, new byte[2048], 2048);
    }
    assertThat(recorder.traffic()).hasSize(64);
    for (int i = 0; i < 10_000; i++) {
      recorder.note(false, new byte[1], 1);
    }
    assertThat(recorder.traffic()).hasSizeLessThanOrEqualTo(4_096);
    FlightRecorder masked = recorder(Mask.ALL);
    for (int i = 0; i < 10_000; i++) {
      masked.note(false, new byte[2048], 2048);
    }
    assertThat(masked.traffic()).hasSize(4_096);
  }

  @Test
  void a_fault_keeps_what_led_to_it() {
    FlightRecorder recorder = recorder(Mask.NOTHING);
    recorder.note(true, new byte[] {1}, 1);
    recorder.struck(new DeviceFault(FaultCode.NO_ANSWER, "silence"));
    clock.set(NOON.plusSeconds(900));
    recorder.note(true, new byte[] {2}, 1);
    assertThat(recorder.traffic()).hasSize(1);
    assertThat(recorder.faults().getLast().fault().code()).isEqualTo(FaultCode.NO_ANSWER);
    assertThat(recorder.faults().getLast().traffic())
        .extracting(Traffic::bytes)
        .containsExactly("01");
  }

  @Test
  void a_later_fault_hides_no_earlier_one_and_a_flood_of_them_fills_no_memory() {
    FlightRecorder recorder = recorder(Mask.NOTHING);
    recorder.struck(new DeviceFault(FaultCode.CARD_JAM, "at the gate"));
    recorder.struck(new DeviceFault(FaultCode.CARD_JAM, "at the gate")); // told twice at once
    recorder.struck(new DeviceFault(FaultCode.UNPLUGGED, "pulled"));
    assertThat(recorder.faults())
        .extracting(fault -> fault.fault().code())
        .containsExactly(FaultCode.CARD_JAM, FaultCode.UNPLUGGED);
    for (int i = 0; i < 100; i++) {
      recorder.struck(new DeviceFault(FaultCode.NO_ANSWER, "try " + i));
    }
    assertThat(recorder.faults()).hasSize(4);
  }

  /** At 9600 baud an answer comes byte by byte: five minutes of it must fit. */
  @Test
  void bytes_that_come_together_are_one_entry_and_questions_stay_apart() {
    FlightRecorder recorder = recorder(Mask.NOTHING);
    recorder.note(true, new byte[] {1}, 1);
    recorder.note(true, new byte[] {2}, 1);
    for (int i = 3; i < 8; i++) {
      clock.set(clock.get().plusMillis(1));
      recorder.note(false, new byte[] {(byte) i}, 1);
    }
    clock.set(clock.get().plusMillis(50));
    recorder.note(false, new byte[] {9}, 1);
    assertThat(recorder.traffic())
        .extracting(Traffic::bytes)
        .containsExactly("01", "02", "0304050607", "09");
    assertThat(recorder.traffic().get(2).length()).isEqualTo(5);
  }

  @Test
  void a_drivers_wire_is_recorded_and_its_fault_keeps_the_trace(@TempDir Path folder) {
    try (var far = new LockerBankSimulator(SimulatorOptions.in(folder).withSpeed(10));
        var lockers =
            BoardLockerBank.open(
                new DeviceId("locker-bank"),
                Address.parse(far.address()),
                LockerTimings.usual().faster(2),
                LaneClock.system())) {
      await().until(() -> lockers.status().ready());
      lockers.open(1, Call.within(Duration.ofSeconds(20)));
      assertThat(sent(lockers.traffic())).contains("8a0101119b");
      assertThat(lockers.faults()).isEmpty();
      far.setFault("no-answer");
      await().until(() -> !lockers.faults().isEmpty());
      assertThat(sent(lockers.faults().getLast().traffic())).contains("8a0101119b");
      assertThat(lockers.faults().getLast().fault().code()).isEqualTo(FaultCode.NO_ANSWER);
    }
  }

  @Test
  void a_card_that_was_read_leaves_nothing_of_its_citizen(@TempDir Path folder) {
    var person = new People().byId("wang-xiaoying").orElseThrow();
    try (var far = new IdCardReaderSimulator(SimulatorOptions.in(folder).withSpeed(10));
        var reader =
            SamIdCardReader.open(
                new DeviceId("id-card-reader"),
                Address.parse(far.address()),
                SamTimings.usual().faster(2),
                LaneClock.system())) {
      far.lay(person);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> reader.read(Call.within(Duration.ofSeconds(20))) instanceof Outcome.Done);
      String all = String.join("", reader.traffic().stream().map(Traffic::toString).toList());
      assertThat(all).contains("aaaaaa96690003300132").contains("masked");
      for (String word : List.of(person.name(), person.number(), person.address())) {
        byte[] onTheWire = word.getBytes(StandardCharsets.UTF_16LE);
        assertThat(all).doesNotContain(HexFormat.of().formatHex(onTheWire).substring(0, 8));
      }
    }
  }

  private static List<String> sent(List<Traffic> traffic) {
    return traffic.stream().filter(Traffic::out).map(Traffic::bytes).toList();
  }
}
