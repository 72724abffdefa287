package io.yichuang.device.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.DeviceState;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Health;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XfsCodecTest {
  private static final String COMPLETION =
      """
      {"header":{"type":"completion","name":"Common.Status","requestId":7,"version":"1.0",
      "completionCode":"success"},"payload":{"common":{"device":"online"},"printer":{"media":"jammed",
      "paper":{"upper":"low"},"toner":"out"}}}\
      """;

  private static final String ACKNOWLEDGE =
      """
      {"header":{"type":"acknowledge","name":"Common.Status","requestId":7,"version":"1.0"}}\
      """;

  private static final String UNSOLICITED =
      """
      {"header":{"type":"unsolicited","name":"Common.StatusChangedEvent","version":"1.0"},
      "payload":{"common":{"device":"hardwareError"}}}\
      """;

  @Test
  void a_command_has_the_standards_envelope() {
    assertThat(XfsMessage.command("Biometric.Read", 3, 5_000, Map.of("numCaptures", 1)))
        .isEqualTo(
            """
            {"header":{"type":"command","name":"Biometric.Read","requestId":3,"version":"1.0",\
            "timeout":5000},"payload":{"numCaptures":1}}\
            """);
  }

  @Test
  void messages_of_each_type_are_read() {
    assertThat(XfsMessage.parse(COMPLETION))
        .hasToString("XfsMessage[COMPLETION Common.Status 7 success]");
    assertThat(XfsMessage.parse(ACKNOWLEDGE))
        .hasToString("XfsMessage[ACKNOWLEDGE Common.Status 7]");
    assertThat(XfsMessage.parse(UNSOLICITED))
        .hasToString("XfsMessage[UNSOLICITED Common.StatusChangedEvent 0]");
  }

  @Test
  void the_status_is_told_in_our_words() {
    var health = XfsStatus.health(XfsMessage.parse(COMPLETION).payload());
    assertThat(health.state()).isEqualTo(DeviceState.USER_ERROR);
    assertThat(health.media()).isEqualTo(MediaState.JAMMED);
    assertThat(health.supplies())
        .isEqualTo(Map.of(Supply.PAPER, SupplyLevel.LOW, Supply.TONER, SupplyLevel.OUT));
    assertThat(XfsStatus.health(XfsMessage.parse(UNSOLICITED).payload()).state())
        .isEqualTo(DeviceState.HARDWARE_ERROR);
    assertThat(XfsStatus.health(XfsMessage.parse(ACKNOWLEDGE).payload()).state())
        .isEqualTo(DeviceState.OFFLINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "userError | | D-112",
        "userError | 'cardReader':{'media':'jammed'} | K-701",
        "userError | 'printer':{'media':'jammed'} | P-205",
        "userError | 'printer':{'media':'notPresent','paper':{'upper':'jammed'}} | P-205",
        "userError | 'printer':{'media':'notPresent','paper':{'upper':'full'}} | D-112",
        "online | 'printer':{'paper':{'upper':'jammed'}} | P-205",
        "online | 'cardReader':{'media':'jammed'} | K-701",
        "hardwareError | 'cardReader':{'media':'jammed'} | D-109"
      })
  void what_is_jammed_is_told_and_nothing_is_made_up(String device, String more, String code) {
    var health = status(device, more);
    assertThat(health.fault().code().code()).isEqualTo(code);
    assertThat(health.state())
        .isEqualTo(
            device.equals("hardwareError") ? DeviceState.HARDWARE_ERROR : DeviceState.USER_ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'state':'ok','count':2} | FULL",
        "{'state':'ok'},{'state':'high'} | LOW",
        "{'state':'full'},{'state':'ok'} | OUT",
        "{'state':'missing'} | OUT",
        "{'state':'unknown'} | "
      })
  void the_fullest_bin_is_told(String bins, SupplyLevel room) {
    var health = status("online", "'printer':{'retractBins':[" + bins + "]}");
    assertThat(health.supplies().get(Supply.BIN_ROOM)).isEqualTo(room);
  }

  private static Health status(String device, String more) {
    String text =
        """
        {'header':{'type':'completion','name':'Common.Status','requestId':7,'version':'1.0',
        'completionCode':'success'},'payload':{'common':{'device':'%s'}%s}}\
        """
            .formatted(device, more == null ? "" : "," + more);
    return XfsStatus.health(XfsMessage.parse(text.replace('\'', '"')).payload());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "[1]",
        "{}",
        "{\"header\":7}",
        "{\"header\":{\"type\":\"completion\",\"name\":\"A.B\",\"requestId\":1}}",
        "{\"header\":{\"type\":\"completion\",\"name\":\"A.B\",\"completionCode\":\"success\"}}",
        "{\"header\":{\"type\":\"event\",\"name\":\"A.B\",\"requestId\":-1}}",
        "{\"header\":{\"type\":\"shout\",\"name\":\"A.B\",\"requestId\":1}}"
      })
  void what_is_no_message_is_none(String text) {
    assertThat(XfsMessage.parse(text)).isNull();
    assertThat(XfsMessage.parse("")).isNull();
  }

  @Test
  void ten_thousand_mutated_messages_do_no_harm() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var golden = List.of(COMPLETION, ACKNOWLEDGE, UNSOLICITED);
    for (int i = 0; i < 10_000; i++) {
      var text = new StringBuilder(golden.get(random.nextInt(golden.size())));
      for (int n = 0; n <= random.nextInt(4); n++) {
        int at = random.nextInt(text.append(' ').length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(128));
          case 1 -> text.deleteCharAt(at);
          default -> text.setLength(at + 1);
        }
      }
      XfsMessage message = XfsMessage.parse(text.toString());
      if (message != null) {
        assertThat(message.name()).as("seed %d, round %d", seed, i).isNotEmpty();
        assertThat(XfsStatus.health(message.payload())).isNotNull();
        assertThat(message.values()).isNotNull();
      }
    }
    assertThat(XfsMessage.parse("[".repeat(100_000))).isNull();
    assertThat(XfsMessage.parse("{\"header\":".repeat(50_000))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "commandErrorCode, noMediaPresent, NO_MEDIUM",
    "commandErrorCode, paperOut, SUPPLY_OUT",
    "commandErrorCode, mediaJammed, JAMMED",
    "commandErrorCode, readFailed, UNREADABLE_MEDIUM",
    "timeOut, '', NO_MEDIUM",
    "unsupportedCommand, '', UNSUPPORTED"
  })
  void a_no_of_the_device_is_a_refusal(String code, String error, Refusal why) {
    assertThat(XfsCodes.outcome(code, error, false)).isEqualTo(new Outcome.Refused<>(why));
  }

  @ParameterizedTest
  @CsvSource({
    "hardwareError, true, Uncertain",
    "hardwareError, false, Failed",
    "canceled, true, Uncertain",
    "canceled, false, Cancelled",
    "timeOut, true, Uncertain",
    "invalidData, true, Failed",
    "sequenceError, true, Failed",
    "somethingNew, true, Failed"
  })
  void only_what_may_have_begun_is_uncertain(String code, boolean effect, String kind) {
    assertThat(XfsCodes.outcome(code, "", effect).getClass().getSimpleName()).isEqualTo(kind);
  }
}
