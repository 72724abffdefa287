package io.yichuang.simulator.chip;

import io.yichuang.simulator.fault.Faults;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A powered chip: answers one question after the other. One thread. */
final class ChipCard {
  static final String NO_APPLICATION = "no-application";
  static final String BAD_SEAL = "bad-seal";
  static final String ENDS_EARLY = "ends-early";

  private static final byte[] APPLICATION = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
  private static final int OK = 0x9000;
  private static final int WRONG_LENGTH = 0x6700;
  private static final int NOT_ALLOWED = 0x6982;
  private static final int SEAL_MISSING = 0x6987;
  private static final int SEAL_WRONG = 0x6988;
  private static final int NOT_FOUND = 0x6A82;
  private static final int BEYOND = 0x6B00;
  private static final int UNKNOWN = 0x6D00;
  private static final int NOT_PROVEN = 0x6300;

  private final PassportChip chip;
  private final Faults faults;
  private final RandomGenerator random;
  private final Map<Integer, byte[]> files;
  private boolean selected;
  private byte @Nullable [] challenge;
  private @Nullable Seal session;
  private BigInteger counter = BigInteger.ZERO;
  private byte @Nullable [] file;

  ChipCard(PassportChip chip, Faults faults, RandomGenerator random) {
    this.chip = chip;
    this.faults = faults;
    this.random = random;
    this.files = chip.files();
  }

  /** The answer, its status word behind it. */
  byte[] answer(byte[] question) {
    if (question.length < 4) {
      return word(WRONG_LENGTH);
    }
    try {
      boolean sealed = (question[0] & 0x0C) == 0x0C;
      if (session != null && !sealed && (question[1] & 0xFF) != 0xA4) {
        session = null; // a plain question ends the channel
        return word(SEAL_MISSING);
      }
      return sealed ? sealed(question) : plain(question);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks DES", e);
    }
  }

  private byte[] plain(byte[] question) throws GeneralSecurityException {
    byte[] data = data(question);
    return switch (question[1] & 0xFF) {
      case 0xA4 -> {
        session = null;
        selected = Arrays.equals(data, APPLICATION) && !faults.isSet(NO_APPLICATION);
        yield word(selected ? OK : NOT_FOUND);
      }
      case 0x84 -> {
        byte[] fresh = new byte[8];
        random.nextBytes(fresh);
        challenge = fresh;
        yield selected ? joined(fresh, word(OK)) : word(NOT_ALLOWED);
      }
      case 0x82 -> authenticate(data);
      case 0xB0 -> word(NOT_ALLOWED);
      default -> word(UNKNOWN);
    };
  }

  private byte[] authenticate(byte[] data) throws GeneralSecurityException {
    byte[] mine = challenge;
    challenge = null; // good for one attempt
    if (mine == null || data.length != 40) {
      return word(mine == null ? NOT_ALLOWED : WRONG_LENGTH);
    }
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest(chip.secret().getBytes(StandardCharsets.US_ASCII));
    Seal printed = new Seal(hash);
    byte[] hidden = Arrays.copyOf(data, 32);
    byte[] said = printed.show(hidden);
    if (!Arrays.equals(printed.mac(hidden), Arrays.copyOfRange(data, 32, 40))
        || !Arrays.equals(Arrays.copyOfRange(said, 8, 16), mine)) {
      return word(NOT_PROVEN);
    }
    byte[] theirs = Arrays.copyOf(said, 8);
    byte[] half = new byte[16];
    random.nextBytes(half);
    byte[] answer = printed.hide(joined(joined(mine, theirs), half));
    byte[] seed = new byte[16];
    for (int i = 0; i < 16; i++) {
      seed[i] = (byte) (half[i] ^ said[16 + i]);
    }
    session = new Seal(seed);
    counter =
        new BigInteger(1, joined(Arrays.copyOfRange(mine, 4, 8), Arrays.copyOfRange(theirs, 4, 8)));
    byte[] mac = printed.mac(answer);
    if (faults.strikes(BAD_SEAL)) {
      mac[3] ^= 1;
    }
    return joined(joined(answer, mac), word(OK));
  }

  private byte[] sealed(byte[] question) throws GeneralSecurityException {
    Seal seal = session;
    byte[] body = data(question);
    if (seal == null || body.length < 10) {
      return word(SEAL_MISSING);
    }
    counter = counter.add(BigInteger.ONE);
    int end = body.length - 10; // the seal stands last: 8E 08 and eight bytes
    byte[] head = Seal.padded(Arrays.copyOf(question, 4));
    byte[] covered = joined(joined(Seal.counted(counter), head), Arrays.copyOf(body, end));
    if (!Arrays.equals(seal.mac(covered), Arrays.copyOfRange(body, end + 2, body.length))) {
      session = null;
      return word(SEAL_WRONG);
    }
    byte[] data = {};
    int wanted = 0;
    for (int at = 0; at < end; at += 2 + (body[at + 1] & 0xFF)) {
      int length = body[at + 1] & 0xFF;
      switch (body[at] & 0xFF) {
        case 0x87 ->
            data = Seal.unpadded(seal.show(Arrays.copyOfRange(body, at + 3, at + 2 + length)));
        case 0x97 -> wanted = body[at + 2] & 0xFF;
        default -> {}
      }
    }
    return wrapped(seal, inner(question, data, wanted == 0 ? 256 : wanted));
  }

  private byte[] inner(byte[] question, byte[] data, int wanted) {
    switch (question[1] & 0xFF) {
      case 0xA4 -> {
        file = data.length == 2 ? files.get(((data[0] & 0xFF) << 8) | (data[1] & 0xFF)) : null;
        return word(file == null ? NOT_FOUND : OK);
      }
      case 0xB0 -> {
        byte[] from = file;
        int offset = ((question[2] & 0x7F) << 8) | (question[3] & 0xFF);
        if (from == null) {
          return word(NOT_ALLOWED);
        }
        int length = faults.isSet(ENDS_EARLY) ? Math.min(20, from.length) : from.length;
        if (offset >= length) {
          return word(BEYOND);
        }
        return joined(
            Arrays.copyOfRange(from, offset, Math.min(length, offset + wanted)), word(OK));
      }
      default -> {
        return word(UNKNOWN);
      }
    }
  }

  private byte[] wrapped(Seal seal, byte[] plain) throws GeneralSecurityException {
    counter = counter.add(BigInteger.ONE);
    byte[] status = Arrays.copyOfRange(plain, plain.length - 2, plain.length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (plain.length > 2) {
      byte[] hidden = seal.hide(Seal.padded(Arrays.copyOf(plain, plain.length - 2)));
      body.writeBytes(PassportChip.object(0x87, new byte[] {1}, hidden));
    }
    body.writeBytes(PassportChip.object(0x99, status));
    byte[] mac = seal.mac(joined(Seal.counted(counter), body.toByteArray()));
    if (faults.strikes(BAD_SEAL)) {
      mac[0] ^= 1;
    }
    body.writeBytes(PassportChip.object(0x8E, mac));
    return joined(body.toByteArray(), status);
  }

  /** What follows the length of the short form; the byte of the wanted length is cut off. */
  private static byte[] data(byte[] question) {
    if (question.length < 6) {
      return new byte[0];
    }
    int length = question[4] & 0xFF;
    return Arrays.copyOfRange(question, 5, Math.min(question.length, 5 + length));
  }

  private static byte[] word(int status) {
    return new byte[] {(byte) (status >> 8), (byte) status};
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] out = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, out, first.length, second.length);
    return out;
  }
}
