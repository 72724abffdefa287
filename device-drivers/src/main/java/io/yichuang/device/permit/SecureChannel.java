package io.yichuang.device.permit;

import io.yichuang.device.permit.ChipCrypto.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Secure messaging, ICAO 9303 part 11, 9.8: every question and every answer is encrypted, counted
 * and sealed. Pure but for its counter; an answer that does not fit ends the channel.
 */
final class SecureChannel {
  private static final int DO_ENCRYPTED = 0x87;
  private static final int DO_WANTED = 0x97;
  private static final int DO_STATUS = 0x99;
  private static final int DO_MAC = 0x8E;

  private final Keys keys;
  private long counter;

  SecureChannel(Keys keys, long counter) {
    this.keys = keys;
    this.counter = counter;
  }

  /** The sealed form of a question: {@code 0C INS P1 P2 Lc … 00}. */
  byte[] wrap(Apdu plain) {
    counter++;
    byte[] header = {0x0C, plain.instruction(), plain.p1(), plain.p2()};
    var objects = new ByteArrayOutputStream();
    if (plain.data().length > 0) {
      byte[] hidden =
          ChipCrypto.crypt(Cipher.ENCRYPT_MODE, keys.encryption(), ChipCrypto.pad(plain.data()));
      objects.write(DO_ENCRYPTED);
      objects.write(hidden.length + 1); // short commands only: one byte of length
      objects.write(1); // padded as ISO 7816-4 says
      objects.writeBytes(hidden);
    }
    if (plain.wanted() > 0) {
      objects.writeBytes(new byte[] {(byte) DO_WANTED, 1, (byte) plain.wanted()});
    }
    byte[] body = objects.toByteArray();
    byte[] padded = ChipCrypto.pad(header);
    byte[] mac =
        ChipCrypto.mac(
            keys.mac(),
            ByteBuffer.allocate(8 + padded.length + body.length)
                .putLong(counter)
                .put(padded)
                .put(body)
                .array());
    objects.write(DO_MAC);
    objects.write(mac.length);
    objects.writeBytes(mac);
    return ByteBuffer.allocate(header.length + 2 + objects.size())
        .put(header)
        .put((byte) objects.size())
        .put(objects.toByteArray())
        .put((byte) 0)
        .array();
  }

  /**
   * What stands in a sealed answer.
   *
   * @param sealed with the status word behind it
   * @return null if the seal does not fit
   */
  Apdu.@Nullable Answer unwrap(byte[] sealed) {
    counter++;
    if (sealed.length < 2) {
      return null;
    }
    byte[] body = Arrays.copyOf(sealed, sealed.length - 2);
    Tlv hidden = null;
    Tlv status = null;
    Tlv mac = null;
    int covered = 0;
    for (int at = 0; at < body.length; ) {
      Tlv next = Tlv.at(body, at);
      if (next == null || mac != null) {
        return null;
      }
      switch (next.tag()) {
        case DO_ENCRYPTED -> hidden = next;
        case DO_STATUS -> status = next;
        case DO_MAC -> mac = next;
        default -> {
          return null;
        }
      }
      at = next.end();
      covered = mac == null ? at : covered;
    }
    if (mac == null || status == null || status.length() != 2) {
      return null;
    }
    byte[] expected =
        ChipCrypto.mac(
            keys.mac(),
            ByteBuffer.allocate(8 + covered).putLong(counter).put(body, 0, covered).array());
    if (!MessageDigest.isEqual(mac.value(body), expected)) {
      return null;
    }
    byte[] plain = hidden == null ? new byte[0] : opened(hidden.value(body));
    byte[] word = status.value(body);
    return plain == null ? null : new Apdu.Answer(plain, Apdu.word(word[0], word[1]));
  }

  private byte @Nullable [] opened(byte[] value) {
    if (value.length < 1 + ChipCrypto.BLOCK
        || value[0] != 1
        || (value.length - 1) % ChipCrypto.BLOCK != 0) {
      return null;
    }
    byte[] hidden = Arrays.copyOfRange(value, 1, value.length);
    return ChipCrypto.unpad(ChipCrypto.crypt(Cipher.DECRYPT_MODE, keys.encryption(), hidden));
  }

  void wipe() {
    keys.wipe();
  }
}
