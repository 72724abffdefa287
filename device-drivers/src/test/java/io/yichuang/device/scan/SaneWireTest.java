package io.yichuang.device.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.scan.SaneDecoder.Decoded;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaneWireTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void requests_have_the_bytes_of_the_standard() {
    assertThat(SaneRequest.init())
        .isEqualTo(bytes("00000000 01000003 00000009 79696368 75616e67 00"));
    assertThat(SaneRequest.devices()).isEqualTo(bytes("00000001"));
    assertThat(SaneRequest.open("test:0")).isEqualTo(bytes("00000002 00000007 746573743a30 00"));
    assertThat(SaneRequest.close(7)).isEqualTo(bytes("00000003 00000007"));
    assertThat(SaneRequest.options(7)).isEqualTo(bytes("00000004 00000007"));
    assertThat(SaneRequest.parameters(7)).isEqualTo(bytes("00000006 00000007"));
    assertThat(SaneRequest.start(7)).isEqualTo(bytes("00000007 00000007"));
    assertThat(SaneRequest.cancel(7)).isEqualTo(bytes("00000008 00000007"));
    assertThat(SaneRequest.exit()).isEqualTo(bytes("0000000a"));
    assertThat(SaneRequest.set(7, 6, SaneOption.FIXED, 300 << 16))
        .isEqualTo(
            bytes("00000005 00000007 00000006 00000001 00000002 00000004 00000001 012c0000"));
    assertThat(SaneRequest.set(7, 2, "Gray", 6))
        .isEqualTo(
            bytes("00000005 00000007 00000002 00000001 00000003 00000006 00000006 477261790000"));
  }

  @Test
  void answers_are_read_at_every_split_point() {
    everySplit(bytes("00000000 01010003"), SaneDecoder::init, new SaneReply.Init(0, 0x01010003));
    everySplit(
        bytes(
            "00000000 00000002 00000000 00000007 746573743a30 00 00000002 4e00 00000002 4d00"
                + " 00000002 5400 00000001"),
        SaneDecoder::devices,
        new SaneReply.Devices(0, List.of("test:0")));
    everySplit(
        bytes("00000003 00000000 00000000"), SaneDecoder::open, new SaneReply.Open(3, 0, ""));
    everySplit(
        bytes("00000000 00000002 00000003 00000004 00000004 47726179 00000000"),
        SaneDecoder::control,
        new SaneReply.Control(0, 2, ""));
    everySplit(
        bytes("00000000 00000001 00000002 00000004 00000001 012c0000 00000000"),
        SaneDecoder::control,
        new SaneReply.Control(0, 1, ""));
    everySplit(
        bytes("00000000 00000001 00000001 00001d10 000009b0 00000db4 00000008"),
        SaneDecoder::parameters,
        new SaneReply.Parameters(0, 1, true, 0x1d10, 0x9b0, 0xdb4, 8));
    everySplit(
        bytes("00000000 00002710 00001234 00000000"),
        SaneDecoder::started,
        new SaneReply.Started(0, 10000, 0x1234, ""));
    everySplit(bytes("00000000"), SaneDecoder::done, new SaneReply.Done(0));
  }

  @Test
  void descriptors_with_every_kind_of_limit_are_read_at_every_split_point() {
    var expected =
        new SaneReply.Options(
            List.of(
                option(0, "", SaneOption.INT, new SaneOption.Limits.None()),
                option(1, "resolution", SaneOption.FIXED, new SaneOption.Limits.Range(1, 9, 2)),
                option(2, "depth", SaneOption.INT, new SaneOption.Limits.Words(List.of(1, 8))),
                option(
                    4,
                    "source",
                    SaneOption.STRING,
                    new SaneOption.Limits.Strings(List.of("Flatbed", "ADF")))));
    everySplit(descriptors(), SaneDecoder::options, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffffffff", // a count of minus one
        "7fffffff", // a count that nobody has
        "00000001 00000002", // a pointer that is neither
        "00000001 00000000 7fffffff", // an endless name
        "00000001 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000009"
      })
  void nonsense_in_descriptors_is_corrupt_and_not_waited_for(String hex) {
    byte[] wire = bytes(hex);
    assertThat(SaneDecoder.options(wire, wire.length)).isInstanceOf(Decoded.Corrupt.class);
  }

  /** The answer to another question that came twice: status good, then whatever. */
  @Test
  void an_option_list_without_option_0_is_none() {
    byte[] wire = bytes("00000000 00000001 00000000");

    assertThat(SaneDecoder.options(wire, wire.length)).isInstanceOf(Decoded.Corrupt.class);
  }

  @Test
  void an_answer_that_never_ends_is_corrupt() {
    // 4096 options are announced, each with a name of the longest allowed length
    byte[] wire = new byte[SaneDecoder.MAX_REPLY];
    System.arraycopy(bytes("00001000"), 0, wire, 0, 4);
    int option = 9 * 4 + SaneDecoder.MAX_STRING;
    for (int at = 4; at + 8 < wire.length; at += option) {
      System.arraycopy(bytes("00000000 00010000"), 0, wire, at, 8);
    }
    assertThat(SaneDecoder.options(wire, wire.length - 1)).isInstanceOf(Decoded.More.class);
    assertThat(SaneDecoder.options(wire, wire.length)).isInstanceOf(Decoded.Corrupt.class);
  }

  @Test
  void random_bytes_neither_crash_nor_hang() {
    long seed = 20261122;
    System.Logger log = System.getLogger(SaneWireTest.class.getName());
    log.log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      byte[] wire = new byte[random.nextInt(200)];
      random.nextBytes(wire);
      for (int at = 0; at < wire.length; at++) {
        if (random.nextInt(3) > 0) {
          wire[at] = (byte) random.nextInt(3); // small words reach deeper
        }
      }
      SaneDecoder.options(wire, wire.length);
      SaneDecoder.control(wire, wire.length);
      SaneDecoder.started(wire, wire.length);
      new SaneRecords().take(wire, wire.length, (b, o, l) -> {});
    }
  }

  @Test
  void records_are_read_at_every_split_point() {
    byte[] wire = bytes("00000003 010203 00000000 00000002 0405 ffffffff 06");
    for (int split = 0; split <= wire.length; split++) {
      var out = new ByteArrayOutputStream();
      var records = new SaneRecords();
      SaneRecords.Sink sink = (from, offset, length) -> out.write(from, offset, length);
      var first = records.take(Arrays.copyOfRange(wire, 0, split), split, sink);
      var last =
          split == wire.length
              ? first
              : records.take(
                  Arrays.copyOfRange(wire, split, wire.length), wire.length - split, sink);
      assertThat(last).isEqualTo(new SaneRecords.Progress.Ended(6));
      assertThat(out.toByteArray()).isEqualTo(bytes("0102030405"));
    }
  }

  @Test
  void records_of_absurd_length_and_unknown_ends_are_corrupt() {
    byte[] longest = bytes("7fffffff");
    assertThat(new SaneRecords().take(longest, 4, (b, o, l) -> {}))
        .isInstanceOf(SaneRecords.Progress.Corrupt.class);
    byte[] odd = bytes("ffffffff 63");
    assertThat(new SaneRecords().take(odd, 5, (b, o, l) -> {}))
        .isInstanceOf(SaneRecords.Progress.Corrupt.class);
  }

  private static <T> void everySplit(
      byte[] wire, BiFunction<byte[], Integer, Decoded<T>> decoder, T expected) {
    for (int length = 0; length < wire.length; length++) {
      assertThat(decoder.apply(wire, length)).isInstanceOf(Decoded.More.class);
    }
    byte[] longer = Arrays.copyOf(wire, wire.length + 9); // the next answer may follow at once
    assertThat(decoder.apply(longer, longer.length))
        .isEqualTo(new Decoded.Value<>(expected, wire.length));
  }

  private static SaneOption option(int index, String name, int type, SaneOption.Limits limits) {
    return new SaneOption(index, name, type, 0, 4, 5, limits);
  }

  private static byte[] descriptors() {
    return bytes(
        "00000005"
            + descriptor("00000001 00", 1)
            + "00000000"
            + descriptor("0000000b 7265736f6c7574696f6e00", 2)
            + "00000001 00000000 00000001 00000009 00000002"
            + descriptor("00000006 646570746800", 1)
            + "00000002 00000003 00000002 00000001 00000008"
            + "00000001" // a null pointer: no option 3
            + descriptor("00000007 736f7572636500", 3)
            + "00000003 00000003 00000008 466c617462656400 00000004 41444600 00000000");
  }

  private static String descriptor(String name, int type) {
    return "00000000" + name + "00000002 5400 00000000 0000000" + type + "000000000000000400000005";
  }

  private static byte[] bytes(String hex) {
    return HEX.parseHex(hex.replace(" ", ""));
  }
}
