package io.yichuang.device.permit;

import io.yichuang.device.ChipKey;
import io.yichuang.device.permit.ChipCrypto.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Basic Access Control, ICAO 9303 part 11, 4.3: who knows the printed zone may read. Pure. */
final class Bac {
  static final int CHALLENGE = 8;

  /** Both challenges, and half a key of each side; then a MAC. */
  private static final int SAID = 32;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");

  private final Keys keys;
  private final byte[] ours;
  private final byte[] half;
  private final byte[] theirs;

  /**
   * One attempt.
   *
   * @param ours our challenge, 8 random bytes
   * @param half our half of the session's keys, 16 random bytes
   * @param theirs the chip's challenge
   */
  Bac(ChipKey key, byte[] ours, byte[] half, byte[] theirs) {
    this.keys = keys(key);
    this.ours = ours;
    this.half = half;
    this.theirs = theirs;
  }

  static Keys keys(ChipKey key) {
    String number = key.number() + "<".repeat(Math.max(0, 9 - key.number().length()));
    String zone = checked(number) + checked(day(key.birth())) + checked(day(key.expiry()));
    byte[] hash = ChipCrypto.sha1(zone.getBytes(StandardCharsets.US_ASCII));
    return Keys.of(Arrays.copyOf(hash, ChipCrypto.KEY));
  }

  private static String checked(String data) {
    return data + CheckDigit.of(data);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "<<<<<<" : DAY.format(day);
  }

  /** What proves to the chip that we know the zone. */
  byte[] proof() {
    byte[] said = ByteBuffer.allocate(SAID).put(ours).put(theirs).put(half).array();
    byte[] hidden = ChipCrypto.crypt(Cipher.ENCRYPT_MODE, keys.encryption(), said);
    return ByteBuffer.allocate(SAID + ChipCrypto.BLOCK)
        .put(hidden)
        .put(ChipCrypto.mac(keys.mac(), hidden))
        .array();
  }

  /** The channel that the chip's proof opens; null if it proves nothing. */
  @Nullable SecureChannel channel(byte[] answer) {
    if (answer.length != SAID + ChipCrypto.BLOCK) {
      return null;
    }
    byte[] hidden = Arrays.copyOf(answer, SAID);
    byte[] mac = Arrays.copyOfRange(answer, SAID, answer.length);
    if (!MessageDigest.isEqual(mac, ChipCrypto.mac(keys.mac(), hidden))) {
      return null;
    }
    byte[] said = ChipCrypto.crypt(Cipher.DECRYPT_MODE, keys.encryption(), hidden);
    if (!Arrays.equals(said, 0, CHALLENGE, theirs, 0, CHALLENGE)
        || !Arrays.equals(said, CHALLENGE, 2 * CHALLENGE, ours, 0, CHALLENGE)) {
      return null;
    }
    byte[] seed = new byte[ChipCrypto.KEY];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) (half[i] ^ said[2 * CHALLENGE + i]);
    }
    byte[] counter =
        ByteBuffer.allocate(CHALLENGE)
            .put(theirs, CHALLENGE / 2, CHALLENGE / 2)
            .put(ours, CHALLENGE / 2, CHALLENGE / 2)
            .array();
    keys.wipe();
    return new SecureChannel(Keys.of(seed), ByteBuffer.wrap(counter).getLong());
  }
}
