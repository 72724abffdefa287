package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.ChipKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The worked example of ICAO 9303 part 11, appendix D, byte for byte; then what is not in the book.
 */
class ChipCodecTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final ChipKey SPECIMEN =
      new ChipKey("L898902C", LocalDate.of(1969, 8, 6), LocalDate.of(1994, 6, 23));
  private static final int RANDOM_FRAMES = 10_000;

  private static byte[] hex(String text) {
    return HEX.parseHex(text.replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  private static Bac attempt() {
    return new Bac(
        SPECIMEN,
        hex("781723860C06C226"),
        hex("0B795240CB7049B01C19B33E32804F0B"),
        hex("4608F91988702212"));
  }

  private static final String PROVEN =
      "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D7449";

  private static SecureChannel channel() {
    SecureChannel channel = attempt().channel(hex(PROVEN));
    assertThat(channel).isNotNull();
    return channel;
  }

  @Test
  void the_keys_come_from_the_printed_zone() {
    ChipCrypto.Keys keys = Bac.keys(SPECIMEN);
    assertThat(hex(keys.encryption())).isEqualTo("AB94FDECF2674FDFB9B391F85D7F76F2");
    assertThat(hex(keys.mac())).isEqualTo("7962D9ECE03D1ACD4C76089DCE131543");
  }

  @Test
  void a_long_number_and_an_open_birthday_have_keys_too() {
    var longer = new ChipKey("D23145890734", null, LocalDate.of(2030, 1, 1));
    assertThat(hex(Bac.keys(longer).mac())).hasSize(32);
    assertThat(hex(Bac.keys(longer).mac())).isNotEqualTo(hex(Bac.keys(SPECIMEN).mac()));
    assertThat(longer).hasToString("ChipKey[hidden]");
  }

  @Test
  void we_prove_that_we_know_it() {
    assertThat(hex(attempt().proof()))
        .isEqualTo(
            "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
                + "5F1448EEA8AD90A7");
    assertThat(hex(Apdu.authenticate(attempt().proof()).plain()))
        .startsWith("0082000028")
        .endsWith("28");
    assertThat(hex(Apdu.challenge().plain())).isEqualTo("0084000008");
    assertThat(hex(Apdu.selectApplication().plain())).isEqualTo("00A4040C07A0000002471001");
  }

  @Test
  void a_chip_that_does_not_know_it_opens_no_channel() {
    byte[] proven = hex(PROVEN);
    for (int bit = 0; bit < proven.length * 8; bit++) {
      byte[] wrong = proven.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(attempt().channel(wrong)).as("bit %d", bit).isNull();
    }
    for (int length = 0; length < proven.length; length++) {
      assertThat(attempt().channel(Arrays.copyOf(proven, length))).isNull();
    }
  }

  @Test
  void the_book_s_session_goes_over_the_channel() {
    SecureChannel channel = channel();
    assertThat(hex(channel.wrap(Apdu.selectFile(ChipFiles.COM))))
        .isEqualTo("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800");
    Apdu.Answer selected = channel.unwrap(hex("990290008E08FA855A5D4C50A8ED9000"));
    assertThat(selected.ok()).isTrue();
    assertThat(selected.data()).isEmpty();

    assertThat(hex(channel.wrap(Apdu.read(0, 4))))
        .isEqualTo("0CB000000D9701048E08ED6705417E96BA5500");
    Apdu.Answer head =
        channel.unwrap(hex("8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000"));
    assertThat(hex(head.data())).isEqualTo("60145F01");

    assertThat(hex(channel.wrap(Apdu.read(4, 18))))
        .isEqualTo("0CB000040D9701128E082EA28A70F3C7B53500");
    Apdu.Answer rest =
        channel.unwrap(
            hex(
                "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000"));
    assertThat(hex(rest.data())).isEqualTo("04303130365F36063034303030305C026175");
  }

  @Test
  void an_answer_that_was_touched_cut_or_said_before_is_none() {
    byte[] sealed = hex("8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
    for (int bit = 0; bit < (sealed.length - 2) * 8; bit++) { // the outer status is not sealed
      byte[] wrong = sealed.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(second().unwrap(wrong)).as("bit %d", bit).isNull();
    }
    for (int length = 0; length < sealed.length; length++) {
      assertThat(second().unwrap(Arrays.copyOf(sealed, length))).as("%d bytes", length).isNull();
    }
    SecureChannel again = second();
    assertThat(again.unwrap(sealed)).isNotNull();
    assertThat(again.unwrap(sealed)).isNull();
  }

  /** The channel after its first exchange. */
  private static SecureChannel second() {
    SecureChannel channel = channel();
    channel.wrap(Apdu.selectFile(ChipFiles.COM));
    channel.unwrap(hex("990290008E08FA855A5D4C50A8ED9000"));
    channel.wrap(Apdu.read(0, 4));
    return channel;
  }

  @Test
  void files_are_read_whatever_their_lengths_look_like() {
    byte[] com = hex("60145F0104303130365F36063034303030305C026175");
    assertThat(ChipFiles.hasPortrait(com)).isTrue();
    String zone =
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    byte[] dg1 = hex("615B5F1F58" + hex(zone.getBytes(StandardCharsets.US_ASCII)));
    assertThat(ChipFiles.zone(dg1)).isEqualTo(zone);
    assertThat(ChipFiles.portrait(hex("75157F61120201017F600C5F2E094641430000FFD8FF42")))
        .isEqualTo(hex("FFD8FF42"));
    for (int length = 0; length < dg1.length; length++) {
      assertThat(ChipFiles.zone(Arrays.copyOf(dg1, length))).isEmpty();
    }
  }

  @Test
  void noise_breaks_nothing_and_is_never_taken_for_an_answer(TestReporter reporter) {
    long seed = Long.getLong("yichuang.seed", 4);
    reporter.publishEntry("seed", Long.toString(seed));
    var random = new Random(seed);
    SecureChannel channel = channel();
    byte[] sealed = hex("8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
    for (int i = 0; i < RANDOM_FRAMES; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      if (random.nextBoolean()) { // or a mutation of what is nearly right
        noise = sealed.clone();
        noise[random.nextInt(noise.length)] = (byte) random.nextInt();
      }
      assertThat(channel.unwrap(noise)).isNull();
      ChipFiles.hasPortrait(noise);
      ChipFiles.portrait(noise);
      assertThat(ChipFiles.zone(noise)).isNotNull();
      Tlv header = Tlv.header(noise, 0);
      assertThat(header == null || header.length() <= 0xFFFF).isTrue();
    }
  }
}
