package io.yichuang.simulator.idcard;

import io.yichuang.simulator.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a card holds, as it goes over the wire.
 *
 * @param text 256 bytes, UTF-16LE, fields padded with spaces
 * @param photo 1024 bytes; opaque, with a marker: the real coding (WLT) has no open description and
 *     this is none
 * @param fingerprint 0, 512 or 1024 bytes
 * @param appendedAddress 70 bytes UTF-16LE, or null if the card has none
 */
@SuppressWarnings("ArrayRecordComponent") // cards are laid, never compared
public record SimulatedCard(
    byte[] text, byte[] photo, byte[] fingerprint, byte @Nullable [] appendedAddress) {
  private static final int PHOTO_BYTES = 1024;
  private static final String MARKER = "YICHUANG SIMULATED PORTRAIT, NOT WLT: ";

  public SimulatedCard {
    if (text.length != CardText.BYTES || photo.length != PHOTO_BYTES) {
      throw new IllegalArgumentException("A card has 256 bytes of text and 1024 of photo");
    }
    if (fingerprint.length != 0 && fingerprint.length != 512 && fingerprint.length != 1024) {
      throw new IllegalArgumentException("A card has 0, 512 or 1024 bytes of fingerprint");
    }
    if (appendedAddress != null && appendedAddress.length != CardText.ADDRESS_BYTES) {
      throw new IllegalArgumentException("An appended address has 70 bytes");
    }
  }

  /** The card of a citizen, without fingerprint. */
  public static SimulatedCard of(Person person) {
    String appended = person.appendedAddress();
    return new SimulatedCard(
        CardText.of(person),
        photo(person.id()),
        new byte[0],
        appended == null ? null : CardText.field(appended, CardText.ADDRESS_BYTES));
  }

  /** The same card with fingerprint data of 0, 512 or 1024 bytes. */
  public SimulatedCard withFingerprint(byte[] data) {
    return new SimulatedCard(text, photo, data, appendedAddress);
  }

  private static byte[] photo(String id) {
    byte[] head = (MARKER + id).getBytes(StandardCharsets.UTF_8);
    CRC32 seed = new CRC32();
    seed.update(head);
    byte[] photo = new byte[PHOTO_BYTES];
    new java.util.Random(seed.getValue()).nextBytes(photo);
    System.arraycopy(head, 0, photo, 0, Math.min(head.length, photo.length));
    return photo;
  }

  @Override
  public String toString() {
    return "SimulatedCard[" + Arrays.hashCode(text) + "]";
  }
}
